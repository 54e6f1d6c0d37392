print([x for x in range(5)], [x * y for x in range(3) for y in range(3)], [x for x in range(10) if x % 2 if x > 3], [(i, c) for i, c in enumerate('ab')], [[j for j in range(i)] for i in range(4)])
print([x if x > 2 else -x for x in range(5)], [a + b for a, b in [(1, 2), (3, 4)]], [y for x in [[1, 2], [3]] for y in x], [i for i in 'abc' if i not in 'b'])
x = 'outer'
l = [x for x in range(3)]
print(x, l)
print([f(10) for f in [lambda n, i=i: n + i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
print([*range(3), *'ab', *[]], [*[1], 2, *(3, 4)], [first for first, *rest in [(1, 2, 3), (4,)]], [rest for first, *rest in [(1, 2, 3), (4,)]])
def f(n): return [n * i for i in range(n) if i != n - 1]
print(f(4), [z := 5, z + 1], [last := i for i in range(3)], last)
print([i for i in [1, 2, 3] for i in [i * 10]], [x for x in range(6) if x in [1, 3, 5] or x == 0], [not x for x in (0, 1)])
print(sum([i ** 2 for i in range(10)]), {x % 3 for x in range(10)} == {0, 1, 2}, {k: v for k, v in zip('ab', range(2))}, {k: [k] * n for n, k in enumerate('xyz')})
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row if v % 2 == 0])
class C:
    n = 3
    items = [i for i in range(n)]
print(C.items)
try:
    [q for q in undefined_name]
except NameError as e:
    print(e)
try:
    [1 / q for q in [1, 0]]
except ZeroDivisionError as e:
    print(e)
try:
    print(q)
except NameError as e:
    print(e)
try:
    [a for a, b in [(1, 2, 3)]]
except ValueError as e:
    print(e)
