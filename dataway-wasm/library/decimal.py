# Decimal numbers after the General Decimal Arithmetic specification. A finite number is sign, coefficient (an int) and
# exponent; results are rounded to the context's precision, and what went wrong is a signal that is trapped or noted.

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException',
           'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow',
           'FloatOperation', 'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined',
           'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN',
           'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY',
           'HAVE_THREADS', 'HAVE_CONTEXTVAR']

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
HAVE_CONTEXTVAR = True


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation, Subnormal, FloatOperation)
# The orders in which a context shows its flags and its traps.
_FLAG_ORDER = (Clamped, DivisionByZero, InvalidOperation, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_TRAP_ORDER = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_FINITE = 0
_INF = 1
_NAN = 2
_SNAN = 3


class DecimalTuple(tuple):
    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    @property
    def sign(self):
        return self[0]

    @property
    def digits(self):
        return self[1]

    @property
    def exponent(self):
        return self[2]

    def __repr__(self):
        return 'DecimalTuple(sign=%r, digits=%r, exponent=%r)' % (self[0], self[1], self[2])


def _size(n):
    """How many digits a coefficient has; 0 has one."""
    if n < 10 ** 300:
        return len(str(n))
    guess = int((n.bit_length() - 1) * 0.30102999566398114)
    while 10 ** guess <= n:
        guess += 1
    return guess


class Context:
    """Precision, rounding and traps of calculations.

    >>> decimal.Context(prec=4).divide(1, 3)
    Decimal('0.3333')
    """

    __typename__ = 'decimal.Context'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext if _ready else None
        self.prec = 28 if base is None and prec is None else base.prec if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if base is None and rounding is None else base.rounding if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _signal_dict(flags or ())
        self.traps = _signal_dict((base.traps if base is not None else _TRAPPED) if traps is None else traps)

    def __setattr__(self, name, value):
        if name == 'prec':
            _check_int(value)
            if not 1 <= value <= MAX_PREC:
                raise ValueError('valid range for prec is [1, MAX_PREC]')
        elif name == 'rounding':
            if not isinstance(value, str):
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name == 'Emin':
            _check_int(value)
            if not MIN_EMIN <= value <= 0:
                raise ValueError('valid range for Emin is [MIN_EMIN, 0]')
        elif name == 'Emax':
            _check_int(value)
            if not 0 <= value <= MAX_EMAX:
                raise ValueError('valid range for Emax is [0, MAX_EMAX]')
        elif name in ('flags', 'traps') and not isinstance(value, dict):
            value = _signal_dict(value)
        object.__setattr__(self, name, value)

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                       [s for s in self.flags if self.flags[s]], [s for s in self.traps if self.traps[s]])

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def _raise(self, condition, result=None):
        """Notes a condition; raises if its signal is trapped, else gives the result (not a number by default)."""
        signal = InvalidOperation if issubclass(condition, InvalidOperation) else condition
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return _NOT_A_NUMBER if result is None else result

    def __repr__(self):
        return ('Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])'
                % (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                   ', '.join([s.__name__ for s in _FLAG_ORDER if self.flags[s]]),
                   ', '.join([s.__name__ for s in _TRAP_ORDER if self.traps[s]])))

    def create_decimal(self, num='0'):
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            return self._raise(ConversionSyntax)
        return Decimal(num, self)._checked(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def add(self, a, b):
        return _decimal(a)._add(_decimal(b), self)

    def subtract(self, a, b):
        return _decimal(a)._sub(_decimal(b), self)

    def multiply(self, a, b):
        return _decimal(a)._mul(_decimal(b), self)

    def divide(self, a, b):
        return _decimal(a)._div(_decimal(b), self)

    def divide_int(self, a, b):
        return _quotient(_decimal(a), _decimal(b), self)

    def remainder(self, a, b):
        return _remainder(_decimal(a), _decimal(b), self)

    def divmod(self, a, b):
        return _decimal(a)._divmod(_decimal(b), self)

    def power(self, a, b, modulo=None):
        return _decimal(a)._pow(_decimal(b), modulo, self)

    def sqrt(self, a):
        return _decimal(a).sqrt(self)

    def exp(self, a):
        return _decimal(a).exp(self)

    def ln(self, a):
        return _decimal(a).ln(self)

    def log10(self, a):
        return _decimal(a).log10(self)

    def abs(self, a):
        a = _decimal(a)
        return (a if a._is_nan() else a.copy_abs())._plus(self)

    def minus(self, a):
        return _decimal(a)._minus(self)

    def plus(self, a):
        return _decimal(a)._plus(self)

    def compare(self, a, b):
        return _decimal(a).compare(_decimal(b), self)

    def max(self, a, b):
        return _decimal(a).max(_decimal(b), self)

    def min(self, a, b):
        return _decimal(a).min(_decimal(b), self)

    def quantize(self, a, b):
        return _decimal(a).quantize(_decimal(b), None, self)

    def normalize(self, a):
        return _decimal(a).normalize(self)

    def fma(self, a, b, c):
        return _decimal(a).fma(b, c, self)

    def scaleb(self, a, b):
        return _decimal(a).scaleb(b, self)

    def to_integral_value(self, a):
        return _decimal(a).to_integral_value(None, self)

    def to_integral_exact(self, a):
        return _decimal(a).to_integral_exact(None, self)

    to_integral = to_integral_value

    def to_sci_string(self, a):
        return _decimal(a)._text(False, self)

    def to_eng_string(self, a):
        return _decimal(a)._text(True, self)


def _check_int(value):
    if not isinstance(value, int):
        raise TypeError("an integer is required (got type %s)" % type(value).__name__)


def _signal_dict(signals):
    if isinstance(signals, dict):
        return {s: bool(signals.get(s)) for s in _SIGNALS}
    return {s: s in signals for s in _SIGNALS}


_TRAPPED = (InvalidOperation, DivisionByZero, Overflow)
_ready = False
DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], _TRAPPED)
_ready = True
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [], [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])
_context = DefaultContext.copy()


