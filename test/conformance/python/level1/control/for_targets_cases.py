class A: pass
o = A(); l = [0, 0]; d = {}
for o.x in range(2): pass
for l[1] in 'ab': pass
for d['k'] in [1, 2]: pass
for l[0], *d['r'] in [(1, 2, 3)]: pass
print(o.x, l, d)
for x in (1, 2, 3):
    if x == 2: break
else: print('no')
for i in range(5):
    if i % 2: continue
    print(i, end=' ')
print()
n = 3
while n:
    n -= 1
    if n == 1: continue
    print(n)
else: print('done')
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: print('never')
    if i == 1: break
print(i, j)
r = range(3)
for i in r:
    for j in r: print(i, j, end=';')
print()
for c in 'añ': print(c)
for k, v in {'a': 1}.items(): print(k, v)
for x in iter([1, 2]): print(x)
try:
    for x in 5: pass
except TypeError as e: print(e)
