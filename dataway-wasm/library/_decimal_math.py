# Roots, powers, exponentials and logarithms of Decimals. Worked out in whole numbers with digits to spare, and with more of
# them until the rounding cannot be wrong.

import decimal
from decimal import Clamped, Inexact, InvalidOperation, Rounded, ROUND_HALF_EVEN, _make, _size
from math import isqrt


def _even(context):
    context = context.copy()
    context.rounding = ROUND_HALF_EVEN
    return context


def _finish(result, context, even):
    """The result with the flags of the working context taken over."""
    for signal in even.flags:
        if even.flags[signal]:
            context.flags[signal] = True
    return result


def sqrt(x, context):
    nan = x._nan_with(None, context)
    if nan is not None:
        return nan
    if x._kind:
        return context._raise(InvalidOperation) if x._sign else x
    if not x._int:
        return _make(x._sign, 0, x._exp >> 1)._fix(context)
    if x._sign:
        return context._raise(InvalidOperation)
    prec = context.prec + 1
    e = x._exp >> 1
    n = x._int * 10 if x._exp & 1 else x._int
    size = (_size(n) + 1) >> 1
    shift = prec - size
    exact = True
    if shift >= 0:
        n *= 100 ** shift
    else:
        n, rest = divmod(n, 100 ** -shift)
        exact = not rest
    e -= shift
    root = isqrt(n)
    exact = exact and root * root == n
    if exact:
        if shift >= 0:
            root //= 10 ** shift
        else:
            root *= 10 ** -shift
        e += shift
    elif root % 5 == 0:
        root += 1
    even = _even(context)
    return _finish(_make(0, root, e)._fix(even), context, even)


def _scaled(x, digits):
    """x as a whole number of units of 10 ** -digits."""
    shift = x._exp + digits
    n = x._int * 10 ** shift if shift >= 0 else x._int // 10 ** -shift
    return -n if x._sign else n


_ln10_known = [0, 0]


def _ln10(digits):
    if _ln10_known[0] < digits:
        unit = 10 ** (digits + 10)
        # ln 10 = 46 artanh(1/31) + 34 artanh(1/49) + 20 artanh(1/161)
        total = 46 * _artanh_inverse(31, unit) + 34 * _artanh_inverse(49, unit) + 20 * _artanh_inverse(161, unit)
        _ln10_known[0] = digits
        _ln10_known[1] = total // 10 ** 10
    return _ln10_known[1] // 10 ** (_ln10_known[0] - digits)


def _artanh_inverse(n, unit):
    term = unit // n
    total = term
    square = n * n
    k = 3
    while term:
        term //= square
        total += term // k
        k += 2
    return total


def _exp_of(n, digits):
    """e ** (n / 10**digits) as (mantissa, exponent): mantissa * 10**exponent, with about `digits` digits that are right."""
    work = digits + 12
    unit = 10 ** work
    n *= 10 ** 12
    log = _ln10(work + len(str(abs(n))) - digits if len(str(abs(n))) > digits else work)
    scale = 10 ** ((_ln10_known_digits(work, n)) - work)
    k = (n * scale) // log if log else 0
    rest = n * scale - k * log
    rest //= scale
    # e ** rest by halving the argument, a series and squaring.
    halvings = 8
    r = rest >> halvings
    term = unit
    total = unit
    i = 1
    while term:
        term = term * r // (unit * i)
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total // unit
    return total, k - work


def _ln10_known_digits(work, n):
    extra = len(str(abs(n))) - (work - 12)
    return work + extra if extra > 0 else work


def _ln_of(m, digits):
    """ln(m / 10**digits) for 1 <= m / 10**digits < 10, in units of 10 ** -digits."""
    work = digits + 15
    unit = 10 ** work
    x = m * 10 ** 15
    # Square roots bring x near 1, where the series is short.
    roots = 0
    while x - unit > unit // 1000:
        x = isqrt(x * unit)
        roots += 1
    y = (x - unit) * unit // (x + unit)
    square = y * y // unit
    term = y
    total = y
    k = 3
    while term:
        term = term * square // unit
        total += term // k
        k += 2
    return (2 * total << roots) // 10 ** 15