def getcontext():
    """The context that is in use.

    >>> decimal.getcontext().prec
    28
    """
    return _context


def setcontext(context, /):
    """Uses another context.

    >>> decimal.setcontext(decimal.Context(prec=4))
    >>> decimal.Decimal(1) / 3
    Decimal('0.3333')
    """
    global _context
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context.clear_flags()
    _context = context


class localcontext:
    """A context for a `with` block.

    >>> with decimal.localcontext() as context:
    ...     context.prec = 3
    ...     third = decimal.Decimal(1) / 3
    >>> third
    Decimal('0.333')
    """

    def __init__(self, ctx=None, **settings):
        self._new = (_context if ctx is None else ctx).copy()
        for name, value in settings.items():
            if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
            setattr(self._new, name, value)

    def __enter__(self):
        self._old = _context
        setcontext(self._new)
        return self._new

    def __exit__(self, kind, value, traceback):
        setcontext(self._old)
        return False


def _round_up(sign, kept, rest, half, rounding):
    """Whether the kept part grows by one; rest > 0 is what is dropped and half the middle of its range."""
    if rounding == ROUND_HALF_EVEN:
        return rest > half or (rest == half and kept & 1)
    if rounding == ROUND_HALF_UP:
        return rest >= half
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_HALF_DOWN:
        return rest > half
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    return kept % 5 == 0


def _shorten(sign, coefficient, drop, rounding):
    """The coefficient without its last `drop` digits, rounded, and whether anything but zeros was dropped."""
    if drop <= 0:
        return coefficient, False
    # What is far below the first digit kept rounds as if it were just below.
    unit = 10 ** min(drop, _size(coefficient) + 1)
    kept, rest = divmod(coefficient, unit)
    if not rest:
        return kept, False
    # Twice, so that the middle is a whole number.
    if _round_up(sign, kept, 2 * rest, unit, rounding):
        kept += 1
    return kept, True


def _make(sign, coefficient, exponent, kind=_FINITE):
    self = object.__new__(Decimal)
    self._sign = sign
    self._int = coefficient
    self._exp = exponent
    self._kind = kind
    return self


