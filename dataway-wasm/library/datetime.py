# Dates, times, durations and fixed offsets. Local time is the host's: one offset for the whole evaluation.

import _calendar
from _record import make as _make

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR = 1
MAXYEAR = 9999

_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MAX_ORDINAL = 3652059
_DAY_US = 86400000000
# What instances keep; a datetime a time zone and a fold only when there are any.
_SPAN = ('_us', '_days', '_seconds', '_microseconds')
_DAY = ('_year', '_month', '_day')
_CLOCK = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')
_MOMENT = _DAY + ('_hour', '_minute', '_second', '_microsecond')


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTH[month]


def _to_ordinal(year, month, day):
    y = year - 1
    n = y * 365 + y // 4 - y // 100 + y // 400 + _BEFORE[month] + day
    return n + 1 if month > 2 and _is_leap(year) else n


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    leap = _is_leap(year)
    before = _BEFORE[month] + (1 if month > 2 and leap else 0)
    if before > n:
        month -= 1
        before -= _days_in_month(year, month)
    return year, month, n - before + 1


def _int(n):
    if isinstance(n, int):
        return +n
    if hasattr(n, '__index__'):
        return n.__index__()
    raise TypeError("'%s' object cannot be interpreted as an integer" % (type(n).__name__,))


def _missing(**given):
    for place, (name, value) in enumerate(given.items()):
        if value is None:
            raise TypeError("function missing required argument '%s' (pos %d)" % (name, place + 1))


def _check_date(year, month, day):
    year = _int(year)
    month = _int(month)
    day = _int(day)
    if not 1 <= year <= 9999:
        raise ValueError('year %d is out of range' % year)
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond):
    hour = _int(hour)
    minute = _int(minute)
    second = _int(second)
    microsecond = _int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    return hour, minute, second, microsecond


def _check_fold(fold):
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % (type(tz).__name__,))


def _divide(a, b):
    """a / b rounded half to even."""
    q, r = divmod(a, b)
    twice = 2 * r
    if (twice > b if b > 0 else twice < b) or (twice == b and q & 1):
        q += 1
    return q


def _clock():
    """Microseconds since the epoch, and the local zone's offset in seconds and name."""
    try:
        import _host
    except ImportError:
        import time
        return int(time.time() * 1000000), 0, 'UTC'
    return _host.clock()


