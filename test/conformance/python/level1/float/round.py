for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, 1e20, 1e300, 0.0, -0.0):
    print(x, round(x))
for x, n in ((2.675, 2), (1.005, 2), (0.125, 2), (0.375, 2), (1234.5678, -2), (1250, -2), (1350, -2), (1.5, 0), (2.5, 0), (-2.5, 0), (1e22, 2), (5e-324, 5), (1.23456789, 5), (15, -1), (25, -1), (-15, -1), (12345678901234567890, -5), (0.1, 20), (1e16 + 0.5, 1), (9.995, 2), (5.015, 2)):
    print(x, n, round(x, n))
print(round(1.7, None), round(7), round(7, 2), round(True), round(-7, -1), round(number=2.567, ndigits=1))
for a in (float('inf'), float('nan')):
    try:
        print(round(a))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    print(round(a, 2))
for args in (('a',), (1.5, 'a'), (1.5, 1.5), (1, 1.5), ()):
    try:
        print(round(*args))
    except TypeError as e:
        print('TypeError', e)
