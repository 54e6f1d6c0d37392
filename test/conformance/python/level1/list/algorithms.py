def bubble(l):
    l = l[:]
    for i in range(len(l)):
        for j in range(len(l) - 1 - i):
            if l[j] > l[j + 1]: l[j], l[j + 1] = l[j + 1], l[j]
    return l
def quick(l): return l if len(l) <= 1 else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
def merge(l):
    if len(l) <= 1: return l
    m = len(l) // 2
    a, b = merge(l[:m]), merge(l[m:])
    out = []
    while a and b: out.append(a.pop(0) if a[0] <= b[0] else b.pop(0))
    return out + a + b
def binary(l, x):
    lo, hi = 0, len(l)
    while lo < hi:
        mid = (lo + hi) // 2
        if l[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
data = [(i * 37 + 11) % 101 for i in range(40)]
print(bubble(data) == sorted(data) == quick(data) == merge(data), bubble(data)[:5], binary(sorted(data), 50))
def transpose(m): return [list(r) for r in zip(*m)]
m = [[1, 2, 3], [4, 5, 6]]
print(transpose(m), [sum(r) for r in m], [[a * b for a, b in zip(r, c)] for r in m for c in [r]], list(map(list, zip(*m[::-1]))))
def queens(n, row=0, cols=()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols + (c,)) for c in range(n) if all(c != k and abs(c - k) != row - i for i, k in enumerate(cols)))
print([queens(n) for n in range(1, 7)])
def knap(items, cap):
    best = [0] * (cap + 1)
    for v, w in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knap([(60, 10), (100, 20), (120, 30)], 50))
def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    return t[-1][-1]
print(lcs('AGGTAB', 'GXTXAYB'))
g = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d'], 'd': []}
def bfs(g, s):
    seen, q = [s], [s]
    while q:
        for n in g[q.pop(0)]:
            if n not in seen: seen.append(n); q.append(n)
    return seen
def dfs(g, s, seen=None):
    seen = seen if seen is not None else []
    seen.append(s)
    for n in g[s]:
        if n not in seen: dfs(g, n, seen)
    return seen
print(bfs(g, 'a'), dfs(g, 'a'))
pascal = [[1]]
for _ in range(5): pascal.append([a + b for a, b in zip([0] + pascal[-1], pascal[-1] + [0])])
print(pascal)
life = {(1, 0), (1, 1), (1, 2)}
for _ in range(2):
    counts = {}
    for x, y in life:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    life = {p for p, n in counts.items() if n == 3 or (n == 2 and p in life)}
    print(sorted(life))
