print(range(5), range(1, 5), range(1, 10, 2), range(5, 0, -1), range(0), list(range(5)), list(range(1, 5)), list(range(1, 10, 3)), list(range(5, 0, -2)), list(range(5, 5)), list(range(5, 0)), list(range(-3)))
r = range(2, 20, 3)
print(len(r), r[0], r[-1], r[1:3], r[::-1], r[::2], 5 in r, 6 in r, 5.0 in r, 'a' in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step, bool(r), bool(range(0)))
print(range(3) == range(0, 3), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3, 1)), range(3) != [0, 1, 2], list(reversed(range(4))), list(reversed(range(0, 10, 3))), max(range(5)), sum(range(5)), min(range(3, 9)))
print(range(10 ** 20, 10 ** 20 + 3), list(range(10 ** 20, 10 ** 20 + 3)), len(range(0, 10 ** 15, 7)), 10 ** 14 in range(0, 10 ** 15, 10), range(10)[3:8:2], range(10)[-3:], range(10, 0, -3)[1], range(True), list(range(3, -4, -3)), range(5)[10:], range(5)[5:1:-1])
for f in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.5), lambda: range('a'), lambda: range(3)[3], lambda: range(3)['a'], lambda: range(3).index(9), lambda: range(3).append(1), lambda: range(1, 2, 3, 4), lambda: range(3) + range(3), lambda: range(3) < range(4), lambda: range(None), lambda: range(3).index('a'), lambda: range(stop=3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    range(3)[0] = 1
except TypeError as e:
    print(e)
try:
    r.start = 1
except AttributeError as e:
    print(e)
for i in range(3):
    print(i)
    i = 10
print(i, [(i, j) for i in range(2) for j in range(i, 2)], dict(enumerate(range(2))), *range(3), set(range(2)) == {0, 1}, tuple(range(2)), repr(range(1, 2, 3)), str(range(2)), f'{range(3)}')
