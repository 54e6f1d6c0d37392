# format() of a Decimal.

from decimal import ROUND_HALF_EVEN, _make, _size


def _parse(spec):
    fill = ' '
    align = ''
    at = 0
    if len(spec) > 1 and spec[1] in '<>=^':
        fill = spec[0]
        align = spec[1]
        at = 2
    elif spec[:1] in ('<', '>', '=', '^'):
        align = spec[0]
        at = 1
    sign = '-'
    if spec[at:at + 1] in ('+', '-', ' '):
        sign = spec[at]
        at += 1
    no_negative_zero = spec[at:at + 1] == 'z'
    if no_negative_zero:
        at += 1
    alternate = spec[at:at + 1] == '#'
    if alternate:
        at += 1
    zero = spec[at:at + 1] == '0'
    if zero:
        at += 1
    start = at
    while spec[at:at + 1].isdigit():
        at += 1
    width = int(spec[start:at] or 0)
    comma = spec[at:at + 1] if spec[at:at + 1] == ',' else ''
    if comma:
        at += 1
    precision = None
    if spec[at:at + 1] == '.':
        start = at + 1
        at = start
        while spec[at:at + 1].isdigit():
            at += 1
        if start == at:
            return None
        precision = int(spec[start:at])
    kind = spec[at:]
    if kind not in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'):
        return None
    if zero and not align:
        fill = '0'
        align = '='
    return fill, align or '>', sign, zero, width, comma, precision, kind, no_negative_zero


def write(x, spec, context):
    parsed = _parse(spec)
    if parsed is None:
        raise ValueError('invalid format string')
    fill, align, sign, zero, width, comma, precision, kind, no_negative_zero = parsed
    if x._kind:
        body = x.copy_abs()._text(False, context)
        if zero:
            fill = ' '
            align = '>' if align == '=' else align
        if kind == '%':
            body += '%'
        return _pad(_sign_of(x, sign), body, fill, align, width, '')
    if not kind:
        kind = 'G' if context.capitals else 'g'
    elif kind == 'n':
        kind = 'g'
    if kind == '%':
        x = _make(x._sign, x._int, x._exp + 2)
    rounding = context.rounding
    if precision is not None:
        if kind in 'eE':
            x = _significant(x, precision + 1, rounding)
        elif kind in 'fF%':
            x = x._rescale(-precision, rounding)
        elif kind in 'gG' and _size(x._int) > precision:
            x = _significant(x, precision or 1, rounding)
    if no_negative_zero and not x._int:
        x = x.copy_abs()
    if not x._int and x._exp > 0 and kind in 'fF%':
        x = x._rescale(0, rounding)
    digits = str(x._int)
    left = x._exp + len(digits)
    if kind in 'eE':
        place = 1 - precision if not x._int and precision is not None else 1
    elif kind in 'fF%':
        place = left
    elif x._exp <= 0 and left > -6:
        place = left
    else:
        place = 1
    if place < 0:
        whole = '0'
        fraction = '0' * -place + digits
    elif place > len(digits):
        whole = digits + '0' * (place - len(digits))
        fraction = ''
    else:
        whole = digits[:place] or '0'
        fraction = digits[place:]
    body = ''
    if fraction:
        body = '.' + fraction
    exponent = left - place
    if exponent or kind in 'eE':
        body += '%s%+d' % ('E' if kind in 'EG' else 'e', exponent)
    if kind == '%':
        body += '%'
    return _pad(_sign_of(x, sign), body, fill, align, width, comma, whole, zero)


def _significant(x, count, rounding):
    size = _size(x._int)
    if not x._int:
        return x
    result = x._rescale(x._exp + size - count, rounding)
    if _size(result._int) > count:
        result = _make(result._sign, result._int // 10, result._exp + 1)
    return result


def _sign_of(x, sign):
    return '-' if x._sign else sign if sign in '+ ' else ''


def _pad(sign, body, fill, align, width, comma, whole='', zero=False):
    if comma:
        least = width - len(sign) - len(body) if fill == '0' and align == '=' else 0
        whole = _grouped(whole, comma, least)
    text = whole + body
    room = width - len(sign) - len(text)
    if room <= 0:
        return sign + text
    if align == '=':
        return sign + fill * room + text
    if align == '<':
        return sign + text + fill * room
    if align == '>':
        return fill * room + sign + text
    half = room // 2
    return fill * half + sign + text + fill * (room - half)


def _grouped(digits, comma, least):
    groups = []
    while True:
        groups.insert(0, digits[-3:].rjust(min(3, max(least, len(digits[-3:]), 1)), '0') if least > 0 else digits[-3:])
        least -= len(groups[0]) + 1
        digits = digits[:-3]
        if not digits and least <= 0:
            break
    return comma.join(groups)
