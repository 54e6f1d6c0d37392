def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500))
def forever(n): return forever(n + 1)
try:
    forever(0)
except RecursionError as e:
    print('RecursionError', e)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(7))
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def hanoi(n, a, b, c):
    if n == 0: return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(8, 'A', 'B', 'C')), hanoi(3, 'A', 'B', 'C'))
def perms(l):
    if len(l) <= 1: return [l]
    return [[x] + p for i, x in enumerate(l) for p in perms(l[:i] + l[i + 1:])]
print(perms([1, 2, 3]))
def flatten(x): return [y for e in x for y in (flatten(e) if isinstance(e, list) else [e])]
print(flatten([1, [2, [3, [4, []]], 5]]))
l = []
for _ in range(100): l = [l]
print(str(l).count('['), repr(l)[:5])
class R:
    def __repr__(self): return repr(self)
try:
    repr(R())
except RecursionError as e:
    print('RecursionError', str(e)[:32])
a = []; b = [a]; a.append(b); print(a)
class T:
    def __eq__(self, o): return self == o
try:
    T() == 1
except RecursionError:
    print('RecursionError in __eq__')
print(depth(100))
