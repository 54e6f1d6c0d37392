class CM:
    def __init__(self, name, swallow=False): self.name = name; self.swallow = swallow
    def __enter__(self): print('enter', self.name); return self.name.upper()
    def __exit__(self, t, v, tb):
        print('exit', self.name, t.__name__ if t else None, v, tb is not None)
        return self.swallow
with CM('a') as a: print('body', a)
with CM('b'): print('no as')
with CM('c') as c, CM('d') as d: print(c, d)
with (CM('e') as e, CM('f') as f,): print(e, f)
with CM('s', True): raise ValueError('swallowed')
try:
    with CM('p'): raise KeyError('propagates')
except KeyError as ex: print('caught', ex)
def f():
    with CM('r') as x: return x
print(f())
for i in range(3):
    with CM(str(i)):
        if i == 0: continue
        if i == 1: break
try:
    with CM('x'), CM('y', True): 1 / 0
    print('after')
    with CM('x', True), CM('y'): 1 / 0
    print('after 2')
except ZeroDivisionError: print('no')
class BadExit:
    def __enter__(self): return 1
class BadEnter:
    def __exit__(self, *a): pass
for c in (BadExit, BadEnter, int):
    try:
        with c(): pass
    except (TypeError, AttributeError) as ex: print(type(ex).__name__, ex)
class ExitRaises:
    def __enter__(self): pass
    def __exit__(self, *a): raise RuntimeError('from exit')
try:
    with ExitRaises(): raise ValueError('body')
except RuntimeError as ex: print(ex, repr(ex.__context__))
class T:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
with T() as (p, [q, r]): print(p, q, r)
o = type('O', (), {})()
with T() as o.attr: print(o.attr)
d = {}
with T() as d['k']: print(d)
def g():
    with CM('gen'):
        yield 1
        yield 2
for v in g(): print(v)
x = g(); next(x); x.close()
class EnterRaises(CM):
    def __enter__(self): raise ValueError('enter')
try:
    with CM('o1'), EnterRaises('o2'): print('never')
except ValueError as ex: print(ex)
