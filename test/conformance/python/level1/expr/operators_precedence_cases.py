print(2 ** 3 ** 2, -2 ** 2, 2 ** -1, not 1 == 2, 1 + 2 * 3 - 4 // 2 % 3, 1 | 2 ^ 3 & 4 << 1, ~1 + 2, -1 ** 2, (1, 2) + (3,) * 2, 1 if 0 else 2 if 0 else 3, lambda: 1 if 0 else 2, [] == [] and () == (), 5 // 2 * 2, -7 // 2, -7 % 3, 7 % -3, 2 * 3 % 4, 1 < 2 == True, not True or True, 1 or 1 / 0, 0 and 1 / 0) if 0 else None
print(2 ** 3 ** 2, -2 ** 2, 2 ** -1, not 1 == 2, 1 + 2 * 3 - 4 // 2 % 3, 1 | 2 ^ 3 & 4 << 1, ~1 + 2, 5 // 2 * 2, -7 // 2, -7 % 3, 7 % -3, 1 < 2 == True, not True or True, 1 or 1 / 0, 0 and 1 / 0)
def t(n): print('eval', n); return n
t(1) + t(2) * t(3)
{t(1): t(2), t(3): t(4)}
[t(1), t(2)][t(0)]
t(1) < t(2) < t(3)
t(3) < t(2) < t(1)
x = [0, 0]; x[t(0)] = t(5)
def f(*a, **k): pass
f(t(1), *[t(2)], k=t(3), **{'z': t(4)})
t(0) or t(1) and t(2)
t(1) if t(0) else t(2)
x[t(0)], x[t(1)] = t(7), t(8)
x[t(0)] += t(1)
(lambda a=t(9): a)()
print([t(i) for i in range(2) if t(i)])
