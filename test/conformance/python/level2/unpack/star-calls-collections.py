first, *middle, last = range(6); print(first, middle, last)
(a, *b), *c = [(1, 2, 3), 4, 5]; print(a, b, c)
for k, (x, *y) in {'p': (1, 2, 3), 'q': 'z'}.items(): print(k, x, y)
[*a, b] = {1: 'x', 2: 'y'}; print(a, b); *a, = 'ab'; print(a); a, *_, b = 'hello'; print(a, b, _)
print([*range(2), *'ab', *{'k': 1}, *(i for i in (9,))], (*[1], *(2,)), {*[1, 2], *[2, 3]} == {1, 2, 3}, {**{'a': 1}, 'b': 2, **dict(c=3)}, [*[*[*[1]]]])
def f(a, b, *c, d=0, **e): return a, b, c, d, e
args, kw = [1, 2, 3], {'d': 4, 'z': 5}; print(f(*args, **kw), f(*args[:2]), f(*'xy', *args, **kw), f(b=1, a=0), f(*(1,), 2, *[3], d=9, **{'q': 1}))
x, y, *z = f(*args); print(x, y, z); l = [0] * 3; l[0], *l[1:], n = 'abcd'; print(l, n); class_ = type('C', (), {})(); class_.a, (class_.b, *class_.c) = 1, (2, 3, 4); print(class_.__dict__)
def swap(p): a, b = p; return b, a
print(swap((1, 2)), *map(swap, [(1, 2), (3, 4)]), [(b, a) for a, b in {1: 2}.items()], [h for h, *t in ('ab', [1, 2])], dict(map(swap, {'a': 1}.items())), max(*[3, 1], 2), print(*'ab', *[1], sep='.'))
i, j = j_, i_ = 1, 2; print(i, j, j_, i_); a = b, c = 5, 6; print(a, b, c); (a), [b] = 1, [2]; print(a, b)
