def g():
    x = (yield 1) + (yield 2)
    y = yield x
    print((yield), y)
    return (yield 'last')
it = g(); print(next(it), it.send(10), it.send(20), it.send('y'), it.send('p'))
try: it.send('end')
except StopIteration as e: print(e.value)
def c():
    while True:
        r = yield
        if r is None: return
        print('r', r)
def a():
    tot = 0
    while 1:
        x = yield tot
        if x is None: break
        tot += x
    return tot
def d(res):
    while 1:
        r = yield from a()
        res.append(r)
res = []; it = d(res); next(it)
for i in range(4): it.send(i)
it.send(None)
for i in range(5): it.send(i)
try: it.send(None)
except StopIteration: pass
print(res)
def f(n):
    if n: yield from f(n - 1)
    yield n
print(list(f(5)))
print(sum(x * x for x in range(5)), list(map(lambda x: (x, x), (y for y in 'ab'))), dict((k, v) for k, v in [(1, 2)]), max((len(w), w) for w in ['a', 'bb']), ','.join(str(i) for i in range(3)), any(x > 2 for x in range(5)), tuple(i for i in 'ab'), {x for x in 'a'}, [*(i for i in range(2))], sorted((x for x in [3, 1]), reverse=True))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)))
g = (i for i in range(3)); print(next(g), list(g), list(g))
def gen():
    try: yield 1
    except: print('exc'); raise
it = gen(); next(it)
try: it.throw(OSError, 'msg')
except OSError as e: print(repr(e))
def gen2():
    yield
    return
    yield
print(list(gen2()))
x = gen2(); print(x.send(None))
try: x.send(1)
except StopIteration as e: print(repr(e))
def lazy(): print('start'); yield 1
z = lazy(); print('made'); next(z)
print([a for a in (lambda: (yield))()] if 0 else 'k')
