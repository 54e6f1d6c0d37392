from datetime import timedelta

for args in ({}, {'days': 1}, {'days': -1}, {'seconds': 1}, {'seconds': -1}, {'microseconds': 1}, {'microseconds': -1}, {'weeks': 2},
             {'hours': 25, 'minutes': 61, 'seconds': 61}, {'milliseconds': 1500}, {'days': 1.5}, {'hours': 0.1}, {'seconds': 0.1},
             {'seconds': 1e-7}, {'seconds': 5e-7}, {'seconds': 1.5e-6}, {'microseconds': 0.5}, {'microseconds': 1.5},
             {'microseconds': 2.5}, {'days': 0.1, 'seconds': 0.1, 'microseconds': 0.1}, {'days': 10 ** 6}, {'minutes': -90},
             {'days': -1, 'seconds': 86399, 'microseconds': 999999}, {'weeks': 0.5, 'hours': 1.25}, {'microseconds': -0.5}):
    t = timedelta(**args)
    print(args, repr(t), str(t), t.days, t.seconds, t.microseconds, t.total_seconds(), bool(t))
a = timedelta(days=1, seconds=30)
b = timedelta(hours=5, microseconds=7)
print(a + b, a - b, -a, +a, abs(-a), a * 3, 3 * a, a * 0.5, a * 1.7, a / 7, a / 0.3, a / b, a // b, a // 7, a % b, divmod(a, b))
print(b - a, abs(b - a), (b - a).total_seconds())
print(a > b, a == timedelta(seconds=86430), a != b, a >= a, sorted([a, b, -a]), min(a, b), sum([a, b], timedelta()))
print(hash(a) == hash(timedelta(1, 30)), timedelta.min, timedelta.max, timedelta.resolution, repr(timedelta.max))
print(timedelta(1) == 1, timedelta(0) == 0, timedelta(1) != 'x')
for f in (lambda: timedelta(days=10 ** 9), lambda: timedelta('x'), lambda: a + 1, lambda: a * 'x', lambda: a / 0, lambda: a // timedelta(0),
          lambda: a < 1, lambda: timedelta.max + timedelta(1), lambda: a * a, lambda: 1 / a, lambda: timedelta(bogus=1), lambda: a / 0.0,
          lambda: timedelta(seconds=None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(timedelta(seconds=7) / 2, timedelta(microseconds=5) / 2, timedelta(microseconds=7) / 2, timedelta(microseconds=-5) / 2)
print(timedelta(microseconds=3) * 0.5, timedelta(microseconds=5) * 0.5, timedelta(0, 1) // 3, timedelta(0, -1) // 3)
