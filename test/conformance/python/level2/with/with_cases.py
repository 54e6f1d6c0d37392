class C:
    def __init__(self, n, sup=False): self.n = n; self.sup = sup
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb): print('exit', self.n, t, v, tb is not None); return self.sup
with C(1) as a, C(2) as b: print(a, b)
with (C(1) as a, C(2)): pass
try:
    with C(1): 1/0
except ZeroDivisionError as e: print(e)
with C(1, True): raise ValueError('v')
def f():
    with C(1): return 5
print(f())
for i in range(3):
    with C(i):
        if i == 0: continue
        if i == 1: break
try:
    with 5: pass
except (TypeError, AttributeError) as e: print(type(e), e)
class D:
    def __enter__(self): pass
try:
    with D(): pass
except (TypeError, AttributeError) as e: print(type(e), e)
class D:
    def __exit__(self, *a): pass
try:
    with D(): pass
except (TypeError, AttributeError) as e: print(type(e), e)
class D:
    def __enter__(self): raise KeyError('en')
    def __exit__(self, *a): print('never')
try:
    with D(): pass
except KeyError as e: print(repr(e))
class D:
    def __enter__(self): return (1, 2)
    def __exit__(self, *a): raise KeyError('ex')
try:
    with D() as (a, b):
        print(a, b)
        raise ValueError('q')
except KeyError as e: print(repr(e), repr(e.__context__))
