def echo():
    r = None
    while True:
        r = yield r
        print('got', r)
e = echo(); print(next(e)); print(e.send('a')); print(e.send(5)); print(next(e))
def avg():
    total = n = 0; a = None
    while True:
        v = yield a
        total += v; n += 1; a = total / n
a = avg(); a.send(None); print(a.send(10), a.send(20), a.send(3))
try: avg().send(1)
except TypeError as ex: print(ex)
def acc():
    s = 0
    while (x := (yield s)) is not None: s += x
    return s
g = acc(); next(g); g.send(1); g.send(2)
try: g.send(None)
except StopIteration as ex: print('value', ex.value)
def thrower():
    while True:
        try: x = yield 'ready'
        except ValueError as ex: print('caught', ex); yield 'recovered'
        else: print('x', x)
t = thrower(); print(next(t)); print(t.throw(ValueError('v'))); print(next(t)); print(t.send(1))
try: t.throw(KeyError('k'))
except KeyError as ex: print('propagated', ex)
try: next(t)
except StopIteration: print('finished')
def closer():
    try:
        while True: yield 1
    except GeneratorExit: print('GeneratorExit'); raise
    finally: print('cleanup')
c = closer(); next(c); c.close(); c.close(); print('closed')
def bad_close():
    try: yield 1
    except GeneratorExit: yield 2
b = bad_close(); next(b)
try: b.close()
except RuntimeError as ex: print(ex)
def sub():
    try:
        r = yield 'sub1'
        print('sub got', r)
        yield 'sub2'
    except ValueError as ex: print('sub caught', ex); return 'from except'
    return 'normal'
def deleg():
    r = yield from sub()
    print('deleg', r)
    yield 'end'
d = deleg(); print(next(d), d.send('hi'), next(d))
d = deleg(); print(next(d)); print(d.throw(ValueError, ValueError('thrown')) if False else d.throw(ValueError('thrown')))
d = deleg(); next(d); d.close(); print('deleg closed')
def ret(): 
    return 5
    yield
def y(): 
    v = yield from ret()
    yield v
print(list(y()))
def recursive():
    try: next(me)
    except ValueError as ex: print(ex)
    yield 1
me = recursive(); print(next(me))
def stop(): 
    yield 1
    raise StopIteration('inside')
try: list(stop())
except RuntimeError as ex: print(ex, repr(ex.__cause__))
def gi(): yield 1
x = gi(); print(x.gi_frame is not None, x.gi_running); list(x); print(x.gi_frame)
try: gi().throw(ValueError)
except ValueError as ex: print('unstarted throw', repr(ex))
try: gi().send(1, 2)
except TypeError as ex: print(ex)
un = gi(); un.close(); print(list(un))
