# strftime and strptime for datetime and time: the C locale, English names.

_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
           'November', 'December')
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def ordinal(year, month, day):
    y = year - 1
    n = y * 365 + y // 4 - y // 100 + y // 400 + _BEFORE[month] + day
    return n + 1 if month > 2 and _is_leap(year) else n


def iso_week(year, month, day):
    """(ISO year, week, weekday from 1)."""
    today = ordinal(year, month, day)
    weekday = (today + 6) % 7
    thursday = today - weekday + 3
    iso = year
    if thursday < ordinal(year, 1, 1):
        iso = year - 1
    elif thursday >= ordinal(year + 1, 1, 1):
        iso = year + 1
    return iso, (thursday - ordinal(iso, 1, 1)) // 7 + 1, weekday + 1


def write(format, year, month, day, hour=0, minute=0, second=0, microsecond=0, owner=None, weekday=None, yearday=None,
          zone=None, offset=None):
    """`owner` gives utcoffset() and tzname() when it is a time or datetime; otherwise zone and offset say."""
    if not isinstance(format, str):
        raise TypeError('strftime() argument 1 must be str, not ' + type(format).__name__)
    if weekday is None:
        weekday = (ordinal(year, month, day) + 6) % 7
    if yearday is None:
        yearday = ordinal(year, month, day) - ordinal(year, 1, 1) + 1
    out = []
    at = 0
    end = len(format)
    while at < end:
        c = format[at]
        at += 1
        if c != '%':
            out.append(c)
            continue
        if at == end:
            out.append('%')
            break
        c = format[at]
        at += 1
        flag = ''
        if c in '-_0^#' and at < end:
            flag = c
            c = format[at]
            at += 1
        if c == 'Y':
            text = '%d' % year
        elif c == 'm':
            text = '%02d' % month
        elif c == 'd':
            text = '%02d' % day
        elif c == 'H':
            text = '%02d' % hour
        elif c == 'M':
            text = '%02d' % minute
        elif c == 'S':
            text = '%02d' % second
        elif c == 'f' and owner is not False:
            text = '%06d' % microsecond
        elif c == 'y':
            text = '%02d' % (year % 100)
        elif c == 'b' or c == 'h':
            text = _MONTHS[month][:3]
        elif c == 'B':
            text = _MONTHS[month]
        elif c == 'a':
            text = _DAYS[weekday][:3]
        elif c == 'A':
            text = _DAYS[weekday]
        elif c == 'p':
            text = 'AM' if hour < 12 else 'PM'
        elif c == 'P':
            text = 'am' if hour < 12 else 'pm'
        elif c == 'I':
            text = '%02d' % (hour % 12 or 12)
        elif c == 'l':
            text = '%2d' % (hour % 12 or 12)
        elif c == 'k':
            text = '%2d' % hour
        elif c == 'e':
            text = '%2d' % day
        elif c == 'j':
            text = '%03d' % yearday
        elif c == 'w':
            text = '%d' % ((weekday + 1) % 7)
        elif c == 'u':
            text = '%d' % (weekday + 1)
        elif c == 'U':
            text = '%02d' % ((yearday + 6 - (weekday + 1) % 7) // 7)
        elif c == 'W':
            text = '%02d' % ((yearday + 6 - weekday) // 7)
        elif c == 'V':
            text = '%02d' % iso_week(year, month, day)[1]
        elif c == 'G':
            text = '%d' % iso_week(year, month, day)[0]
        elif c == 'g':
            text = '%02d' % (iso_week(year, month, day)[0] % 100)
        elif c == 'C':
            text = '%d' % (year // 100)
        elif c == 'c':
            text = '%s %s %2d %02d:%02d:%02d %d' % (_DAYS[weekday][:3], _MONTHS[month][:3], day, hour, minute, second, year)
        elif c == 'x' or c == 'D':
            text = '%02d/%02d/%02d' % (month, day, year % 100)
        elif c == 'X' or c == 'T':
            text = '%02d:%02d:%02d' % (hour, minute, second)
        elif c == 'R':
            text = '%02d:%02d' % (hour, minute)
        elif c == 'r':
            text = '%02d:%02d:%02d %s' % (hour % 12 or 12, minute, second, 'AM' if hour < 12 else 'PM')
        elif c == 'F':
            text = '%d-%02d-%02d' % (year, month, day)
        elif c == 'z':
            text = _offset_text(owner, offset)
        elif c == 'Z':
            text = zone or ''
            if owner:
                text = owner.tzname() or ''
        elif c == 's':
            text = '%d' % ((ordinal(year, month, day) - 719163) * 86400 + hour * 3600 + minute * 60 + second - (offset or 0))
        elif c == 'n':
            text = '\n'
        elif c == 't':
            text = '\t'
        elif c == '%':
            text = '%'
        else:
            text = '%' + flag + c
            flag = ''
        if flag == '-':
            text = text.lstrip('0 ') or '0' if text[:1] in '0 ' else text
        elif flag == '_':
            bare = text.lstrip('0') or '0'
            text = ' ' * (len(text) - len(bare)) + bare
        elif flag == '0':
            text = text.replace(' ', '0')
        elif flag == '^':
            text = text.upper()
        elif flag == '#':
            text = text.lower() if c in 'pZ' else text.upper()
        out.append(text)
    return ''.join(out)


def _offset_text(owner, offset):
    if owner:
        delta = owner.utcoffset()
        if delta is None:
            return ''
        us = (delta.days * 86400 + delta.seconds) * 1000000 + delta.microseconds
    elif offset is None:
        return ''
    else:
        us = offset * 1000000
    sign = '-' if us < 0 else '+'
    minutes, us = divmod(abs(us), 60000000)
    text = '%s%02d%02d' % (sign, minutes // 60, minutes % 60)
    if us:
        text += '%02d' % (us // 1000000)
        if us % 1000000:
            text += '.%06d' % (us % 1000000)
    return text


_PATTERNS = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])', 'f': r'(?P<f>[0-9]{1,6})', 'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])', 'G': r'(?P<G>\d\d\d\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])', 'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[0-1]|[0-5]\d|\d)', 'U': r'(?P<U>5[0-3]|[0-4]\d|\d)', 'w': r'(?P<w>[0-6])',
    'u': r'(?P<u>[1-7])', 'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)', 'W': r'(?P<W>5[0-3]|[0-4]\d|\d)', 'y': r'(?P<y>\d\d)',
    'Y': r'(?P<Y>\d\d\d\d)', 'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))',
    'A': '(?P<A>' + '|'.join(sorted(_DAYS, key=len, reverse=True)) + ')',
    'a': '(?P<a>' + '|'.join([d[:3] for d in _DAYS]) + ')',
    'B': '(?P<B>' + '|'.join(sorted(_MONTHS[1:], key=len, reverse=True)) + ')',
    'b': '(?P<b>' + '|'.join([m[:3] for m in _MONTHS[1:]]) + ')',
    'p': '(?P<p>am|pm)', 'Z': '(?P<Z>utc|gmt)', '%': '%',
}
_LONGER = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_compiled = {}


