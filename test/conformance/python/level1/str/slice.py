s = '0123456789'
for a in (None, 0, 3, -3, 10, 15, -15):
    for b in (None, 0, 5, -2, 20, -20):
        print(a, b, s[a:b], s[a:b:2], s[a:b:-1], s[a:b:-3])
print(s[::], s[:], s[::3], s[::-2], s[5:2], s[5:2:-1], s[True:], s[:10**30], s[-10**30:])
u = 'añ中😀z'
print(u[1:3], u[::-1], u[-2:], u[1::2], u[3], u[:-1])
for f in (lambda: s[::0], lambda: s[1.5:], lambda: s['a':]):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
