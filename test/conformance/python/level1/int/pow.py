print(2 ** 0, 0 ** 0, 2 ** -1, (-2) ** 3, (-2) ** -3, -2 ** 2, 2 ** 3 ** 2)
print(pow(2, 10), pow(2, 10, 7), pow(-3, 3, 5), pow(3, 0, 1), pow(7, -1, 13), pow(2, 5, -7))
print(pow(2, 0.5), 2 ** 0.5, pow(2.0, 3), 10 ** -2, 0 ** 5, 1 ** 10 ** 3)
for f in (lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5), lambda: 0.0 ** -1, lambda: pow(2, 'a'),
          lambda: pow('a', 2), lambda: 'a' ** 2):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print((-1) ** 1000001, (-1) ** 1000000, 10 ** 20, 7 ** 77)
print(pow(base=2, exp=3), pow(2, 3, mod=5))