def _pattern(format):
    import re
    out = []
    at = 0
    while at < len(format):
        c = format[at]
        at += 1
        if c.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            out.append(r'\s+')
        elif c != '%':
            out.append('\\' + c if c in '\\.^$*+?(){}[]|' else c)
        else:
            if at == len(format):
                raise ValueError("stray %% in format '%s'" % (format,))
            d = format[at]
            at += 1
            if d in _LONGER:
                out.append(_pattern(_LONGER[d]))
            elif d in _PATTERNS:
                out.append(_PATTERNS[d])
            else:
                raise ValueError("'%s' is a bad directive in format '%s'" % (d, format))
    return ''.join(out)


def read(text, format):
    """The fields of a text as a dict; `offset` is in microseconds or None."""
    import re
    if not isinstance(text, str):
        raise TypeError('strptime() argument 0 must be str, not %s' % (type(text),))
    if not isinstance(format, str):
        raise TypeError('strptime() argument 1 must be str, not %s' % (type(format),))
    matcher = _compiled.get(format)
    if matcher is None:
        source = _pattern(format)
        try:
            matcher = re.compile(source, re.IGNORECASE)
        except re.error as e:
            raise e
        _compiled[format] = matcher
    found = matcher.match(text)
    if not found:
        raise ValueError('time data %r does not match format %r' % (text, format))
    if found.end() != len(text):
        raise ValueError('unconverted data remains: %s' % text[found.end():])
    given = found.groupdict()
    year = iso_year = None
    month = day = 1
    hour = minute = second = microsecond = 0
    weekday = yearday = week = iso = None
    monday_first = False
    offset = zone = None
    for key, value in given.items():
        if key == 'y':
            year = int(value)
            year += 2000 if year <= 68 else 1900
        elif key == 'Y':
            year = int(value)
        elif key == 'G':
            iso_year = int(value)
        elif key == 'm':
            month = int(value)
        elif key == 'B':
            month = [m.lower() for m in _MONTHS].index(value.lower())
        elif key == 'b':
            month = [m[:3].lower() for m in _MONTHS].index(value.lower())
        elif key == 'd':
            day = int(value)
        elif key == 'H':
            hour = int(value)
        elif key == 'I':
            hour = int(value) % 12
            if given.get('p', '').lower() == 'pm':
                hour += 12
        elif key == 'M':
            minute = int(value)
        elif key == 'S':
            second = int(value)
        elif key == 'f':
            microsecond = int((value + '00000')[:6])
        elif key == 'A':
            weekday = [d.lower() for d in _DAYS].index(value.lower())
        elif key == 'a':
            weekday = [d[:3].lower() for d in _DAYS].index(value.lower())
        elif key == 'w':
            weekday = (int(value) - 1) % 7
        elif key == 'u':
            weekday = int(value) - 1
        elif key == 'j':
            yearday = int(value)
        elif key == 'U' or key == 'W':
            week = int(value)
            monday_first = key == 'W'
        elif key == 'V':
            iso = int(value)
        elif key == 'z':
            offset = _read_offset(value)
        elif key == 'Z':
            zone = value
    if iso_year is not None:
        if yearday is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' "
                         "instead.")
    leap_guess = False
    if year is None and month == 2 and day == 29:
        year = 1904
        leap_guess = True
    elif year is None:
        year = 1900
    if yearday is None and weekday is not None:
        if week is not None:
            first = (ordinal(year, 1, 1) + 6) % 7
            start = weekday
            if not monday_first:
                first = (first + 1) % 7
                start = (weekday + 1) % 7
            if week == 0:
                yearday = 1 + start - first
            else:
                yearday = 1 + (7 - first) % 7 + 7 * (week - 1) + start
        elif iso_year is not None:
            fourth = ordinal(iso_year, 1, 4)
            n = fourth - (fourth + 6) % 7 + (iso - 1) * 7 + weekday
            if iso == 53 and iso_week(*_date_of(n))[1] != 53:
                raise ValueError('Invalid week: 53')
            year, month, day = _date_of(n)
            yearday = n - ordinal(year, 1, 1) + 1
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += 366 if _is_leap(year) else 365
    if yearday is None:
        limit = 29 if month == 2 and _is_leap(year) else (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month]
        if day > limit:
            raise ValueError('day is out of range for month')
        yearday = ordinal(year, month, day) - ordinal(year, 1, 1) + 1
    elif not ('m' in given or 'B' in given or 'b' in given) or 'd' not in given or week is not None:
        year, month, day = _date_of(ordinal(year, 1, 1) + yearday - 1)
    if weekday is None:
        weekday = (ordinal(year, month, day) + 6) % 7
    if leap_guess:
        year = 1900
    return {'year': year, 'month': month, 'day': day, 'hour': hour, 'minute': minute, 'second': second,
            'microsecond': microsecond, 'weekday': weekday, 'yearday': yearday, 'offset': offset, 'zone': zone}


def _date_of(n):
    import datetime
    d = datetime.date.fromordinal(n)
    return d.year, d.month, d.day


def _read_offset(value):
    if value == 'Z':
        return 0
    digits = value[1:].replace(':', '')
    if ':' in value and value[3] != ':' or (len(value) > 6 and value[3] == ':' and len(digits) > 4 and value[6] != ':'):
        raise ValueError('Inconsistent use of : in %s' % value)
    us = (int(digits[:2]) * 60 + int(digits[2:4])) * 60000000
    if len(digits) > 4:
        us += int(digits[4:6]) * 1000000
        if len(digits) > 7:
            us += int((digits[7:] + '00000')[:6])
    return -us if value[0] == '-' else us
