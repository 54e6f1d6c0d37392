out = []
for i in range(4):
    for j in range(4):
        if j > i: break
        if (i + j) % 2: continue
        for k in range(2):
            if k and j: break
            out.append((i, j, k))
        else: out.append('k-else')
    else: out.append('j-else')
else: out.append('i-else')
print(out)
n = 0
while True:
    n += 1
    for i in range(n):
        if i == 5: break
    else:
        continue
    break
print(n, i)
def search(m, x):
    for r, row in enumerate(m):
        for c, v in enumerate(row):
            if v == x: return r, c
    return None
print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
it = iter(range(10))
for x in it:
    if x % 3 == 0: print(x, next(it, None), end=' | ')
print()
stack = [1]
while stack:
    t = stack.pop()
    if t < 20: stack += [t * 2, t * 3]
    else: print(t, end=' ')
print()
for i in range(3): 
    try: continue
    finally: print('f', i, end=' ')
print()
for i in range(10):
    if i < 7: continue
    print(i, end=' ')
    if i == 8: break
print(i)
x = 10
while x: x -= 3 if x > 3 else 1
else: print('loop ended', x)
for i, (a, (b, c)) in enumerate([(1, (2, 3)), (4, (5, 6))]): print(i, a, b, c)
for a, *b in ((1, 2, 3), 'xy'): print(a, b)
print([(a, b) for a in range(3) for b in range(a) if a != b], [[c for c in r if c] for r in ((0, 1), (2, 0))])
i = 'kept'
for i in (): pass
print(i)
total = 0
for i in range(1, 101):
    if i % 15 == 0: s = 'FizzBuzz'
    elif i % 5 == 0: s = 'Buzz'
    elif i % 3 == 0: s = 'Fizz'
    else: s = i; total += i
print(s, total)
