x = 5
print([x for x in range(3)], x)
print({x: y for x, y in zip('ab', 'cd')}, x)
print([(i, j) for i in range(3) if i for j in range(i)])
print({x % 2 for x in range(5)})
print(list(x for x in 'abc'))
y = [z := i for i in range(4)]
print(z)
try: i
except NameError as e: print(e)
def f():
    [w := k for k in range(3)]
    return w
print(f())
print([[j for j in range(i)] for i in range(3)])
class A:
    n = 3
    l = [i for i in range(n)]
    try:
        m = [n for i in range(2)]
    except NameError as e: print(e)
print(A.l)
print([lambda: x for x in range(2)][0]())
print([a for a, *b in [(1, 2, 3), (4,)]], [b for a, *b in [(1, 2, 3), (4,)]])
print([x for x in [1,2,3] if x > 1 if x < 3])
print([x if x else 'z' for x in [0, 1]])
print(*(a for a in (1,2)))
print(sum(x for x in range(4)))
print([x for x in (lambda: range(2))()])
print({**{'a': 1}, 'b': 2, **{'a': 3}}, [*range(2), *'ab'], {*[1], 2}, (*'ab', 1))
