l = [3, 1, 2]; l.sort(); print(l)
l.sort(reverse=True); print(l)
l = ['bb', 'a', 'ccc', 'dd', 'e']; l.sort(key=len); print(l)
l.sort(key=len, reverse=True); print(l)
print(sorted([3, 1, 2]), sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([1, 2.5, True, 0]), sorted([], reverse=True), sorted((3, 2), key=lambda x: -x), sorted(['B', 'a', 'C'], key=str.lower), sorted(['B', 'a', 'C']))
people = [('bob', 25), ('alice', 30), ('carol', 25), ('dave', 30), ('eve', 20)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([[2], [1, 5], [1]]), sorted(['', 'a', 'A', 'é', 'z', '中']))
import random
class K:
    def __init__(self, a, b): self.a = a; self.b = b
    def __lt__(self, o): return self.a < o.a
    def __repr__(self): return f'K({self.a},{self.b})'
print(sorted([K(2, 1), K(1, 1), K(2, 2), K(1, 2)]), max([K(2, 1), K(2, 2)]), min([K(1, 1), K(1, 2)]))
n = 7; big = []
for i in range(300):
    n = (n * 1103515245 + 12345) % 2 ** 31
    big.append((n % 17, i))
s = sorted(big, key=lambda t: t[0])
print(all(s[i] <= s[i + 1] for i in range(len(s) - 1)), s[:8], s[-3:])
print(sorted(big, key=lambda t: t[0], reverse=True)[:5])
for f in (lambda: sorted([1, 'a']), lambda: sorted([None, 1]), lambda: sorted(5), lambda: sorted([1], key=5), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: [{}, {}].sort(), lambda: sorted([1], foo=2), lambda: sorted([3, 1], key=lambda x: 1 / 0), lambda: sorted([(1,), 2])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(sorted([3, 1, 2], key=None, reverse=0), sorted([1.5, float('inf'), -1, 10 ** 20]), sorted(range(10), key=lambda x: (x % 3, -x)))
