# Clock time. The clock is the host's and stands still during an evaluation, so that a replay sees the same times.

import _host

__all__ = ['altzone', 'asctime', 'ctime', 'daylight', 'get_clock_info', 'gmtime', 'localtime', 'mktime', 'monotonic',
           'monotonic_ns', 'perf_counter', 'perf_counter_ns', 'process_time', 'sleep', 'strftime', 'strptime', 'struct_time',
           'time', 'time_ns', 'timezone', 'tzname']

_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')


class struct_time(tuple):
    def __new__(cls, sequence, zone=None, offset=None):
        fields = tuple(sequence)
        if len(fields) < 9:
            raise TypeError('time.struct_time() takes an at least 9-sequence (%d-sequence given)' % len(fields))
        if len(fields) > 11:
            raise TypeError('time.struct_time() takes an at most 11-sequence (%d-sequence given)' % len(fields))
        self = tuple.__new__(cls, fields[:9])
        self.tm_zone = fields[9] if len(fields) > 9 else zone
        self.tm_gmtoff = fields[10] if len(fields) > 10 else offset
        return self

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        return 'time.struct_time(%s)' % ', '.join(['%s=%r' % pair for pair in zip(_FIELDS, self)])


timezone = altzone = -_host.clock()[1]
daylight = 0
tzname = (_host.clock()[2], _host.clock()[2])


def time():
    """Seconds since 1970 by the run's clock.

    >>> time.time() > 1e9
    True
    """
    return _host.clock()[0] / 1000000


def time_ns():
    """Nanoseconds since 1970 by the run's clock.

    >>> time.time_ns() > 10**18
    True
    """
    return _host.clock()[0] * 1000


monotonic = perf_counter = process_time = time
monotonic_ns = perf_counter_ns = time_ns


def sleep(secs, /):
    """Nothing waits inside an evaluation.

    >>> time.sleep(0)
    """
    if secs < 0:
        raise ValueError('sleep length must be non-negative')


def _broken_down(seconds, zone, offset):
    import datetime
    if seconds is None:
        seconds = _host.clock()[0] // 1000000
    if seconds != seconds:
        raise ValueError('Invalid value NaN (not a number)')
    days, rest = divmod(int(seconds // 1) + offset, 86400)
    year, month, day = datetime._from_ordinal(days + 719163)
    yday = days + 719163 - datetime._to_ordinal(year, 1, 1) + 1
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0), zone, offset)


def gmtime(seconds=None, /):
    """A timestamp as UTC parts.

    >>> time.gmtime(0).tm_year
    1970
    """
    return _broken_down(seconds, 'GMT', 0)


def localtime(seconds=None, /):
    """A timestamp as local parts.

    >>> time.localtime(0).tm_year in (1969, 1970)
    True
    """
    return _broken_down(seconds, tzname[0], -timezone)


def _ordinal(t):
    import datetime
    month = t[1] - 1
    return datetime._to_ordinal(t[0] + month // 12, month % 12 + 1, 1) + t[2] - 1


def mktime(t, /):
    """The timestamp of local parts.

    >>> time.mktime(time.localtime(86400))
    86400.0
    """
    t = _tuple(t)
    return float((_ordinal(t) - 719163) * 86400 + t[3] * 3600 + t[4] * 60 + t[5] + timezone)


def _tuple(t):
    if not isinstance(t, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(t) != 9:
        raise TypeError('%s: illegal time tuple argument' % 'mktime')
    return t


_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


def asctime(t=None, /):
    """Parts as text in C's form.

    >>> time.asctime(time.gmtime(0))
    'Thu Jan  1 00:00:00 1970'
    """
    if t is None:
        t = localtime()
    return '%s %s %2d %02d:%02d:%02d %d' % (_DAYS[t[6]], _MONTHS[t[1]], t[2], t[3], t[4], t[5], t[0])


def ctime(seconds=None, /):
    """A timestamp as local text in C's form.

    >>> len(time.ctime(0))
    24
    """
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    """Parts as text by a format.

    >>> time.strftime('%Y-%m-%d', time.gmtime(86400))
    '1970-01-02'
    """
    import _timeformat
    if t is None:
        t = localtime()
    zone = getattr(t, 'tm_zone', None) or tzname[0]
    offset = getattr(t, 'tm_gmtoff', None)
    return _timeformat.write(format, t[0], t[1] or 1, t[2] or 1, t[3], t[4], t[5], 0, False, t[6], t[7] or 1, zone,
                             -timezone if offset is None else offset)


def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
    """The parts of a text by a format.

    >>> time.strptime('2024-02-29', '%Y-%m-%d').tm_yday
    60
    """
    import _timeformat
    f = _timeformat.read(string, format)
    offset = None if f['offset'] is None else f['offset'] // 1000000
    return struct_time((f['year'], f['month'], f['day'], f['hour'], f['minute'], f['second'], f['weekday'], f['yearday'],
                        -1 if f['zone'] is None else 0), f['zone'], offset)
