from datetime import date, datetime, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal())
print(d.isocalendar().week, d.timetuple()[:8], d.ctime(), d.isoformat())
print(d + timedelta(days=366), d - timedelta(1), d - date(2023, 2, 28), date(2023, 1, 1) - d)
print(d.replace(year=2020), d.replace(day=1), d.replace(month=3))
print(d < date(2024, 3, 1), d == date(2024, 2, 29), d != d, max(d, date(2000, 1, 1)), d >= d)
print(date.min, date.max, date.resolution, repr(date.min))
print(hash(d) == hash(date(2024, 2, 29)), {d: 1}[date(2024, 2, 29)])
for n in (1, 365, 366, 719163, 3652059, 146097, 146098, 36524, 36525, 1461, 1462):
    x = date.fromordinal(n)
    print(n, x, x.toordinal() == n, x.weekday(), x.isocalendar())
for y in range(1995, 2031):
    a, b = date(y, 1, 1), date(y, 12, 31)
    print(y, a.isocalendar(), b.isocalendar(), a.strftime('%U %W %V %G %j'), b.strftime('%U %W %V %G %j'))
for text in ('2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', '2024W09', '2024-2-9', '2024-02-30', '', '2024-13-01',
             '2024-W54-1', '2024-0229', '2024-02-29T', 'abcd-ef-gh', '2024-W01-8', '02024-02-29'):
    try:
        print(text, date.fromisoformat(text))
    except ValueError as e:
        print(text, 'ValueError', e)
print(date.fromisocalendar(2020, 53, 7), date.fromisocalendar(2021, 1, 1))
for args in ((2021, 53, 1), (2020, 0, 1), (2020, 1, 0), (0, 1, 1)):
    try:
        print(date.fromisocalendar(*args))
    except ValueError as e:
        print(e)
for f in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date(2023, 1, 0),
          lambda: date('x', 1, 1), lambda: date(2023, 1.0, 1), lambda: date.max + timedelta(1), lambda: date.min - timedelta(1),
          lambda: d < 5, lambda: d < datetime(2024, 1, 1), lambda: d + 1, lambda: d - 'x', lambda: date.fromordinal(0),
          lambda: date.fromisoformat(5), lambda: d + d):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(d == datetime(2024, 2, 29), d != 5, d == 'x')
print(f'{d:%d.%m.%Y}', '{:%B}'.format(d), format(d), '%s' % d)
print(d.strftime('%a %A %w %d %b %B %m %y %Y %H %I %p %M %S %f %j %% %c %x %X %u %e %D %F %T %R %h %C %G %V %n|%t|%q %'))
print(date(99, 1, 5).strftime('%Y %y %C'), date(1, 1, 1).strftime('%Y-%m-%d'), date(5, 3, 4).isoformat())
print(sorted([date(2024, 1, 3), date(2023, 5, 5), date(2024, 1, 1)]))
print(d.strftime('%-d %-m %_d %^a %#Z'), date(2024, 3, 5).strftime('%-d/%-m/%y %_d %e'))


class Day(date):
    pass


x = Day(2020, 1, 2)
print(repr(x), type(x + timedelta(1)).__name__, type(x.replace(day=3)).__name__, Day.fromordinal(5))
