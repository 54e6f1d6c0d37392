def v(x, log=[]):
    log.append(x)
    return x
print(v(0) or v('') or v([]) or v('last'))
print(v(1) and v('a') and v(0) and v('never'))
print(v.__defaults__[0])
for a in (0, 1):
    for b in (0, 1):
        print(a, b, a and b, a or b, not a, not (a and b), a == b, a != b, bool(a) ^ bool(b), (a or b) and not (a and b))
x = None
y = x or {}
y['k'] = 1
print(x, y, (x is None) == (not x))
if not x: print('not')
if x is None and y: print('both')
while not (x or 0): x = 1
print([i for i in range(6) if not i % 2 or i == 3], any([]) or all([]), not any([0, None]))
print(1 and None, 0 and None, None and 1, 'a' and [] or 'b', (1 or 2) and 3, 1 or (2 and 3))
