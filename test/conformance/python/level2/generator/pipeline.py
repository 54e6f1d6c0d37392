def read(lines):
    for l in lines: yield l.strip()
def grep(pat, it): return (l for l in it if pat in l)
def number(it):
    for i, l in enumerate(it, 1): yield f'{i}: {l}'
print(list(number(grep('a', read([' apple ', 'berry', 'banana\n', 'kiwi'])))))
def take(n, it):
    for _, x in zip(range(n), it): yield x
def naturals(n=0):
    while True: yield n; n += 1
print(list(take(5, (x * x for x in naturals() if x % 2))))
def sieve():
    D = {}; q = 2
    while True:
        if q not in D: yield q; D[q * q] = [q]
        else:
            for p in D.pop(q): D.setdefault(p + q, []).append(p)
        q += 1
print(list(take(15, sieve())))
def perms(s):
    if len(s) <= 1: yield s
    else:
        for i in range(len(s)):
            for p in perms(s[:i] + s[i + 1:]): yield s[i] + p
print(list(perms('abc')))
def chunks(l, n):
    for i in range(0, len(l), n): yield l[i:i + n]
print(list(chunks('abcdefgh', 3)), list(chunks([1, 2, 3], 2)))
def coroutine_sched(tasks):
    tasks = list(tasks)
    while tasks:
        t = tasks.pop(0)
        try: print(next(t), end=' ')
        except StopIteration: continue
        tasks.append(t)
    print()
def task(n, k):
    for i in range(k): yield f'{n}{i}'
coroutine_sched([task('a', 3), task('b', 1), task('c', 2)])
def groupby(it, key):
    cur = []; last = None
    for x in it:
        k = key(x)
        if cur and k != last: yield last, cur; cur = []
        last = k; cur.append(x)
    if cur: yield last, cur
print(list(groupby([1, 1, 2, 4, 3, 5], lambda x: x % 2)))
class Tree:
    def __init__(self, v, *kids): self.v = v; self.kids = kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))), sum(Tree(5, Tree(6))))
def depth(n):
    if n: yield from depth(n - 1)
    yield n
print(list(depth(50))[-3:], len(list(depth(100))))
