from datetime import date, datetime, time, timedelta, timezone, tzinfo

d = datetime(2024, 5, 17, 13, 4, 5, 678)
print(d, repr(d), d.date(), d.time(), d.timetz(), d.hour, d.minute, d.second, d.microsecond, d.tzinfo, d.fold)
print(repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)), repr(datetime(2024, 1, 1, 5)), datetime(2024, 1, 1))
utc = timezone.utc
cet = timezone(timedelta(hours=1), 'CET')
east = timezone(timedelta(hours=5, minutes=30))
odd = timezone(timedelta(hours=-3, minutes=-30, seconds=-15))
for z in (utc, cet, east, odd, timezone(timedelta(0)), timezone(timedelta(0), 'Z'), timezone.min, timezone.max):
    print(repr(z), str(z), z.utcoffset(None), z.dst(None), z.tzname(None), z == utc, hash(z) == hash(utc))
    x = d.replace(tzinfo=z)
    print(x, repr(x), x.isoformat(), x.utcoffset(), x.tzname(), x.astimezone(utc), x.timestamp())
    print(x.strftime('%z %Z'), x.astimezone(cet).isoformat(), x.utctimetuple()[:9])
print(d.isoformat(' '), d.isoformat(timespec='hours'), d.isoformat(timespec='minutes'), d.isoformat(timespec='seconds'))
print(d.isoformat(timespec='milliseconds'), d.isoformat(timespec='microseconds'), d.isoformat('_', 'auto'), d.ctime())
print(d.timetuple()[:9], d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal())
print(datetime.combine(date(2020, 1, 2), time(3, 4)), datetime.combine(date(2020, 1, 2), time(3, 4), utc))
print(d + timedelta(days=1, hours=11), d - timedelta(microseconds=679), d - datetime(2024, 5, 17), datetime(2023, 1, 1) - d)
a = datetime(2024, 1, 1, 12, tzinfo=utc)
b = datetime(2024, 1, 1, 13, tzinfo=cet)
print(a == b, a - b, a < b, a <= b, hash(a) == hash(b), a == datetime(2024, 1, 1, 12), a != datetime(2024, 1, 1, 12))
print(datetime.fromtimestamp(0, utc), datetime.fromtimestamp(1700000000.123456, utc), datetime.fromtimestamp(-1.5, cet))
print(datetime.utcfromtimestamp(1700000000), datetime.utcfromtimestamp(1e9 + 0.1), datetime.utcfromtimestamp(-0.0000005))
print(datetime.min, datetime.max, datetime.resolution, d.replace(hour=0, minute=0), d.replace(fold=1))
for text in ('2024-05-17', '2024-05-17T13:04:05', '2024-05-17 13:04', '2024-05-17T13', '20240517T130405', '2024-05-17T13:04:05.123',
             '2024-05-17T13:04:05.123456', '2024-05-17T13:04:05Z', '2024-05-17T13:04:05+02:00', '2024-05-17T13:04:05.5-03:30',
             '2024-05-17T13:04:05+0200', '2024-05-17T13:04:05,123456789', '2024-W20-5T10:00', '20240517T1304Z', '2024-05-17x13:04',
             '2024-05-17T25:00', '2024-05-17T13:4', '2024-05-17T', 'x', '2024-05-17T13:04:05+25:00', '2024-05-17T13:04:05+02:00:30',
             '2024-05-17T130405.12', '2024-05-17T13:0405', '2024-02-30T00:00', '2024-05-17T24:00'):
    try:
        print(text, repr(datetime.fromisoformat(text)))
    except ValueError as e:
        print(text, 'ValueError', e)
for text in ('13:04', '13', '130405', '13:04:05.5', '13:04:05.123456+01:00', 'T13:04', '1304Z', '25:00', '13:60', '13:04:05.', ''):
    try:
        print(text, repr(time.fromisoformat(text)))
    except ValueError as e:
        print(text, 'ValueError', e)
for f in (lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 0, 60), lambda: datetime(2024, 1, 1, 0, 0, 60),
          lambda: datetime(2024, 1, 1, microsecond=10 ** 6), lambda: datetime(2024, 1, 1, fold=2), lambda: datetime(2024, 1, 1, tzinfo=5),
          lambda: a < datetime(2024, 1, 1), lambda: a - datetime(2024, 1, 1), lambda: d < date(2024, 1, 1), lambda: d < 5,
          lambda: timezone(timedelta(hours=24)), lambda: timezone(5), lambda: d.isoformat(timespec='x'), lambda: d + 1,
          lambda: datetime.max + timedelta(1), lambda: tzinfo().utcoffset(None), lambda: datetime.combine(1, 2), lambda: d - 5,
          lambda: datetime.fromtimestamp(10 ** 12, utc), lambda: datetime.utcfromtimestamp(float('nan'))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return 'SUM'


s = datetime(2024, 7, 1, 12, tzinfo=Summer())
print(s, s.dst(), s.tzname(), s.timetuple()[8], s.astimezone(utc), a.astimezone(Summer()), s.strftime('%Z%z'))
t = time(1, 2, 3, 4, cet)
print(t, repr(t), t.utcoffset(), t.tzname(), t.isoformat('minutes'), t.replace(hour=5), t < time(1, 2, 4, tzinfo=cet), time(), bool(time()))
print(time(5) == time(5), time(5) != time(6), time(5) < time(6), time(5, tzinfo=utc) == time(6, tzinfo=cet), time.min, time.max)
print(f'{d:%H:%M}', f'{t:%I %p}', '%s' % time(3, 4), format(d, '%Y/%m/%d'), f'{d}', f'{d!r}')
print(time(13, 5).strftime('%Y-%m-%d %H %I %p %f'), d.strftime('%s')[:0], d.strftime('%f %z|%Z|'))
print(isinstance(d, date), issubclass(datetime, date), d == d.date(), type(d.date()).__name__)