def _certain(compute, context, rounded=None, sign=0):
    """Rounds mantissa and exponent from `compute(digits)`, asking for more digits while the last ones leave it open; half to even unless
    `rounded` is another context."""
    spare = 8
    prec = context.prec
    while True:
        mantissa, exponent = compute(prec + spare)
        size = len(str(abs(mantissa))) if abs(mantissa) < 10 ** 4000 else _size(abs(mantissa))
        drop = size - prec - 3
        if drop >= 2:
            tail = abs(mantissa) % 10 ** (drop + 2)
            unit = 10 ** (drop + 2)
            # Doubtful only next to a half or a whole.
            margin = 10 ** max(drop - spare // 2, 1) * 50
            near = min(tail % (unit // 2), unit // 2 - tail % (unit // 2))
            if near > margin or spare > 60:
                break
        spare += 10
    rounded = rounded or _even(context)
    result = _make(sign or (1 if mantissa < 0 else 0), abs(mantissa) * 10 + 1, exponent - 1)._fix(rounded)
    return _finish(result, context, rounded)


def exp(x, context):
    nan = x._nan_with(None, context)
    if nan is not None:
        return nan
    if x._kind:
        return _make(0, 0, 0) if x._sign else x
    if not x._int:
        return _make(0, 1, 0)
    if x.adjusted() > len(str(context.Emax)) + 1:
        if x._sign:
            return _make(0, 1, context.Etiny() - 1)._fix(context)
        return _make(0, 1, context.Emax + 1)._fix(context)
    if x.adjusted() < -context.prec - 1:
        even = _even(context)
        one = 10 ** (context.prec + 1)
        return _finish(_make(0, one - 1 if x._sign else one + 1, -context.prec - 1)._fix(even), context, even)
    return _certain(lambda digits: _exp_of(_scaled(x, digits), digits), context)


def _ln_digits(x, digits):
    """ln x in units of 10 ** -digits, x > 0 and finite."""
    size = _size(x._int)
    m = x._int * 10 ** (digits - size + 1) if digits >= size - 1 else x._int // 10 ** (size - 1 - digits)
    k = x._exp + size - 1
    return _ln_of(m, digits) + k * _ln10(digits)


def _precise_ln(x, digits):
    """ln x with so many significant digits."""
    extra = 5
    while True:
        n = _ln_digits(x, digits + extra)
        if n and len(str(abs(n))) >= digits:
            return n, -(digits + extra)
        extra += digits


def ln(x, context):
    nan = x._nan_with(None, context)
    if nan is not None:
        return nan
    if not x._kind and not x._int:
        return _make(1, 0, 0, 1)
    if x._sign:
        return context._raise(InvalidOperation)
    if x._kind:
        return x
    if x._order(decimal.Decimal(1)) == 0:
        return _make(0, 0, 0)
    return _certain(lambda digits: _precise_ln(x, digits), context)


def log10(x, context):
    nan = x._nan_with(None, context)
    if nan is not None:
        return nan
    if not x._kind and not x._int:
        return _make(1, 0, 0, 1)
    if x._sign:
        return context._raise(InvalidOperation)
    if x._kind:
        return x
    digits = str(x._int)
    if digits[0] == '1' and not digits[1:].strip('0'):
        return decimal.Decimal(x._exp + len(digits) - 1)._fix(context)

    def compute(count):
        n, e = _precise_ln(x, count + 5)
        work = count + 10
        return n * 10 ** work // _ln10(work), e

    return _certain(compute, context)


def power(x, y, modulo, context):
    if modulo is not None:
        return _modular(x, y, modulo, context)
    nan = x._nan_with(y, context)
    if nan is not None:
        return nan
    one = decimal.Decimal(1)
    if not y._kind and not y._int:
        if not x._kind and not x._int:
            return context._raise(InvalidOperation)
        return one
    whole = not y._kind and (y._exp >= 0 or (-y._exp <= _size(y._int) and y._int % 10 ** -y._exp == 0))
    odd = whole and y._exp <= 0 and int(y) & 1
    sign = 1 if x._sign and odd else 0
    if x._sign and (x._kind or x._int) and not whole:
        return context._raise(InvalidOperation)
    if not x._kind and not x._int:
        if y._sign:
            return _make(sign, 0, 0, 1)
        return _make(sign, 0, 0)
    if x._kind:
        return _make(sign, 0, 0) if y._sign else _make(sign, 0, 0, 1)
    order = x.copy_abs()._order(one)
    if order == 0:
        if not whole:
            context._raise(Inexact, one)
            context._raise(Rounded, one)
            return _make(sign, 10 ** (context.prec - 1), 1 - context.prec)
        exponent = x._exp * int(y) if y.adjusted() < 20 else 0
        if exponent < 1 - context.prec:
            exponent = 1 - context.prec
            context._raise(Rounded, one)
        return _make(sign, 10 ** -exponent if exponent < 0 else 1, min(exponent, 0))
    if y._kind:
        if (y._sign == 0) == (order < 0):
            return _make(0, 0, 0)
        return _make(0, 0, 0, 1)
    size = y.adjusted()
    if whole and size < 20 and str(x._int).strip('0') == '1':
        # A power of ten stays one; as many of its zeros are digits as the exact product would have.
        exponent = x.adjusted() * int(y)
        zeros = 0 if y._sign else min(exponent - x._exp * int(y), context.prec)
        return _make(sign, 10 ** zeros, exponent - zeros)._fix(context)
    if size + len(str(abs(x.adjusted()))) + 2 < -context.prec - 2:
        nearly = 10 ** (context.prec + 1)
        grows = (y._sign == 0) == (order > 0)
        return _make(0, nearly + 1 if grows else nearly - 1, -context.prec - 1)._fix(context)
    if whole and size < 6:
        n = abs(int(y))
        if _size(x._int) * n < 20000:
            result = _make(sign, x._int ** n, x._exp * n)
            if y._sign:
                result = _make(0, 1, 0)._div(result, context)
                # Exact results are padded as far as the inverse's digits go.
                return result
            return result._fix(context)
    if size > len(str(context.Emax)) + 1:
        if (y._sign == 0) == (order > 0):
            return _make(sign, 1, context.Emax + 1)._fix(context)
        return _make(sign, 1, context.Etiny() - 1)._fix(context)
    positive = x.copy_abs()

    def compute(digits):
        work = digits + max(size, 0) + len(str(abs(positive.adjusted()))) + 5
        n, e = _precise_ln(positive, work)
        product = _make(y._sign ^ (1 if n < 0 else 0), abs(n) * y._int, e + y._exp)
        if product.adjusted() > 30:
            return (1, context.Emax + 1) if not product._sign else (1, context.Etiny() - 1)
        return _exp_of(_scaled(product, work), work)

    return _certain(compute, context, context, sign)


def _modular(x, y, modulo, context):
    if isinstance(modulo, int):
        modulo = decimal.Decimal(modulo)
    if not isinstance(modulo, decimal.Decimal):
        return NotImplemented
    for kind in (decimal._SNAN, decimal._NAN):
        for v in (x, y, modulo):
            if v._kind == kind:
                return v._nan_with(None, context)
    for v in (x, y, modulo):
        if v._kind or (v._int and v._exp < 0 and (-v._exp > _size(v._int) or v._int % 10 ** -v._exp)):
            return context._raise(InvalidOperation)
    if (y._sign and y._int) or not modulo._int or modulo.adjusted() >= context.prec or (not y._int and not x._int):
        return context._raise(InvalidOperation)
    m = abs(int(modulo))
    odd = y._int and y._exp <= 0 and int(y) & 1
    # Numbers with large exponents are never written out.
    n = x._int * pow(10, x._exp, m) % m if x._exp > 0 else abs(int(x)) % m if x._int else 0
    if y._exp > 0:
        for _ in range(y._exp if y._int else 0):
            n = pow(n, 10, m)
        n = pow(n, y._int, m)
    else:
        n = pow(n, int(y) if y._int else 0, m)
    return _make(x._sign if odd else 0, n, 0)
