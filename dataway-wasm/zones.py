#!/usr/bin/env python3
"""Writes library/_zones.py: all time zones from 1970 on, from this machine's TZif files.

A zone is  types;transitions;rule  -- a type is offset/dst/name in minutes (seconds with an s), a transition the minutes
since the one before in base 36 with its type's letter, the rule what POSIX says of the years after the last one.
Run it where the tz database is new:  python3 dataway-wasm/zones.py
"""
import datetime
import pathlib
import struct
import sys
import zoneinfo

ROOT = pathlib.Path('/usr/share/zoneinfo')
sys.path.append(str(pathlib.Path(__file__).parent / 'library'))
from _posix_zone import transitions  # noqa: E402

UTC = datetime.timezone.utc
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


def base36(n):
    out = ''
    while True:
        n, r = divmod(n, 36)
        out = DIGITS[r] + out
        if not n:
            return out


def read(path):
    data = path.read_bytes()
    head = struct.unpack('>4sc15x6l', data[:44])
    assert head[0] == b'TZif' and head[1] >= b'2'
    isut, isstd, leap, times, types, chars = head[2:]
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
    isut, isstd, leap, times, types, chars = struct.unpack('>4sc15x6l', data[at:at + 44])[2:]
    at += 44
    moments = struct.unpack('>%dq' % times, data[at:at + 8 * times])
    at += 8 * times + times + types * 6 + chars + leap * 12 + isstd + isut
    return moments, data[at:].strip(b'\n').decode()


def minutes(delta):
    seconds = delta.days * 86400 + delta.seconds
    return str(seconds // 60) if seconds % 60 == 0 else '%ds' % seconds


def state(zone, moment):
    t = datetime.datetime.fromtimestamp(moment, zone)
    return minutes(t.utcoffset()), minutes(t.dst()), t.tzname()


def encode(name):
    zone = zoneinfo.ZoneInfo(name)
    moments, rule = read(ROOT / name)
    moments = [m for m in moments if m > 0]
    states = [state(zone, 0)] + [state(zone, m) for m in moments]
    if ',' in rule:
        # The rule alone says what the years after the last irregular one are like.
        while len(moments) > 2 and follows(rule, moments[-1], states[-1][0], states[-2][0]):
            moments.pop()
            states.pop()
    kinds = sorted(set(states), key=states.index)
    text = []
    last = 0
    for moment, kind in zip(moments, states[1:]):
        text.append(base36((moment - last) // 60) + chr(65 + kinds.index(kind)))
        last += (moment - last) // 60 * 60
    head = ','.join('/'.join(k) for k in kinds)
    return '%s;%s;%s' % (head, ''.join(text), rule)


def follows(rule, moment, offset, before):
    year = datetime.datetime.fromtimestamp(moment, UTC).year
    return any(t == moment and minutes(datetime.timedelta(seconds=o)) == offset for y in (year - 1, year, year + 1)
               for t, o, d, n in transitions(rule, y))


def main():
    groups = {}
    for name in sorted(zoneinfo.available_timezones()):
        if name in ('localtime', 'posixrules', 'Factory') or name.startswith(('posix/', 'right/')):
            continue
        groups.setdefault(encode(name), []).append(name)
    lines = ['# Made by dataway-wasm/zones.py: do not edit.', '', 'ZONES = (']
    for text, names in sorted(groups.items(), key=lambda item: item[1]):
        lines.append('    %r,' % (' '.join(names) + '=' + text))
    lines.append(')')
    path = pathlib.Path(__file__).parent / 'library' / '_zones.py'
    path.write_text('\n'.join(lines) + '\n')
    print(len(groups), path.stat().st_size)


main()
