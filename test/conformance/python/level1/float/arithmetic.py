print(1.5 + 2, 2 - 0.5, 1.5 * 2, 7.5 / 2, 7.5 // 2, 7.5 % 2, 2.0 ** 0.5, 2.0 ** -1)
print(-7.5 // 2, -7.5 % 2, 7.5 // -2, 7.5 % -2, -7.5 // -2, -7.5 % -2, divmod(-7.5, 2), divmod(7.5, -2))
print(0.0 % 5, -0.0 % 5, 5 % -5.0, -5 % 5.0, 1e300 * 1e10, -1e300 * 1e10)
inf = float('inf'); nan = float('nan')
print(inf + 1, inf - inf, inf * 0, inf / inf, 1 / inf, -1 / inf, inf // 1, 5 % inf, -5 % inf, -5 // inf)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan is nan, nan in [nan], inf == inf, inf > 1e308)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: 1 / 0.0, lambda: 2 ** 1e10):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print((-8) ** 2.0, (-8.0) ** 3, 4 ** 0.5, 0.0 ** 0, inf ** 0, nan ** 0, 1 ** nan, (-inf) ** 3, 2 ** -1074)
x = 1.5
x += 1; x *= 2; x -= 0.5; x /= 4; x //= 0.5; x **= 3; x %= 1.5
print(x)
print(10 ** 400 // 10 ** 399, 0.1 * 3, 1.1 + 2.2, 1e16 + 1, 0.1 + 0.7)
try:
    print(10 ** 400 * 1.0)
except OverflowError as e:
    print('OverflowError', e)
try:
    print(10 ** 400 / 3)
except OverflowError as e:
    print('OverflowError', e)