class timedelta:
    """A span of time: `timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks)`.

    >>> datetime.timedelta(hours=36)
    datetime.timedelta(days=1, seconds=43200)
    >>> datetime.date(2024, 3, 1) - datetime.date(2024, 2, 1)
    datetime.timedelta(days=29)
    """

    __typename__ = 'datetime.timedelta'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0, **other):
        if other:
            raise TypeError("'%s' is an invalid keyword argument for __new__()" % next(iter(other)))
        total = _calendar.span(days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        if total is not None:
            return cls._of(total)
        total = 0
        rest = 0.0
        for name, value, unit in (('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                                  ('seconds', seconds, 1000000), ('minutes', minutes, 60000000),
                                  ('hours', hours, 3600000000), ('days', days, _DAY_US), ('weeks', weeks, 604800000000)):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                part = (value - whole) * unit
                more = int(part)
                total += whole * unit + more
                rest += part - more
            else:
                raise TypeError('unsupported type for timedelta %s component: %s' % (name, type(value).__name__))
        if rest:
            # Half to even, counted on the whole sum.
            total += round(rest + (total & 1)) - (total & 1)
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        days, rest = divmod(total, _DAY_US)
        if not -999999999 <= days <= 999999999:
            if not -2147483648 <= days <= 2147483647:
                raise OverflowError('Python int too large to convert to C int')
            raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
        return _make(cls, _SPAN, (total, days) + divmod(rest, 1000000))

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        """The whole span in seconds.

        >>> datetime.timedelta(minutes=1, milliseconds=500).total_seconds()
        60.5
        """
        return self._us / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append('days=%d' % self._days)
        if self._seconds:
            parts.append('seconds=%d' % self._seconds)
        if self._microseconds:
            parts.append('microseconds=%d' % self._microseconds)
        return '%s(%s)' % (_name(self), ', '.join(parts) or '0')

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = '%d:%02d:%02d' % (minutes // 60, minutes % 60, seconds)
        if self._days:
            text = '%d day%s, %s' % (self._days, '' if abs(self._days) == 1 else 's', text)
        if self._microseconds:
            text += '.%06d' % self._microseconds
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us + other._us)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us - other._us)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._us - self._us)
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return timedelta._of(self._us)

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_divide(self._us * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._of(_divide(self._us, other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_divide(self._us * d, n))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        if isinstance(other, int):
            return timedelta._of(self._us // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us % other._us)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._us, other._us)
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._us != 0


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._of(1000000000 * _DAY_US - 1)
timedelta.resolution = timedelta(microseconds=1)


def _name(value):
    cls = type(value)
    if cls in (date, datetime, time, timedelta, timezone):
        return 'datetime.' + cls.__name__
    return cls.__qualname__


class tzinfo:
    __typename__ = 'datetime.tzinfo'

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        dst = dt.dst()
        if dst is None:
            raise ValueError('fromutc: non-None dst() result required')
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + dst


class timezone(tzinfo):
    """A fixed distance from UTC.

    >>> datetime.timezone(datetime.timedelta(hours=8))
    datetime.timezone(datetime.timedelta(seconds=28800))
    """

    __typename__ = 'datetime.timezone'

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not ' + type(offset).__name__)
        if name is not None and not isinstance(name, str):
            raise TypeError('timezone() argument 2 must be str, not ' + type(name).__name__)
        if not -_DAY_US < offset._us < _DAY_US:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                             'not %r.' % (offset,))
        if name is None and not offset and cls is timezone and hasattr(timezone, 'utc'):
            return timezone.utc
        self = object.__new__(cls)
        self._offset = offset
        self._label = name
        return self

    def utcoffset(self, dt):
        _check_argument(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        _check_argument(dt, 'tzname')
        if self._label is not None:
            return self._label
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        _check_argument(dt, 'dst')
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._label is None:
            return '%s(%r)' % (_name(self), self._offset)
        return '%s(%r, %r)' % (_name(self), self._offset, self._label)

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


def _check_argument(dt, method):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError('%s(dt) argument must be a datetime instance or None, not %s' % (method, type(dt).__name__))


def _offset_text(offset, colon=':'):
    """+01:00, with seconds and microseconds where there are any."""
    us = offset._us
    sign = '-' if us < 0 else '+'
    us = abs(us)
    minutes, us = divmod(us, 60000000)
    text = '%s%02d%s%02d' % (sign, minutes // 60, colon, minutes % 60)
    if us:
        text += '%s%02d' % (colon, us // 1000000)
        if us % 1000000:
            text += '.%06d' % (us % 1000000)
    return text


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


def _ask(zone, method, dt):
    """What a zone's utcoffset() or dst() says, checked."""
    if zone is None:
        return None
    offset = getattr(zone, method)(dt)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'" % (method, type(offset).__name__))
    if not -_DAY_US < offset._us < _DAY_US:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                         'not %r.' % (offset,))
    return offset


class IsoCalendarDate(tuple):
    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % (self[0], self[1], self[2])


def _week_one(year):
    """The ordinal of the Monday of ISO week 1."""
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _from_iso_week(year, week, day):
    if not 1 <= year <= 9999:
        raise ValueError('Year is out of range: %d' % year)
    if not 1 <= week <= 53 or (week == 53 and _week_one(year + 1) - _week_one(year) != 371 if year < 9999 else week == 53):
        raise ValueError('Invalid week: %d' % week)
    if not 1 <= day <= 7:
        raise ValueError('Invalid day: %d (range is [1, 7])' % day)
    return _from_ordinal(_week_one(year) + (week - 1) * 7 + day - 1)


_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


class date:
    """A day: `date(year, month, day)`.

    >>> datetime.date(2024, 2, 29)
    datetime.date(2024, 2, 29)
    >>> datetime.date(2024, 1, 31) + datetime.timedelta(days=1)
    datetime.date(2024, 2, 1)
    """

    __typename__ = 'datetime.date'

    def __new__(cls, year=None, month=None, day=None):
        if day is None:
            _missing(year=year, month=month, day=day)
        return _make(cls, _DAY, _check_date(year, month, day))

    @classmethod
    def today(cls):
        """The day of the run's clock.

        >>> datetime.date.today() >= datetime.date(2023, 1, 1)
        True
        """
        us, offset, name = _clock()
        return cls.fromordinal((us // 1000000 + offset) // 86400 + 719163)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local day of a POSIX timestamp.

        >>> datetime.date.fromtimestamp(86400 * 365)
        datetime.date(1971, 1, 1)
        """
        us, offset, name = _clock()
        return cls.fromordinal((_seconds_us(timestamp) // 1000000 + offset) // 86400 + 719163)

    @classmethod
    def fromordinal(cls, ordinal, /):
        """The day by its number since 1-1-1.

        >>> datetime.date.fromordinal(738000)
        datetime.date(2021, 7, 29)
        """
        if not 1 <= ordinal <= _MAX_ORDINAL:
            raise ValueError('ordinal must be >= 1' if ordinal < 1 else 'year is out of range')
        year, month, day = _from_ordinal(ordinal)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day of an ISO 8601 text.

        >>> datetime.date.fromisoformat('2024-02-29')
        datetime.date(2024, 2, 29)
        """
        plain = _calendar.iso(date_string)
        if plain is not None and len(date_string) == 10:
            return cls(plain[0], plain[1], plain[2])
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        found = _read_date(date_string)
        if found is None or found[3] != len(date_string):
            raise ValueError('Invalid isoformat string: %r' % (date_string,))
        return cls(found[0], found[1], found[2])

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday.

        >>> datetime.date.fromisocalendar(2024, 9, 4)
        datetime.date(2024, 2, 29)
        """
        return cls(*_from_iso_week(year, week, day))

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def toordinal(self):
        """The number of the day since 1-1-1.

        >>> datetime.date(2024, 1, 1).toordinal()
        738886
        """
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        """The day of the week, Monday is 0.

        >>> datetime.date(2024, 2, 29).weekday()
        3
        """
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """The day of the week, Monday is 1.

        >>> datetime.date(2024, 2, 29).isoweekday()
        4
        """
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """ISO year, week and weekday.

        >>> datetime.date(2024, 2, 29).isocalendar()
        datetime.IsoCalendarDate(year=2024, week=9, weekday=4)
        """
        year = self._year
        today = _to_ordinal(year, self._month, self._day)
        start = _week_one(year)
        week, day = divmod(today - start, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week_one(year), 7)
        elif week >= 52 and today >= _week_one(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def replace(self, year=None, month=None, day=None):
        """The day with other parts.

        >>> datetime.date(2024, 2, 29).replace(day=1)
        datetime.date(2024, 2, 1)
        """
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def timetuple(self):
        """The day as a struct_time.

        >>> datetime.date(2024, 2, 29).timetuple().tm_yday
        60
        """
        import time as module
        start = _to_ordinal(self._year, 1, 1)
        return module.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self.toordinal() - start + 1, -1))

    def ctime(self):
        """Text as in C.

        >>> datetime.date(2024, 2, 29).ctime()
        'Thu Feb 29 00:00:00 2024'
        """
        return '%s %s %2d 00:00:00 %04d' % (_DAYS[self.weekday()], _MONTHS[self._month], self._day, self._year)

    def isoformat(self):
        """ISO 8601 text.

        >>> datetime.date(2024, 2, 29).isoformat()
        '2024-02-29'
        """
        return _calendar.day_text(self._year, self._month, self._day)

    __str__ = isoformat

    def __repr__(self):
        return '%s(%d, %d, %d)' % (_name(self), self._year, self._month, self._day)

    def strftime(self, format):
        """Text by a format.

        >>> datetime.date(2024, 2, 29).strftime('%d.%m.%Y')
        '29.02.2024'
        """
        import _timeformat
        return _timeformat.write(format, self._year, self._month, self._day)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError('__format__() argument 1 must be str, not ' + type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other._days
            if not 0 < n <= _MAX_ORDINAL:
                raise OverflowError('date value out of range')
            return type(self).fromordinal(n)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _order(self, other):
        """Negative, zero or positive; None if it cannot be compared with a date."""
        if isinstance(other, date) and not isinstance(other, datetime):
            a = (self._year, self._month, self._day)
            b = (other._year, other._month, other._day)
            return (a > b) - (a < b)
        if isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return None

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._year == other._year and self._month == other._month and self._day == other._day
        return NotImplemented

    def __lt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        return hash((self._year, self._month, self._day))


def _time_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        return _calendar.time_text(hour, minute, second, microsecond)
    if timespec == 'hours':
        return '%02d' % hour
    if timespec == 'minutes':
        return '%02d:%02d' % (hour, minute)
    text = '%02d:%02d:%02d' % (hour, minute, second)
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return '%s.%03d' % (text, microsecond // 1000)
    if timespec == 'microseconds':
        return '%s.%06d' % (text, microsecond)
    raise ValueError('Unknown timespec value')


class time:
    """A time of day: `time(hour, minute, second, microsecond, tzinfo)`.

    >>> datetime.time(9, 30)
    datetime.time(9, 30)
    """

    __typename__ = 'datetime.time'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        clock = _check_time(hour, minute, second, microsecond)
        _check_fold(fold)
        _check_zone(tzinfo)
        return _make(cls, _CLOCK, clock + (tzinfo, fold))

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time of an ISO 8601 text.

        >>> datetime.time.fromisoformat('09:30:15')
        datetime.time(9, 30, 15)
        """
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            found = _read_time(time_string[1:] if time_string.startswith('T') else time_string)
        except ValueError:
            found = None
        if found is None:
            raise ValueError('Invalid isoformat string: %r' % (time_string,))
        return cls(*found)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        return _ask(self._tzinfo, 'utcoffset', None)

    def dst(self):
        return _ask(self._tzinfo, 'dst', None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The time with other parts.

        >>> datetime.time(9, 30).replace(minute=0)
        datetime.time(9, 0)
        """
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def isoformat(self, timespec='auto'):
        """ISO 8601 text.

        >>> datetime.time(9, 30).isoformat()
        '09:30:00'
        """
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = '%d, %d' % (self._hour, self._minute)
        if self._microsecond:
            text += ', %d, %d' % (self._second, self._microsecond)
        elif self._second:
            text += ', %d' % self._second
        if self._tzinfo is not None:
            text += ', tzinfo=%r' % (self._tzinfo,)
        if self._fold:
            text += ', fold=1'
        return '%s(%s)' % (_name(self), text)

    def strftime(self, format):
        """Text by a format.

        >>> datetime.time(9, 30).strftime('%H:%M')
        '09:30'
        """
        import _timeformat
        return _timeformat.write(format, 1900, 1, 1, self._hour, self._minute, self._second, self._microsecond, self)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError('__format__() argument 1 must be str, not ' + type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def _us(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _order(self, other, equality=False):
        if not isinstance(other, time):
            return None
        a = self._us()
        b = other._us()
        if self._tzinfo is not other._tzinfo:
            mine = self.utcoffset()
            theirs = other.utcoffset()
            if mine != theirs:
                if mine is None or theirs is None:
                    if equality:
                        return 2
                    raise TypeError("can't compare offset-naive and offset-aware times")
                a -= mine._us
                b -= theirs._us
        return (a > b) - (a < b)

    def __eq__(self, other):
        order = self._order(other, True)
        return NotImplemented if order is None else order == 0

    def __lt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._us() - (offset._us if offset else 0))


def _digits(text, at, count):
    """A number of exactly so many digits, or -1."""
    part = text[at:at + count]
    if len(part) == count and part.isascii() and part.isdigit():
        return int(part)
    return -1


def _read_date(text):
    """(year, month, day, end) of the ISO date that the text begins with, or None."""
    year = _digits(text, 0, 4)
    if year < 0:
        return None
    dash = text[4:5] == '-'
    at = 5 if dash else 4
    if text[at:at + 1] == 'W':
        week = _digits(text, at + 1, 2)
        at += 3
        day = 1
        if dash and text[at:at + 1] == '-':
            day = _digits(text, at + 1, 1)
            at += 2
        elif not dash and _digits(text, at, 1) >= 0:
            day = _digits(text, at, 1)
            at += 1
        if week < 0 or day < 0:
            return None
        try:
            year, month, day = _from_iso_week(year, week, day)
        except ValueError:
            return None
        return year, month, day, at
    month = _digits(text, at, 2)
    at += 2
    if dash:
        if text[at:at + 1] != '-':
            return None
        at += 1
    day = _digits(text, at, 2)
    if month < 0 or day < 0:
        return None
    return year, month, day, at + 2


def _read_clock(text):
    """[hour, minute, second, microsecond] from HH[[:]MM[[:]SS[.ffffff]]], or None."""
    parts = [0, 0, 0, 0]
    at = 0
    colon = text[2:3] == ':'
    for i in range(3):
        n = _digits(text, at, 2)
        if n < 0:
            return None
        parts[i] = n
        at += 2
        if at == len(text):
            return parts
        c = text[at]
        if i == 2 or c in '.,':
            break
        if colon:
            if c != ':':
                return None
            at += 1
        elif c == ':':
            return None
    if i != 2 or text[at] not in '.,':
        return None
    fraction = text[at + 1:]
    if not (fraction.isascii() and fraction.isdigit()):
        return None
    parts[3] = int((fraction + '00000')[:6])
    return parts


def _read_time(text):
    """The arguments for time() of an ISO time with its offset, or None."""
    cut = -1
    for i in range(len(text)):
        if text[i] in '+-Z':
            cut = i
            break
    clock = _read_clock(text if cut < 0 else text[:cut])
    if clock is None:
        return None
    zone = None
    if cut >= 0:
        offset = text[cut + 1:]
        if text[cut] == 'Z':
            if offset:
                return None
            zone = timezone.utc
        else:
            parts = _read_clock(offset)
            if parts is None:
                return None
            us = ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000000 + parts[3]
            zone = timezone(timedelta(microseconds=-us if text[cut] == '-' else us))
    return clock[0], clock[1], clock[2], clock[3], zone


def _seconds_us(timestamp):
    """A timestamp as whole microseconds, rounded half to even."""
    if isinstance(timestamp, int):
        return timestamp * 1000000
    if not isinstance(timestamp, float):
        if not hasattr(timestamp, '__index__') and not hasattr(timestamp, '__float__'):
            raise TypeError("'%s' object cannot be interpreted as an integer" % (type(timestamp).__name__,))
        timestamp = float(timestamp)
    if timestamp != timestamp:
        raise ValueError('Invalid value NaN (not a number)')
    whole = int(timestamp // 1)
    return whole * 1000000 + round((timestamp - whole) * 1e6)


class datetime(date):
    """A day and a time: `datetime(year, month, day, hour, minute, second, microsecond, tzinfo)`.

    >>> datetime.datetime(2024, 2, 29, 9, 30) + datetime.timedelta(days=1)
    datetime.datetime(2024, 3, 1, 9, 30)
    """

    __typename__ = 'datetime.datetime'
    _tzinfo = None
    _fold = 0

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if day is None:
            _missing(year=year, month=month, day=day)
        parts = _calendar.moment(year, month, day, hour, minute, second, microsecond)
        if parts is None:
            parts = _check_date(year, month, day) + _check_time(hour, minute, second, microsecond)
        _check_fold(fold)
        _check_zone(tzinfo)
        self = _make(cls, _MOMENT, parts)
        if tzinfo is not None:
            self._tzinfo = tzinfo
        if fold:
            self._fold = fold
        return self

    @classmethod
    def _of(cls, us, zone=None, fold=0):
        """From microseconds since 0001-01-01 less a day."""
        days, rest = divmod(us, _DAY_US)
        if not 1 <= days <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        year, month, day = _from_ordinal(days)
        second, microsecond = divmod(rest, 1000000)
        minute, second = divmod(second, 60)
        return cls(year, month, day, minute // 60, minute % 60, second, microsecond, zone, fold=fold)

    def _us(self):
        seconds = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        return seconds * 1000000 + self._microsecond

    @classmethod
    def _at(cls, us, tz):
        us += 719163 * _DAY_US
        if not _DAY_US <= us < (_MAX_ORDINAL + 1) * _DAY_US:
            raise ValueError('year %d is out of range' % (us // (_DAY_US * 146097 // 400) + 1))
        if tz is None:
            return cls._of(us + _clock()[1] * 1000000)
        return tz.fromutc(cls._of(us, tz))

    @classmethod
    def now(cls, tz=None):
        """The time of the run's clock, in a time zone when one is given.

        >>> datetime.datetime.now(datetime.timezone.utc).tzinfo
        datetime.timezone.utc
        """
        _check_zone(tz)
        return cls._at(_clock()[0], tz)

    @classmethod
    def today(cls):
        """The local time of the run's clock.

        >>> datetime.datetime.today().tzinfo
        """
        return cls._at(_clock()[0], None)

    @classmethod
    def utcnow(cls):
        """The UTC time of the run's clock, without a zone.

        >>> datetime.datetime.utcnow() >= datetime.datetime(2023, 1, 1)
        True
        """
        return cls._of(_clock()[0] + 719163 * _DAY_US)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The time of a POSIX timestamp, in a time zone when one is given.

        >>> datetime.datetime.fromtimestamp(0, datetime.timezone.utc)
        datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
        """
        _check_zone(tz)
        return cls._at(_seconds_us(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """The UTC time of a POSIX timestamp, without a zone.

        >>> datetime.datetime.utcfromtimestamp(86400)
        datetime.datetime(1970, 1, 2, 0, 0)
        """
        us = _seconds_us(timestamp) + 719163 * _DAY_US
        if not _DAY_US <= us < (_MAX_ORDINAL + 1) * _DAY_US:
            raise ValueError('year %d is out of range' % (us // (_DAY_US * 146097 // 400) + 1))
        return cls._of(us)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time put together.

        >>> datetime.datetime.combine(datetime.date(2024, 2, 29), datetime.time(9, 30))
        datetime.datetime(2024, 2, 29, 9, 30)
        """
        if not isinstance(date, _date):
            raise TypeError('combine() argument 1 must be datetime.date, not ' + type(date).__name__)
        if not isinstance(time, _time):
            raise TypeError('combine() argument 2 must be datetime.time, not ' + type(time).__name__)
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond,
                   time._tzinfo if tzinfo is True else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The time of an ISO 8601 text.

        >>> datetime.datetime.fromisoformat('2024-02-29T09:30:00+08:00')
        datetime.datetime(2024, 2, 29, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800)))
        """
        plain = _calendar.iso(date_string)
        if plain is not None:
            return _make(cls, _MOMENT, plain) if cls is datetime else cls(*plain)
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        rest = None
        found = _read_date(date_string)
        if found is not None and found[3] < len(date_string):
            rest = _read_time(date_string[found[3] + 1:])
            if rest is None:
                found = None
        if found is None:
            raise ValueError('Invalid isoformat string: %r' % (date_string,))
        if rest is None:
            return cls(found[0], found[1], found[2])
        return cls(found[0], found[1], found[2], *rest)

    @classmethod
    def strptime(cls, date_string, format, /):
        """The time of a text by a format.

        >>> datetime.datetime.strptime('29.02.2024 09:30', '%d.%m.%Y %H:%M')
        datetime.datetime(2024, 2, 29, 9, 30)
        """
        import _timeformat
        f = _timeformat.read(date_string, format)
        zone = None
        if f['offset'] is not None:
            offset = timedelta(microseconds=f['offset'])
            zone = timezone(offset) if f['zone'] is None else timezone(offset, f['zone'])
        return cls(f['year'], f['month'], f['day'], f['hour'], f['minute'], f['second'], f['microsecond'], zone)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        return _ask(self._tzinfo, 'utcoffset', self)

    def dst(self):
        return _ask(self._tzinfo, 'dst', self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def date(self):
        """The day.

        >>> datetime.datetime(2024, 2, 29, 9, 30).date()
        datetime.date(2024, 2, 29)
        """
        return _make(_date, _DAY, (self._year, self._month, self._day))

    def time(self):
        """The time of day.

        >>> datetime.datetime(2024, 2, 29, 9, 30).time()
        datetime.time(9, 30)
        """
        return _time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        """The time as a struct_time.

        >>> datetime.datetime(2024, 2, 29, 9, 30).timetuple().tm_hour
        9
        """
        import time as module
        dst = self.dst()
        flag = -1 if dst is None else 1 if dst else 0
        start = _to_ordinal(self._year, 1, 1)
        return module.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                   self.weekday(), self.toordinal() - start + 1, flag))

    def utctimetuple(self):
        import time as module
        offset = self.utcoffset()
        d = self.replace(tzinfo=None) - offset if offset else self
        start = _to_ordinal(d._year, 1, 1)
        return module.struct_time((d._year, d._month, d._day, d._hour, d._minute, d._second, d.weekday(),
                                   d.toordinal() - start + 1, 0))

    def timestamp(self):
        """Seconds since 1970 in UTC.

        >>> datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc).timestamp()
        1709164800.0
        """
        us = self._us() - 719163 * _DAY_US
        offset = self.utcoffset()
        us -= _clock()[1] * 1000000 if offset is None else offset._us
        return us / 1000000

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
                *, fold=None):
        """The time with other parts.

        >>> datetime.datetime(2024, 2, 29, 9, 30).replace(hour=0)
        datetime.datetime(2024, 2, 29, 0, 30)
        """
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def astimezone(self, tz=None):
        """The same moment in another time zone.

        >>> datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc).astimezone(datetime.timezone(datetime.timedelta(hours=8)))
        datetime.datetime(2024, 2, 29, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800)))
        """
        if tz is None:
            us, seconds, name = _clock()
            tz = timezone(timedelta(seconds=seconds), name)
        elif not isinstance(tz, tzinfo):
            raise TypeError('tz argument must be an instance of tzinfo')
        if self._tzinfo is tz:
            return self
        offset = self.utcoffset()
        us = self._us() - (_clock()[1] * 1000000 if offset is None else offset._us)
        return tz.fromutc(type(self)._of(us, tz))

    def ctime(self):
        """Text as in C.

        >>> datetime.datetime(2024, 2, 29, 9, 30).ctime()
        'Thu Feb 29 09:30:00 2024'
        """
        return '%s %s %2d %02d:%02d:%02d %04d' % (_DAYS[self.weekday()], _MONTHS[self._month], self._day, self._hour,
                                                  self._minute, self._second, self._year)

    def isoformat(self, sep='T', timespec='auto'):
        """ISO 8601 text.

        >>> datetime.datetime(2024, 2, 29, 9, 30).isoformat()
        '2024-02-29T09:30:00'
        >>> datetime.datetime(2024, 2, 29).isoformat(' ', 'minutes')
        '2024-02-29 00:00'
        """
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be a unicode character, not ' + type(sep).__name__)
        text = _calendar.day_text(self._year, self._month, self._day) + sep + _time_text(
            self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._microsecond:
            parts += [self._second, self._microsecond]
        elif self._second:
            parts.append(self._second)
        text = ', '.join([str(n) for n in parts])
        if self._tzinfo is not None:
            text += ', tzinfo=%r' % (self._tzinfo,)
        if self._fold:
            text += ', fold=1'
        return '%s(%s)' % (_name(self), text)

    def strftime(self, format):
        """Text by a format.

        >>> datetime.datetime(2024, 2, 29, 9, 30).strftime('%Y-%m-%d %H:%M')
        '2024-02-29 09:30'
        """
        import _timeformat
        return _timeformat.write(format, self._year, self._month, self._day, self._hour, self._minute, self._second,
                                 self._microsecond, self)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._us() + other._us, self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._us() - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._us() - other._us()
        if self._tzinfo is not other._tzinfo:
            mine = self.utcoffset()
            theirs = other.utcoffset()
            if mine != theirs:
                if mine is None or theirs is None:
                    raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                difference += theirs._us - mine._us
        return timedelta._of(difference)

    def _order(self, other, equality=False):
        if not isinstance(other, datetime):
            if isinstance(other, _date) and not equality:
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return None
        a = self._us()
        b = other._us()
        if self._tzinfo is not other._tzinfo:
            mine = self.utcoffset()
            theirs = other.utcoffset()
            if mine != theirs:
                if mine is None or theirs is None:
                    if equality:
                        return 2
                    raise TypeError("can't compare offset-naive and offset-aware datetimes")
                a -= mine._us
                b -= theirs._us
        return (a > b) - (a < b)

    def __eq__(self, other):
        order = self._order(other, True)
        return NotImplemented if order is None else order == 0

    def __lt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._us() - (offset._us if offset else 0))


# Inside datetime these names mean its own methods.
_date = date
_time = time

date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
