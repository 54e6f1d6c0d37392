# What treats a Decimal as a row of digits: logical operations, shift, rotate; and the neighbour on the way to another number.

from decimal import (Clamped, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, _FINITE, _INF, _decimal, _make,
                     _NAN, _SNAN)


def _logical(x, context):
    """Its last digits as a text of so many as the precision is; None when it is not made of 0 and 1 alone."""
    digits = str(x._int)
    if x._kind != _FINITE or x._sign or x._exp or digits.strip('01'):
        return None
    return digits.zfill(context.prec)[-context.prec:]


def logical(x, other, context, both):
    a = _logical(x, context)
    b = '1' * context.prec if other is None else _logical(_decimal(other), context)
    if a is None or b is None:
        return context._raise(InvalidOperation)
    return _make(0, int(''.join([both[int(p) + int(q)] for p, q in zip(a, b)])), 0)


def _places(other, context):
    """By how many digits; None when that is no whole number in the precision."""
    if other._kind == _FINITE and other._exp == 0 and other._int <= context.prec:
        return int(other)
    return None


def _moved(x, other, context, turn):
    other = _decimal(other)
    nan = x._nan_with(other, context)
    if nan is not None:
        return nan
    places = _places(other, context)
    if places is None:
        return context._raise(InvalidOperation)
    if x._kind == _INF:
        return x
    digits = str(x._int).zfill(context.prec)[-context.prec:]
    return _make(x._sign, int(turn(digits, places, context.prec)), x._exp)


def _turned(digits, places, size):
    return digits[places:] + digits[:places]


def _pushed(digits, places, size):
    return (digits[:places] or '0') if places < 0 else (digits + '0' * places)[-size:]


def rotate(x, other, context):
    return _moved(x, other, context, _turned)


def shift(x, other, context):
    return _moved(x, other, context, _pushed)


def compare_signal(x, other, context):
    other = _decimal(other)
    for kind in (_SNAN, _NAN):
        for y in (x, other):
            if y._kind == kind:
                return context._raise(InvalidOperation, _make(y._sign, y._int, 0, _NAN)._quiet(context))
    return x.compare(other, context)


def next_toward(x, other, context):
    other = _decimal(other)
    nan = x._nan_with(other, context)
    if nan is not None:
        return nan
    order = x._order(other)
    if order == 0:
        return x.copy_sign(other)
    result = x.next_plus(context) if order < 0 else x.next_minus(context)
    if result._kind == _INF:
        conditions = (Overflow, Inexact, Rounded)
    elif not result._int or result.adjusted() < context.Emin:
        conditions = (Underflow, Subnormal, Inexact, Rounded) + (() if result._int else (Clamped,))
    else:
        conditions = ()
    for condition in conditions:
        context._raise(condition, result)
    return result
