# The rule of a zone for years to come, as POSIX writes it: CET-1CEST,M3.5.0,M10.5.0/3.


def _name(text, at):
    if text[at] == '<':
        end = text.index('>', at)
        return text[at + 1:end], end + 1
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[at:end], end


def _time(text, at):
    """Seconds of [+-]h[:m[:s]]."""
    sign = 1
    if text[at] in '+-':
        sign = -1 if text[at] == '-' else 1
        at += 1
    total = 0
    unit = 3600
    while True:
        start = at
        while at < len(text) and text[at].isdigit():
            at += 1
        total += int(text[start:at]) * unit
        unit //= 60
        if at >= len(text) or text[at] != ':':
            return sign * total, at
        at += 1


def parse(rule):
    """(name, offset) or (name, offset, summer name, summer offset, start, end)."""
    name, at = _name(rule, 0)
    offset, at = _time(rule, at)
    offset = -offset
    if at == len(rule):
        return name, offset
    summer, at = _name(rule, at)
    summer_offset = offset + 3600
    if rule[at] != ',':
        summer_offset, at = _time(rule, at)
        summer_offset = -summer_offset
    start, end = rule[at + 1:].split(',')
    return name, offset, summer, summer_offset, start, end


def _day(year, month, day):
    y = year - 1
    before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month]
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return y * 365 + y // 4 - y // 100 + y // 400 + before + (1 if month > 2 and leap else 0) + day - 719163


def _moment(text, year):
    """Local seconds since 1970 of one end of the summer."""
    date, _, clock = text.partition('/')
    seconds = _time(clock, 0)[0] if clock else 7200
    if date[0] == 'M':
        month, week, weekday = [int(n) for n in date[1:].split('.')]
        first = _day(year, month, 1)
        day = first + (weekday - (first + 4)) % 7 + (week - 1) * 7
        following = _day(year + month // 12, month % 12 + 1, 1)
        if day >= following:
            day -= 7
    elif date[0] == 'J':
        n = int(date[1:])
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        day = _day(year, 1, 1) + n - 1 + (1 if leap and n >= 60 else 0)
    else:
        day = _day(year, 1, 1) + int(date)
    return day * 86400 + seconds


def transitions(rule, year):
    """[(UTC seconds, offset, dst, name)] of a year."""
    parts = parse(rule)
    if len(parts) == 2:
        return []
    name, offset, summer, summer_offset, start, end = parts
    return sorted([(_moment(start, year) - offset, summer_offset, summer_offset - offset, summer),
                   (_moment(end, year) - summer_offset, offset, 0, name)])
