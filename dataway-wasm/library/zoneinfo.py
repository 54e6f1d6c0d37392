# Zones of the tz database as tzinfo objects. The data (_zones.py) is part of the build: the same everywhere.

from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo

__all__ = ['ZoneInfo', 'ZoneInfoNotFoundError', 'available_timezones']


class ZoneInfoNotFoundError(KeyError):
    pass


_places = {}
_known = {}


def _load():
    if not _places:
        import _zones
        for line in _zones.ZONES:
            names, _, text = line.partition('=')
            for name in names.split(' '):
                _places[name] = text
    return _places


def available_timezones():
    """The names of all time zones.

    >>> 'Asia/Shanghai' in zoneinfo.available_timezones()
    True
    """
    return set(_load())


def _seconds(text):
    return int(text[:-1]) if text[-1] == 's' else int(text) * 60


class ZoneInfo(tzinfo):
    """A time zone by its name, 1970 to 2037.

    >>> datetime.datetime(2024, 7, 1, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin')).isoformat()
    '2024-07-01T00:00:00+02:00'
    """

    def __new__(cls, key):
        found = _known.get(key)
        if found is None:
            found = cls.no_cache(key)
            _known[key] = found
        return found

    @classmethod
    def no_cache(cls, key):
        if not isinstance(key, str):
            raise TypeError('expected str, bytes or os.PathLike object, not ' + type(key).__name__)
        text = _load().get(key)
        if text is None:
            raise ZoneInfoNotFoundError('No time zone found with key %s' % key)
        self = tzinfo.__new__(cls)
        self.key = key
        kinds, changes, self._rule = text.split(';')
        kinds = [(timedelta(seconds=_seconds(o)), timedelta(seconds=_seconds(d)), n) for o, d, n in
                 [kind.split('/') for kind in kinds.split(',')]]
        self._kinds = [kinds[0]]
        self._moments = []
        moment = 0
        digits = ''
        for c in changes:
            if c.isupper():
                moment += int(digits, 36) * 60
                self._moments.append(moment)
                self._kinds.append(kinds[ord(c) - 65])
                digits = ''
            else:
                digits += c
        self._until = -1
        if ',' in self._rule:
            self._until = datetime.fromordinal((self._moments[-1] if self._moments else 0) // 86400 + 719163).year - 1
            self._extend(2037)
        return self

    def _extend(self, year):
        import _posix_zone
        last = self._moments[-1] if self._moments else 0
        while self._until < year:
            self._until += 1
            for moment, offset, dst, name in _posix_zone.transitions(self._rule, self._until):
                if moment > last:
                    self._moments.append(moment)
                    self._kinds.append((timedelta(seconds=offset), timedelta(seconds=dst), name))

    def _at(self, dt):
        """What holds at a local time; of two readings the first, unless fold is set."""
        if 0 <= self._until < dt.year:
            self._extend(dt.year)
        local = (dt.toordinal() - 719163) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        at = bisect_right(self._moments, local - 90000)
        kind = self._kinds[at]
        while at < len(self._moments):
            after = self._kinds[at + 1]
            # A gap and a doubled hour alike: the first reading lasts to the later of the two local times of the change.
            pick = min if dt.fold else max
            change = self._moments[at] + _whole(pick(kind[0], after[0]))
            if local < change:
                break
            kind = after
            at += 1
        return kind

    def utcoffset(self, dt, /):
        return self._fixed(0) if dt is None else self._at(dt)[0]

    def dst(self, dt, /):
        return self._fixed(1) if dt is None else self._at(dt)[1]

    def tzname(self, dt, /):
        return self._fixed(2) if dt is None else self._at(dt)[2]

    def _fixed(self, part):
        return self._kinds[0][part] if not self._moments and self._until < 0 else None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        if 0 <= self._until < dt.year:
            self._extend(dt.year + 1)
        seconds = (dt.toordinal() - 719163) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        at = bisect_right(self._moments, seconds)
        kind = self._kinds[at]
        fold = 0
        if at > 0:
            lost = _whole(self._kinds[at - 1][0]) - _whole(kind[0])
            fold = 1 if seconds - self._moments[at - 1] < lost else 0
        return (dt + kind[0]).replace(fold=fold)

    def __str__(self):
        return self.key

    def __repr__(self):
        return 'zoneinfo.ZoneInfo(key=%r)' % (self.key,)


def _whole(delta):
    return delta.days * 86400 + delta.seconds
