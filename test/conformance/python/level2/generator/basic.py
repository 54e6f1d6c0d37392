def g():
    yield 1
    yield 2
    return 'done'
print(list(g()), [x for x in g()], sum(g()), *g())
it = g(); print(next(it), next(it))
try: next(it)
except StopIteration as e: print('StopIteration', e.value, e.args)
try: next(it)
except StopIteration as e: print('again', e.value)
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(count(5)), max(count(4)), dict(enumerate(count(2))), tuple(count(0)), list(zip(count(3), 'abc')))
def empty():
    return
    yield
print(list(empty()))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib(); print([next(f) for _ in range(10)])
def outer():
    yield 0
    x = yield from g()
    print('result', x)
    yield from [10, 20]
    yield from 'ab'
    y = yield from empty()
    print(y)
print(list(outer()))
def squares(l):
    for x in l: yield x * x
print(list(squares(squares([1, 2, 3]))))
def lazy():
    print('started')
    yield 1
    print('resumed')
l = lazy(); print('created'); print(next(l)); print(next(l, 'end'))
def tree(t):
    if t is None: return
    yield from tree(t[0]); yield t[1]; yield from tree(t[2])
print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
def gexc():
    yield 1
    raise ValueError('in gen')
try:
    for x in gexc(): print(x)
except ValueError as e: print(e)
def unpack(): yield from (1, 2, 3)
a, b, c = unpack(); print(a, b, c)
def args(*a, **k):
    yield a
    yield k
print(list(args(1, 2, x=3)))
print(type(g()).__name__, g.__name__, g().__name__, iter(it) is it, hasattr(it, '__next__'), repr(g())[:19])
def walk(d, path=()):
    for k, v in d.items():
        if isinstance(v, dict): yield from walk(v, path + (k,))
        else: yield path + (k,), v
print(list(walk({'a': 1, 'b': {'c': 2, 'd': {'e': 3}}})))
def g2():
    x = 5
    yield lambda: x
    x = 6
    yield x
it = g2(); fn = next(it); print(fn()); next(it); print(fn())
gen = (yield_ for yield_ in range(2)); print(list(gen))
