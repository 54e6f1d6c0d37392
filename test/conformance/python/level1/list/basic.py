l = [1, 'a', None, 2.5, [1, 2]]
print(l, len(l), l[0], l[-1], l[1:3], l[::-1], l + [9], l * 2, 2 * [0], 'a' in l, 3 not in l, [], [[]], [1,])
l[0] = 'x'; print(l)
l[-1] = 5; print(l)
l += [7]; print(l)
l *= 2; print(l)
del l[0]; print(l)
del l[-2:]; print(l)
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] != [2, 1], [1, 2] == (1, 2), [2] > [1, 5], [[1], 2] < [[1], 3])
print(list(), list('abc'), list((1, 2)), list({'a': 1}), list(range(3)), list({5}), list(x for x in 'ab'), list([1]), list(b'ab'))
a = b = [1]; a.append(2); print(b, a is b, a == b[:], a is b[:])
m = [[0] * 2] * 3; m[0][0] = 1; print(m)
r = [1]; r.append(r); print(r, repr([r]))
for f in (lambda: [1][1], lambda: [1][-2], lambda: [1]['a'], lambda: [1][1.0], lambda: [1][None], lambda: [1] + (1,), lambda: [1] * 'a', lambda: [1] < 1, lambda: [1] < ['a'], lambda: list(5), lambda: [] [0], lambda: hash([]), lambda: {[]: 1}, lambda: [1](0), lambda: list(1, 2), lambda: [1] * [2], lambda: [1].x):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    l[100] = 1
except IndexError as e:
    print(e)
try:
    del l[100]
except IndexError as e:
    print(e)
try:
    l['a'] = 1
except TypeError as e:
    print(e)
try:
    l += 5
except TypeError as e:
    print(e)
x = [1, 2, 3]
y = x
x += 'ab'
print(y, x is y)
x = x + [1]
print(x is y, [True] == [1], [1.0] == [1])
