t = (1, 'a', 2.5)
print(t, len(t), t[0], t[-1], t[1:], t[::-1], t + (9,), t * 2, 'a' in t, (), (1,), 1, (1, 2), ((),), ((1,),), (1, (2, 3)))
a = 1, 2; print(a)
b = 5,; print(b)
print(tuple(), tuple('abc'), tuple([1, 2]), tuple({'k': 1}), tuple(range(3)), tuple(i for i in 'xy'), tuple((1,)) == (1,))
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == [1, 2], (1, 'b') > (1, 'a'), (1, 2) != (1, 2), hash((1, 2)) == hash((1, 2)), hash((1, 2)) == hash((1.0, True + 1)))
print(t.index('a'), t.count(1), (1, 1, 2).count(1), (1, 2, 1).index(1, 1), {(1, 2): 'k'}[1, 2], (3, 1, 2) > (3, 1), sorted(((2, 1), (1, 2))), min((3, 1)), sum((1, 2)))
for f in (lambda: (1,)[1], lambda: (1,)['a'], lambda: (1,) + [1], lambda: (1,).index(2), lambda: (1,) < 1, lambda: hash(([],)), lambda: (1,).append(2), lambda: tuple(5), lambda: (1, 'a') < (1, 2), lambda: tuple(1, 2), lambda: (1,) * 'a', lambda: ()[0], lambda: (1)(2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
t2 = ([1], 2)
try:
    t2[0] += [2]
except TypeError as e:
    print(e, t2)
t += ('z',); print(t)
print(t[5:], t[-100:100], (1, 2, 3)[::-2], () * 5, (0,) * 3, not (), bool((0,)))
x, (y, z), *w = 1, (2, 3), 4, 5
print(x, y, z, w)
print(*t, sep='-'); print((*t, *'ab'), (*[],), 1 in (1,), ((1, 2), 3) == ((1, 2), 3))
