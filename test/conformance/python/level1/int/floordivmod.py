for a in (-9, -7, -1, 0, 1, 7, 9, 10**20, -10**20):
    for b in (-5, -3, -1, 1, 3, 5, 10**18 + 1, -10**18 - 1):
        q, r = a // b, a % b
        print(a, b, q, r, divmod(a, b) == (q, r), q * b + r == a)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 / 0, lambda: 10**30 // 0,
          lambda: 10**30 % 0, lambda: 0 ** -1):
    try:
        print(f())
    except ZeroDivisionError as e:
        print('ZeroDivisionError', e)
