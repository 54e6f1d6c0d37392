class I:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n == 0: raise StopIteration
        s.n -= 1
        return s.n
print(list(I(3)), sum(I(4)), max(I(3)), sorted(I(3)), tuple(I(2)), set(I(2)), dict(zip(I(2), I(2))), list(map(str, I(2))), 1 in I(3), [*I(2)], ' '.join(map(str, I(2))), list(enumerate(I(2))), list(zip(I(2), I(3))), any(I(2)), all(I(2)), bytes(I(3)), list(reversed(list(I(3)))), min(I(2)), [].extend(I(2)))
a, b = I(2); print(a, b)
a, *b = I(4); print(a, b)
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
def f(): a, b = I(3)
e(f)
class Bad:
    def __iter__(s): return s
    def __next__(s): raise ValueError('bad')
e(list, Bad()); e(sum, Bad()); e(lambda: [x for x in Bad()]); e(lambda: 1 in Bad()); e(sorted, Bad()); e(lambda: [*Bad()]); e(dict, Bad()); e(lambda: ''.join(Bad())); e(tuple, Bad()); e(max, Bad()); e(list, zip(Bad())); e(set, Bad()); e(bytes, Bad())
class NoNext:
    def __iter__(s): return 5
e(list, NoNext()); e(lambda: [*NoNext()]); e(lambda: 1 in NoNext())
def g():
    for i in range(3): yield i
    raise KeyError('end')
e(list, g()); it = g(); print(next(it), next(it), next(it)); e(next, it); e(next, it)
print(list(iter(I(2).__next__, 0)))
print(next(I(1)), next(I(0), 'def'))
z = zip([1, 2, 3], I(2)); print(list(z), list(z))
it = iter([1, 2, 3]); print([(x, next(it, None)) for x in it])