def _decimal(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError('conversion from %s to Decimal is not supported' % type(value).__name__)


def _operand(value):
    """A Decimal for an operand, or NotImplemented."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(1 if value < 0 else 0, abs(int(value)), 0)
    return NotImplemented


def _read(text):
    """A Decimal from text, or None."""
    text = text.strip().replace('_', '')
    sign = 0
    if text[:1] in ('+', '-'):
        sign = 1 if text[0] == '-' else 0
        text = text[1:]
    low = text.lower()
    if low in ('inf', 'infinity'):
        return _make(sign, 0, 0, _INF)
    if low.startswith('nan') or low.startswith('snan'):
        payload = low[low.index('nan') + 3:]
        if payload and not payload.isdecimal():
            return None
        return _make(sign, int(payload or 0), 0, _SNAN if low[0] == 's' else _NAN)
    exponent = 0
    at = low.find('e')
    if at >= 0:
        digits = low[at + 1:]
        bare = digits[1:] if digits[:1] in ('+', '-') else digits
        if not bare.isdecimal():
            return None
        exponent = int(digits)
        text = text[:at]
    whole, point, fraction = text.partition('.')
    digits = whole + fraction
    if not digits.isdecimal():
        return None
    return _make(sign, int(digits), exponent - len(fraction))


class Decimal:
    """An exact decimal number, from text, an int or a float.

    >>> decimal.Decimal('0.1') + decimal.Decimal('0.2')
    Decimal('0.3')
    >>> decimal.Decimal('10') / 3
    Decimal('3.333333333333333333333333333')
    """

    __typename__ = 'decimal.Decimal'

    def __new__(cls, value='0', context=None):
        if isinstance(value, str):
            self = _read(value)
            if self is None:
                self = (context or _context)._raise(ConversionSyntax)
        elif isinstance(value, Decimal):
            if type(value) is cls:
                return value
            self = _make(value._sign, value._int, value._exp, value._kind)
        elif isinstance(value, int):
            self = _make(1 if value < 0 else 0, abs(int(value)), 0)
        elif isinstance(value, float):
            context = context or _context
            context._raise(FloatOperation)
            self = Decimal.from_float(value)
        elif isinstance(value, (tuple, list)):
            self = _from_tuple(value)
        else:
            raise TypeError('conversion from %s to Decimal is not supported' % type(value).__name__)
        if cls is not Decimal:
            other = object.__new__(cls)
            other._sign = self._sign
            other._int = self._int
            other._exp = self._exp
            other._kind = self._kind
            return other
        return self

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float.

        >>> decimal.Decimal.from_float(0.5)
        Decimal('0.5')
        """
        if isinstance(f, int):
            self = _make(1 if f < 0 else 0, abs(f), 0)
        elif not isinstance(f, float):
            raise TypeError('argument must be int or float')
        elif f != f:
            self = _make(0, 0, 0, _NAN)
        elif f in (float('inf'), float('-inf')):
            self = _make(1 if f < 0 else 0, 0, 0, _INF)
        else:
            n, d = abs(f).as_integer_ratio()
            k = d.bit_length() - 1
            negative = f < 0 or str(f)[0] == '-'
            self = _make(1 if negative else 0, n * 5 ** k, -k)
        return self if cls is Decimal else cls(self)

    def _is_nan(self):
        return self._kind >= _NAN

    def _nan_with(self, other, context):
        """The result if one of the two is not a number, else None."""
        if self._kind < _NAN and (other is None or other._kind < _NAN):
            return None
        for x in (self, other):
            if x is not None and x._kind == _SNAN:
                return context._raise(InvalidOperation, x._quiet(context))
        return (self if self._kind == _NAN else other)._quiet(context)

    def _quiet(self, context):
        """A NaN that signals nothing, with as much of its number as the context has room for."""
        room = context.prec - context.clamp
        if self._kind == _NAN and _size(self._int) <= room:
            return self
        return _make(self._sign, self._int % 10 ** room, 0, _NAN)

    def _checked(self, context):
        """As _fix, for what is read: a NaN whose number is too long is none."""
        if self._kind >= _NAN and self._int and _size(self._int) > context.prec - context.clamp:
            return context._raise(ConversionSyntax)
        return self._fix(context)

    def _fix(self, context):
        """Rounded to the context, exponent in its range."""
        if self._kind:
            return self
        coefficient = self._int
        exponent = self._exp
        if not coefficient:
            low = context.Etiny()
            high = context.Etop() if context.clamp else context.Emax
            if low <= exponent <= high:
                return self
            context._raise(Clamped, self)
            return _make(self._sign, 0, low if exponent < low else high)
        size = _size(coefficient)
        prec = context.prec
        top = exponent + size - 1
        if size <= prec and context.Emin <= top <= context.Emax and not context.clamp:
            return self
        if top > context.Emax:
            return self._overflow(context)
        low = exponent + size - prec
        tiny = context.Etiny()
        subnormal = top < context.Emin
        if low < tiny:
            low = tiny
        result = self
        if exponent < low:
            kept, changed = _shorten(self._sign, coefficient, low - exponent, context.rounding)
            if _size(kept) > prec:
                kept //= 10
                low += 1
            if low + _size(kept) - 1 > context.Emax:
                return self._overflow(context)
            result = _make(self._sign, kept, low)
            if changed and subnormal:
                context._raise(Underflow, result)
            if subnormal:
                context._raise(Subnormal, result)
            if changed:
                context._raise(Inexact, result)
            context._raise(Rounded, result)
            if not kept:
                context._raise(Clamped, result)
            return result
        if subnormal:
            context._raise(Subnormal, result)
        if context.clamp and exponent > context.Etop():
            context._raise(Clamped, result)
            return _make(self._sign, coefficient * 10 ** (exponent - context.Etop()), context.Etop())
        return result

    def _overflow(self, context):
        rounding = context.rounding
        away = (rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP)
                or (rounding == ROUND_CEILING and not self._sign) or (rounding == ROUND_FLOOR and self._sign))
        if away:
            result = _make(self._sign, 0, 0, _INF)
        else:
            result = _make(self._sign, 10 ** context.prec - 1, context.Etop())
        context._raise(Overflow, result)
        context._raise(Inexact, result)
        context._raise(Rounded, result)
        return result

    def _add(self, other, context):
        nan = self._nan_with(other, context)
        if nan is not None:
            return nan
        if self._kind or other._kind:
            if self._kind and other._kind and self._sign != other._sign:
                return context._raise(InvalidOperation)
            return self if self._kind else other
        exponent = min(self._exp, other._exp)
        prec = context.prec
        a, b = self, other
        if a._int and b._int:
            # What lies far below the precision only matters as "a little".
            for _ in range(2):
                gap = a._exp - b._exp
                if gap > prec + 2 + _size(b._int) and gap + _size(a._int) > prec + 2 + _size(b._int):
                    shift = max(prec + 2 - _size(a._int), 1) if _size(a._int) < prec + 2 else 1
                    if a._exp - shift - 1 > b._exp + _size(b._int):
                        b = _make(b._sign, 1, a._exp - shift - 1)
                        exponent = b._exp
                a, b = b, a
        if not a._int and b._int and exponent < b._exp or not b._int and a._int and exponent < a._exp:
            big = b if b._int else a
            least = max(exponent, big._exp + _size(big._int) - prec - 1)
            least = min(least, big._exp)
            return _make(big._sign, big._int * 10 ** (big._exp - least), least)._fix(context)
        x = a._int * 10 ** (a._exp - exponent) if a._int else 0
        y = b._int * 10 ** (b._exp - exponent) if b._int else 0
        total = (-x if a._sign else x) + (-y if b._sign else y)
        if total == 0:
            if a._sign == b._sign:
                sign = a._sign
            else:
                sign = 1 if context.rounding == ROUND_FLOOR else 0
            return _make(sign, 0, exponent)._fix(context)
        return _make(1 if total < 0 else 0, abs(total), exponent)._fix(context)

    def _sub(self, other, context):
        return self._add(other if other._kind >= _NAN else other.copy_negate(), context)

    def _mul(self, other, context):
        nan = self._nan_with(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            if (not self._kind and not self._int) or (not other._kind and not other._int):
                return context._raise(InvalidOperation)
            return _make(sign, 0, 0, _INF)
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def _div(self, other, context):
        nan = self._nan_with(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            if other._kind:
                return context._raise(InvalidOperation)
            return _make(sign, 0, 0, _INF)
        if other._kind:
            context._raise(Clamped, self)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._raise(DivisionUndefined)
            return context._raise(DivisionByZero, _make(sign, 0, 0, _INF))
        ideal = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, ideal)._fix(context)
        shift = _size(other._int) - _size(self._int) + context.prec + 1
        exponent = ideal - shift
        if shift >= 0:
            quotient, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            # A last digit that tells the rounding that more follows.
            if quotient % 5 == 0:
                quotient += 1
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _make(sign, quotient, exponent)._fix(context)

    def _divmod(self, other, context, with_rest=True):
        nan = self._nan_with(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._kind:
            if other._kind:
                nan = context._raise(InvalidOperation)
                return nan, nan
            return _make(sign, 0, 0, _INF), context._raise(InvalidOperation)
        if not other._kind and not other._int:
            if not self._int:
                nan = context._raise(DivisionUndefined)
                return nan, nan
            if context.traps[InvalidOperation]:
                context.flags[InvalidOperation] = context.flags[DivisionByZero] = True
                raise InvalidOperation([InvalidOperation, DivisionByZero] if context.traps[DivisionByZero] else [InvalidOperation])
            return context._raise(DivisionByZero, _make(sign, 0, 0, _INF)), context._raise(InvalidOperation)
        ideal = self._exp if other._kind else min(self._exp, other._exp)
        if other._kind or not self._int or self.adjusted() < other.adjusted() - 1:
            rest = self if other._kind or not with_rest else self._rescale(ideal, context.rounding)
            return _make(sign, 0, 0), rest._fix(context) if with_rest else rest
        if self.adjusted() - other.adjusted() > context.prec + 1:
            nan = context._raise(DivisionImpossible)
            return nan, nan
        x = self._int * 10 ** (self._exp - ideal)
        y = other._int * 10 ** (other._exp - ideal)
        quotient, rest = divmod(x, y)
        if _size(quotient) > context.prec:
            nan = context._raise(DivisionImpossible)
            return nan, nan
        rest = _make(self._sign, rest, ideal)
        return _make(sign, quotient, 0), rest._fix(context) if with_rest else rest

    def _rescale(self, exponent, rounding):
        if not self._int:
            return _make(self._sign, 0, exponent)
        if self._exp >= exponent:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        return _make(self._sign, _shorten(self._sign, self._int, exponent - self._exp, rounding)[0], exponent)

    def _pow(self, other, modulo, context):
        import _decimal_math
        return _decimal_math.power(self, other, modulo, context)

    def _plus(self, context):
        nan = self._nan_with(None, context)
        if nan is not None:
            return nan
        if not self._kind and not self._int and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def _minus(self, context):
        nan = self._nan_with(None, context)
        if nan is not None:
            return nan
        if not self._kind and not self._int and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __add__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._add(other, _context)

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._sub(other, _context)

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._sub(self, _context)

    def __mul__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._mul(other, _context)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._div(other, _context)

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._div(self, _context)

    def __floordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _quotient(self, other, _context)

    def __rfloordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _quotient(other, self, _context)

    def __mod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _remainder(self, other, _context)

    def __rmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _remainder(other, self, _context)

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._divmod(other, _context)

    def __rdivmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._divmod(self, _context)

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        return other if other is NotImplemented else self._pow(other, modulo, _context)

    def __rpow__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._pow(self, None, _context)

    def __neg__(self):
        return self._minus(_context)

    def __pos__(self):
        return self._plus(_context)

    def __abs__(self):
        return self._minus(_context) if self._sign else self._plus(_context)

    def __bool__(self):
        return self._kind != _FINITE or self._int != 0

    def _order(self, other):
        """-1, 0 or 1 for two that are numbers."""
        if self._kind or other._kind:
            a = 0 if not self._kind else -1 if self._sign else 1
            b = 0 if not other._kind else -1 if other._sign else 1
            return (a > b) - (a < b)
        if not self._int or not other._int:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        flip = -1 if self._sign else 1
        a = self.adjusted()
        b = other.adjusted()
        if a != b:
            return flip if a > b else -flip
        gap = self._exp - other._exp
        x = self._int * 10 ** gap if gap > 0 else self._int
        y = other._int * 10 ** -gap if gap < 0 else other._int
        return flip * ((x > y) - (x < y))

    def _against(self, other, ordering):
        """The order against any number; None if they cannot be ordered, NotImplemented for other types."""
        if isinstance(other, float):
            if ordering:
                _context._raise(FloatOperation)
            other = Decimal.from_float(other)
        else:
            other = _operand(other)
            if other is NotImplemented:
                return other
        if self._kind >= _NAN or other._kind >= _NAN:
            if ordering or self._kind == _SNAN or other._kind == _SNAN:
                _context._raise(InvalidOperation)
            return None
        return self._order(other)

    def __eq__(self, other):
        order = self._against(other, False)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        order = self._against(other, True)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._against(other, True)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._against(other, True)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._against(other, True)
        return order if order is NotImplemented else order is not None and order >= 0

    def __hash__(self):
        if self._kind == _SNAN:
            raise TypeError('Cannot hash a signaling NaN value')
        if self._kind == _NAN:
            return object.__hash__(self)
        if self._kind:
            return -314159 if self._sign else 314159
        prime = 2305843009213693951
        scale = pow(10, self._exp, prime) if self._exp >= 0 else pow(pow(10, prime - 2, prime), -self._exp, prime)
        h = self._int * scale % prime
        h = -h if self._sign else h
        return -2 if h == -1 else h

    def _text(self, engineering=False, context=None):
        sign = '-' if self._sign else ''
        if self._kind:
            if self._kind == _INF:
                return sign + 'Infinity'
            return sign + ('NaN' if self._kind == _NAN else 'sNaN') + (str(self._int) if self._int else '')
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            place = left
        elif not engineering:
            place = 1
        elif digits == '0':
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            whole = '0'
            fraction = '.' + '0' * -place + digits
        elif place >= len(digits):
            whole = digits + '0' * (place - len(digits))
            fraction = ''
        else:
            whole = digits[:place]
            fraction = '.' + digits[place:]
        if left == place:
            return sign + whole + fraction
        letter = 'E' if (context or _context).capitals else 'e'
        return '%s%s%s%s%+d' % (sign, whole, fraction, letter, left - place)

    def __str__(self):
        return self._text()

    def __repr__(self):
        return "Decimal('%s')" % self._text()

    def to_eng_string(self, context=None):
        """Text with an exponent that is a multiple of three.

        >>> decimal.Decimal('12E+4').to_eng_string()
        '120E+3'
        """
        return self._text(True, context)

    def __format__(self, spec):
        import _decimal_format
        return _decimal_format.write(self, spec, _context)

    def as_tuple(self):
        """Sign, digits and exponent.

        >>> decimal.Decimal('-1.5').as_tuple()
        DecimalTuple(sign=1, digits=(1, 5), exponent=-1)
        """
        exponent = self._exp if not self._kind else 'F' if self._kind == _INF else 'n' if self._kind == _NAN else 'N'
        digits = tuple([int(c) for c in str(self._int)])
        if self._kind >= _NAN and not self._int:
            digits = ()
        return DecimalTuple(self._sign, digits, exponent)

    def as_integer_ratio(self):
        """The number as a fraction.

        >>> decimal.Decimal('0.25').as_integer_ratio()
        (1, 4)
        """
        if self._kind:
            if self._kind == _INF:
                raise OverflowError('cannot convert Infinity to integer ratio')
            raise ValueError('cannot convert NaN to integer ratio')
        if not self._int:
            return 0, 1
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        from math import gcd
        g = gcd(n, d)
        return n // g, d // g

    def __int__(self):
        if self._kind:
            if self._kind == _INF:
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._kind == _SNAN:
            raise ValueError('cannot convert signaling NaN to float')
        return float(self._text())

    def __round__(self, n=None):
        if n is None:
            if self._kind:
                raise _not_whole(self)
            return int(self._rescale(0, ROUND_HALF_EVEN))
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        return self.quantize(_make(0, 1, -n))

    def __floor__(self):
        if self._kind:
            raise _not_whole(self)
        return int(self._rescale(0, ROUND_FLOOR))

    def __ceil__(self):
        if self._kind:
            raise _not_whole(self)
        return int(self._rescale(0, ROUND_CEILING))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def canonical(self):
        return self

    def radix(self):
        return Decimal(10)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def adjusted(self):
        """The exponent of the first digit.

        >>> decimal.Decimal('123.4').adjusted()
        2
        """
        return 0 if self._kind else self._exp + _size(self._int) - 1

    def copy_abs(self):
        """Without the sign.

        >>> decimal.Decimal('-1').copy_abs()
        Decimal('1')
        """
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        """With the other sign.

        >>> decimal.Decimal('1').copy_negate()
        Decimal('-1')
        """
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _make(_decimal(other)._sign, self._int, self._exp, self._kind)

    def is_canonical(self):
        return True

    def is_finite(self):
        """Whether it is a number that is not infinite.

        >>> decimal.Decimal(1).is_finite()
        True
        """
        return self._kind == _FINITE

    def is_infinite(self):
        """Whether it is infinite.

        >>> decimal.Decimal('-Infinity').is_infinite()
        True
        """
        return self._kind == _INF

    def is_nan(self):
        """Whether it is not a number.

        >>> decimal.Decimal('NaN').is_nan()
        True
        """
        return self._kind >= _NAN

    def is_qnan(self):
        return self._kind == _NAN

    def is_snan(self):
        return self._kind == _SNAN

    def is_signed(self):
        """Whether it has a minus.

        >>> decimal.Decimal('-0').is_signed()
        True
        """
        return self._sign == 1

    def is_zero(self):
        """Whether it is zero.

        >>> decimal.Decimal('0.00').is_zero()
        True
        """
        return self._kind == _FINITE and self._int == 0

    def is_normal(self, context=None):
        return self._kind == _FINITE and self._int != 0 and self.adjusted() >= (context or _context).Emin

    def is_subnormal(self, context=None):
        return self._kind == _FINITE and self._int != 0 and self.adjusted() < (context or _context).Emin

    def number_class(self, context=None):
        if self._kind >= _NAN:
            return 'NaN' if self._kind == _NAN else 'sNaN'
        sign = '-' if self._sign else '+'
        if self._kind:
            return sign + 'Infinity'
        if not self._int:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal.

        >>> decimal.Decimal(1).compare(decimal.Decimal(2))
        Decimal('-1')
        """
        other = _decimal(other)
        nan = self._nan_with(other, context or _context)
        return nan if nan is not None else Decimal(self._order(other))

    def compare_total(self, other, context=None):
        other = _decimal(other)
        return Decimal(_total_order(self, other))

    def compare_total_mag(self, other, context=None):
        return Decimal(_total_order(self.copy_abs(), _decimal(other).copy_abs()))

    def compare_signal(self, other, context=None):
        import _decimal_digits
        return _decimal_digits.compare_signal(self, other, context or _context)

    def same_quantum(self, other, context=None):
        other = _decimal(other)
        if self._kind or other._kind:
            return (self._kind >= _NAN and other._kind >= _NAN) or self._kind == other._kind
        return self._exp == other._exp

    def quantize(self, exp, rounding=None, context=None):
        """Rounded to the exponent of another.

        >>> decimal.Decimal('2.675').quantize(decimal.Decimal('0.01'))
        Decimal('2.68')
        """
        context = context or _context
        exp = _decimal(exp)
        rounding = _rounding(rounding, context)
        nan = self._nan_with(exp, context)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            return self if self._kind and exp._kind else context._raise(InvalidOperation)
        e = exp._exp
        if not context.Etiny() <= e <= context.Emax:
            return context._raise(InvalidOperation)
        if self._int and self.adjusted() > context.Emax:
            return context._raise(InvalidOperation)
        if self._int and self.adjusted() - e + 1 > context.prec + 1:
            return context._raise(InvalidOperation)
        result = self._rescale(e, rounding)
        if result._int and (result.adjusted() > context.Emax or _size(result._int) > context.prec):
            return context._raise(InvalidOperation)
        if result._int and result.adjusted() < context.Emin:
            context._raise(Subnormal, result)
        if e > self._exp and self._int:
            if result._order(self):
                context._raise(Inexact, result)
            context._raise(Rounded, result)
        return result

    def to_integral_value(self, rounding=None, context=None):
        """Rounded to a whole number.

        >>> decimal.Decimal('2.5').to_integral_value()
        Decimal('2')
        """
        context = context or _context
        nan = self._nan_with(None, context)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return self
        return self._rescale(0, _rounding(rounding, context))

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or _context
        result = self.to_integral_value(rounding, context)
        if result is not self and not self._kind and self._int:
            if result._order(self):
                context._raise(Inexact, result)
            context._raise(Rounded, result)
        return result

    def normalize(self, context=None):
        """Without zeros at the end.

        >>> decimal.Decimal('1.500').normalize()
        Decimal('1.5')
        """
        context = context or _context
        nan = self._nan_with(None, context)
        if nan is not None:
            return nan
        result = self._fix(context)
        if result._kind:
            return result
        if not result._int:
            return _make(result._sign, 0, 0)
        n = result._int
        exponent = result._exp
        limit = context.Etop() if context.clamp else context.Emax
        while n % 10 == 0 and exponent < limit:
            n //= 10
            exponent += 1
        return _make(result._sign, n, exponent)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once.

        >>> decimal.Decimal(2).fma(3, 5)
        Decimal('11')
        """
        context = context or _context
        other = _decimal(other)
        third = _decimal(third)
        for x in (self, other):
            if x._kind == _SNAN:
                return x._nan_with(None, context)
        # Infinity times 0 is wrong whatever is added to it.
        if self._kind + other._kind == _INF and not (self if other._kind else other)._int:
            return context._raise(InvalidOperation)
        if third._kind == _SNAN:
            return third._nan_with(None, context)
        if not self._kind and not other._kind:
            product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        else:
            product = self._mul(other, context)
        return product._add(third, context)

    def _pick(self, other, context, sign):
        other = _decimal(other)
        context = context or _context
        if self._kind >= _NAN or other._kind >= _NAN:
            if self._kind == _NAN and other._kind < _NAN:
                return other._fix(context)
            if other._kind == _NAN and self._kind < _NAN:
                return self._fix(context)
            return self._nan_with(other, context)
        order = self._order(other) or _total_order(self, other)
        return (self if order * sign >= 0 else other)._fix(context)

    def max(self, other, context=None):
        """The larger of two.

        >>> decimal.Decimal(1).max(decimal.Decimal(2))
        Decimal('2')
        """
        return self._pick(other, context, 1)

    def min(self, other, context=None):
        """The smaller of two.

        >>> decimal.Decimal(1).min(decimal.Decimal(2))
        Decimal('1')
        """
        return self._pick(other, context, -1)

    def max_mag(self, other, context=None):
        other = _decimal(other)
        order = self.copy_abs()._order(other.copy_abs()) if self._kind < _NAN and other._kind < _NAN else 0
        return self._pick(other, context, 1) if order == 0 else (self if order > 0 else other)._fix(context or _context)

    def min_mag(self, other, context=None):
        other = _decimal(other)
        order = self.copy_abs()._order(other.copy_abs()) if self._kind < _NAN and other._kind < _NAN else 0
        return self._pick(other, context, -1) if order == 0 else (self if order < 0 else other)._fix(context or _context)

    def remainder_near(self, other, context=None):
        context = context or _context
        other = _decimal(other)
        nan = self._nan_with(other, context)
        if nan is not None:
            return nan
        if self._kind:
            return context._raise(InvalidOperation)
        if other._kind:
            return self._fix(context)
        if not other._int:
            return context._raise(DivisionUndefined if not self._int else InvalidOperation)
        ideal = min(self._exp, other._exp)
        if not self._int:
            return _make(self._sign, 0, ideal)._fix(context)
        # A quotient that is far too large, or nothing, is not worked out.
        if self.adjusted() - other.adjusted() > context.prec:
            return context._raise(DivisionImpossible)
        if self.adjusted() - other.adjusted() <= -2:
            return self._rescale(ideal, context.rounding)._fix(context)
        x = self._int * 10 ** (self._exp - ideal)
        y = other._int * 10 ** (other._exp - ideal)
        quotient, rest = divmod(x, y)
        if 2 * rest + (quotient & 1) > y:
            rest -= y
            quotient += 1
        if _size(quotient) > context.prec:
            return context._raise(DivisionImpossible)
        sign = self._sign
        if rest < 0:
            sign = 1 - sign
            rest = -rest
        return _make(sign, rest, ideal)._fix(context)

    def scaleb(self, other, context=None):
        """Times a power of ten.

        >>> decimal.Decimal('1.5').scaleb(2)
        Decimal('1.5E+2')
        """
        context = context or _context
        other = _decimal(other)
        nan = self._nan_with(other, context)
        if nan is not None:
            return nan
        if other._kind or other._exp or abs(int(other)) > 2 * (context.Emax + context.prec):
            return context._raise(InvalidOperation)
        return self if self._kind else _make(self._sign, self._int, self._exp + int(other))._fix(context)

    def logb(self, context=None):
        context = context or _context
        nan = self._nan_with(None, context)
        if nan is not None:
            return nan
        if self._kind:
            return _make(0, 0, 0, _INF)
        if not self._int:
            return context._raise(DivisionByZero, _make(1, 0, 0, _INF))
        return Decimal(self.adjusted())._fix(context)

    def _next(self, context, up):
        context = context or _context
        nan = self._nan_with(None, context)
        if nan is not None:
            return nan
        context = context.copy()
        context.rounding = ROUND_CEILING if up else ROUND_FLOOR
        context.clear_traps()
        if self._kind:
            if (self._sign == 1) != up:
                return self
            return _make(self._sign, 10 ** context.prec - 1, context.Etop())
        result = self._fix(context)
        if result._order(self):
            return result
        return self._add(_make(0 if up else 1, 1, context.Etiny() - 1), context)

    def next_plus(self, context=None):
        return self._next(context, True)

    def next_minus(self, context=None):
        return self._next(context, False)

    def next_toward(self, other, context=None):
        """The neighbour on the way to another number.

        >>> decimal.Decimal(1).next_toward(2)
        Decimal('1.000000000000000000000000001')
        """
        import _decimal_digits
        return _decimal_digits.next_toward(self, other, context or _context)

    def logical_and(self, other, context=None):
        """Digit by digit, of numbers made of 0 and 1.

        >>> decimal.Decimal(1100).logical_and(decimal.Decimal(1010))
        Decimal('1000')
        """
        import _decimal_digits
        return _decimal_digits.logical(self, other, context or _context, '001')

    def logical_or(self, other, context=None):
        import _decimal_digits
        return _decimal_digits.logical(self, other, context or _context, '011')

    def logical_xor(self, other, context=None):
        import _decimal_digits
        return _decimal_digits.logical(self, other, context or _context, '010')

    def logical_invert(self, context=None):
        import _decimal_digits
        return _decimal_digits.logical(self, None, context or _context, '010')

    def rotate(self, other, context=None):
        """Its digits, as many as the precision is, turned to the left.

        >>> decimal.Decimal(12).rotate(27)
        Decimal('2000000000000000000000000001')
        """
        import _decimal_digits
        return _decimal_digits.rotate(self, other, context or _context)

    def shift(self, other, context=None):
        """Its digits moved to the left; to the right by a negative number.

        >>> decimal.Decimal(123).shift(-1)
        Decimal('12')
        """
        import _decimal_digits
        return _decimal_digits.shift(self, other, context or _context)

    def sqrt(self, context=None):
        """The square root.

        >>> decimal.Decimal(2).sqrt()
        Decimal('1.414213562373095048801688724')
        """
        import _decimal_math
        return _decimal_math.sqrt(self, context or _context)

    def exp(self, context=None):
        """e to the power of the number.

        >>> decimal.Decimal(1).exp()
        Decimal('2.718281828459045235360287471')
        """
        import _decimal_math
        return _decimal_math.exp(self, context or _context)

    def ln(self, context=None):
        """The natural logarithm.

        >>> decimal.Decimal(10).ln()
        Decimal('2.302585092994045684017991455')
        """
        import _decimal_math
        return _decimal_math.ln(self, context or _context)

    def log10(self, context=None):
        """The logarithm to base 10.

        >>> decimal.Decimal(1000).log10()
        Decimal('3')
        """
        import _decimal_math
        return _decimal_math.log10(self, context or _context)


def _quotient(a, b, context):
    if a._kind < _NAN and b._kind < _NAN and not a._kind and not b._kind and not b._int and a._int:
        return context._raise(DivisionByZero, _make(a._sign ^ b._sign, 0, 0, _INF))
    if a._kind == _INF and not b._kind:
        return _make(a._sign ^ b._sign, 0, 0, _INF)
    return a._divmod(b, context, False)[0]


def _remainder(a, b, context):
    if not a._kind and not b._kind and not b._int:
        return context._raise(InvalidOperation if a._int else DivisionUndefined)
    if a._kind == _INF and b._kind < _NAN:
        return context._raise(InvalidOperation)
    return a._divmod(b, context)[1]


def _of_one(name):
    return lambda self, a: getattr(_decimal(a), name)(self)


def _of_two(name):
    return lambda self, a, b: getattr(_decimal(a), name)(_decimal(b), self)


# What a context does as a method of the number, with itself.
for _name in ('is_normal', 'is_subnormal', 'logb', 'logical_invert', 'next_minus', 'next_plus', 'number_class'):
    setattr(Context, _name, _of_one(_name))
for _name in ('compare_signal', 'compare_total', 'compare_total_mag', 'copy_sign', 'logical_and', 'logical_or', 'logical_xor', 'max_mag',
              'min_mag', 'next_toward', 'remainder_near', 'rotate', 'same_quantum', 'shift'):
    setattr(Context, _name, _of_two(_name))
for _name in ('canonical', 'copy_abs', 'copy_negate', 'is_canonical', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_signed',
              'is_snan', 'is_zero'):
    setattr(Context, _name, (lambda name: lambda self, a: getattr(_decimal(a), name)())(_name))
Context.copy_decimal = lambda self, a: _decimal(a)
Context.radix = lambda self: Decimal(10)


def _not_whole(value):
    if value._kind == _INF:
        return OverflowError('cannot convert Infinity to integer')
    return ValueError('cannot convert NaN to integer')


def _rounding(rounding, context):
    if rounding is None:
        return context.rounding
    if rounding not in _ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return rounding


def _total_order(a, b):
    if a._sign != b._sign:
        return -1 if a._sign else 1
    flip = -1 if a._sign else 1
    rank = {_FINITE: 0, _INF: 1, _SNAN: 2, _NAN: 3}
    if rank[a._kind] != rank[b._kind]:
        return flip if rank[a._kind] > rank[b._kind] else -flip
    if a._kind >= _NAN:
        return flip * ((a._int > b._int) - (a._int < b._int))
    order = a._order(b)
    if order:
        return order
    return flip * ((a._exp > b._exp) - (a._exp < b._exp))


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    n = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
        n = n * 10 + digit
    if exponent == 'F':
        return _make(sign, 0, 0, _INF)
    if exponent in ('n', 'N'):
        return _make(sign, n, 0, _NAN if exponent == 'n' else _SNAN)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return _make(sign, n, exponent)


_NOT_A_NUMBER = _make(0, 0, 0, _NAN)
