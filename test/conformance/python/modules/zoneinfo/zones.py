from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

names = ['UTC', 'Europe/Berlin', 'Europe/London', 'Europe/Dublin', 'America/New_York', 'America/Sao_Paulo', 'America/St_Johns', 'Asia/Shanghai', 'Asia/Kolkata',
         'Asia/Tokyo', 'Asia/Tehran', 'Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Apia', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Kathmandu',
         'America/Los_Angeles', 'Europe/Moscow', 'Asia/Jerusalem', 'America/Santiago', 'Etc/GMT+5', 'US/Pacific', 'GMT']
for name in names:
    z = ZoneInfo(name)
    out = []
    for t in (10 ** 8, 5 * 10 ** 8, 8 * 10 ** 8, 10 ** 9, 1111111111, 1234567890, 14 * 10 ** 8, 1711846799, 1711846800, 1729990800, 1700000000, 1720000000, 2 * 10 ** 9, 2120000000, 3 * 10 ** 9):
        d = datetime.fromtimestamp(t, z)
        out.append('%s %s %s %d' % (d.isoformat(), d.tzname(), d.dst(), d.fold))
    print(name, *out, sep=' | ')
    for month in range(1, 13):
        d = datetime(2024, month, 31 if month in (3, 10) else 3, 2, 30, tzinfo=z)
        e = d.replace(fold=1)
        print('  ', d, d.utcoffset(), e.utcoffset(), d.astimezone(timezone.utc), d.tzname(), d.timestamp(), (d + timedelta(hours=1)).isoformat())
berlin = ZoneInfo('Europe/Berlin')
a = datetime(2024, 3, 30, 12, tzinfo=berlin)
print(a, a + timedelta(days=1), (a + timedelta(days=1)).utcoffset(), datetime(2024, 3, 31, 2, 30, tzinfo=berlin), datetime(2024, 10, 27, 2, 30, tzinfo=berlin), datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=berlin))
print(repr(berlin), str(berlin), berlin.key, ZoneInfo('Europe/Berlin') is berlin, berlin.utcoffset(None), ZoneInfo('Asia/Tokyo') == ZoneInfo('Asia/Tokyo'), ZoneInfo('UTC').utcoffset(None))
print(a.astimezone(ZoneInfo('America/New_York')), a == a.astimezone(ZoneInfo('Asia/Tokyo')), a - datetime(2024, 3, 30, 12, tzinfo=ZoneInfo('Asia/Tokyo')), a.strftime('%Y-%m-%d %H:%M %Z %z'))
print(len(available_timezones()) > 400, 'Europe/Paris' in available_timezones(), 'Nowhere/Land' in available_timezones())
try:
    ZoneInfo('Nowhere/Land')
except ZoneInfoNotFoundError as e:
    print(type(e).__name__, e)
