inf, nan = float('inf'), float('nan')
vals = [0.0, -0.0, 1.0, -1.0, inf, -inf, nan]
for a in vals:
    print(a, -a, abs(a), a == a, a < 1, bool(a), a + 1, a * 0, a * 2, a ** 2, a ** 0, repr(a), f'{a:.1f} {a:e} {a:g} {a:+} {a:>6}|')
for a in vals:
    print([a < b for b in vals], [a == b for b in vals], [a + b for b in vals], [a * b for b in vals])
print(max(1, nan), max(nan, 1), min(inf, 1), sorted([inf, 1, -inf, 0]), sum([inf, 1]), inf in [inf], nan in [nan], [nan] == [nan], (nan,) == (nan,), nan == nan, {nan: 1}.get(nan), 0.0 == -0.0, str(-0.0), 1 / inf, -1 / inf, inf - inf, inf // 2, 5 % inf, -5 % inf, 5.0 // inf, -5.0 // inf)
for f in (lambda: int(inf), lambda: int(nan), lambda: round(inf), lambda: inf // 0, lambda: inf % 0, lambda: 0.0 / 0, lambda: 1e308 ** 2, lambda: 10 ** 400 + 0.0, lambda: float('1' * 400), lambda: int('1' * 400) * 1.0, lambda: -2.0 ** 0.5, lambda: 2 ** 1024.0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(1e308 * 10, -1e308 * 10, 1e-320, 1e-320 / 1e10, 5e-324 / 2, 4.9e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993, 9007199254740993.0, 0.1 + 0.2 - 0.3, 1 - 0.9, 1e16 - 1, 123456789 * 1e-9, 1 / 3 * 3)
