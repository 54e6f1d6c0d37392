g = (x * 2 for x in range(3))
print(next(g), list(g), list(g), sum(x for x in range(5)), max((x for x in 'hello')), list(x for x in 'ab'), sorted((x for x in [3, 1, 2]), reverse=True), tuple(i for i in range(3) if i), ''.join(c for c in 'a1b2' if c.isalpha()), dict((k, v) for k, v in [('a', 1)]), set(x % 2 for x in range(5)) == {0, 1})
n = 10
g = (n + x for x in range(2)); n = 100
print(list(g))
def f(): 
    k = 3
    return (k * x for x in range(3))
print(list(f()), list((x, y) for x in range(2) for y in range(2)), list(y for x in [[1], [2, 3]] for y in x if y > 1))
try: (x for x in 5)
except TypeError as e: print(e)
g = (1 / x for x in [1, 0])
print(next(g))
try: next(g)
except ZeroDivisionError as e: print(e)
try: next(g)
except StopIteration: print('stopped')
print(any(x > 2 for x in range(5)), all(x < 5 for x in range(5)), len(list(x for x in range(100) if x % 7 == 0)), min((abs(x), x) for x in [-3, 2, -1]), list(zip((x for x in 'ab'), (y for y in 'cd'))), [*(i for i in range(3))], (lambda *a: a)(*(i for i in 'xy')))
print(type(x for x in []).__name__, (i for i in []).__name__, list(enumerate(x for x in 'ab')), next((x for x in [5, 6] if x > 5), None), next((x for x in [1] if x > 5), 'none'))
try: len(x for x in [])
except TypeError as e: print(e)
try: (x for x in [])[0]
except TypeError as e: print(e)
gg = ((i, j) for i in range(2) for j in (k for k in range(i + 1))); print(list(gg))
