import time

t = time.gmtime(1700000000)
print(t, t.tm_year, t[0], tuple(t), t.tm_zone, len(t), t == time.gmtime(1700000000.9))
print(time.strftime('%Y-%m-%d %H:%M:%S %j %a %b', t), time.asctime(t), time.asctime(time.gmtime(0)), time.gmtime(-1)[:6])
p = time.strptime('2024-02-29 13:04:05', '%Y-%m-%d %H:%M:%S')
print(p, p.tm_yday, p.tm_wday, time.strptime('30 Nov 00', '%d %b %y')[:3])
print(time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)), time.strftime('%d/%m/%y', (2024, 1, 2, 3, 4, 5, 1, 2, 0)))
print(isinstance(time.time(), float), isinstance(time.time_ns(), int), time.time() > 1.6e9, time.monotonic() <= time.monotonic(), time.perf_counter() >= 0)
for f in (lambda: time.struct_time((1, 2)), lambda: time.strptime('x', '%Y'), lambda: time.sleep(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
