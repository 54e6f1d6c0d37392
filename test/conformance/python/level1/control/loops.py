for i in range(3): print(i, end=' ')
else: print('else')
for i in range(5):
    if i == 3: break
    if i == 1: continue
    print(i, end=' ')
else: print('not reached')
print(i)
for x in []: pass
else: print('empty else')
n = 0
while n < 5:
    n += 1
    if n == 2: continue
    if n == 4: break
    print(n, end=' ')
else: print('not reached')
print(n)
while n > 0: n -= 1
else: print('while else', n)
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == j: continue
        print((i, j), end=' ')
    else: print('inner else')
print()
for a, b in {'x': 1, 'y': 2}.items(): print(a, b)
for i in 'abc': print(i, end='')
print()
while True:
    n += 1
    if n > 10: break
print(n)
for i in (1, 2), (3, 4): print(i)
for l[0] in [[1], [2]] if False else []: pass
l = [0]
for l[0] in range(3): pass
print(l)
d = {}
for d['k'] in 'xyz': pass
print(d)
primes = []
for n in range(2, 40):
    for p in primes:
        if n % p == 0: break
    else: primes.append(n)
print(primes)
def f():
    for i in range(10):
        while True:
            if i > 2: return i
            break
print(f())
total = 0
for i in range(100):
    if i % 2: continue
    for j in range(10):
        if j > i: break
        total += j
print(total)
for i in range(2): 
    for i in range(5): pass
    print(i)
for x in 1, 2, 3: print(x, end=',')
print()
