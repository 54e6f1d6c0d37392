# Exact fractions.
import math
import operator
from decimal import Decimal
from numbers import Rational

_PRIME = 2305843009213693951


def _read(text):
    bare = text.strip()
    sign = -1 if bare[:1] == '-' else 1
    body = bare[1:] if bare[:1] in ('+', '-') else bare
    try:
        whole, slash, below = body.partition('/')
        if slash:
            if not (whole and below and whole[0].isdigit() and below[0].isdigit()):
                raise ValueError
            return sign * int(whole), int(below)
        number, _, exponent = body.lower().partition('e')
        if _ and not exponent.lstrip('+-').isdigit():
            raise ValueError
        before, _, after = number.partition('.')
        if not (before or after) or (before and not before[0].isdigit()) or (after and not after[0].isdigit()):
            raise ValueError
        top = int((before + after).replace('_', ''))
        shift = int(exponent or 0) - len(after.replace('_', ''))
        if before and after:
            int(before), int(after)
        return (sign * top * 10 ** shift, 1) if shift >= 0 else (sign * top, 10 ** -shift)
    except ValueError:
        raise ValueError('Invalid literal for Fraction: %r' % text) from None


class Fraction(Rational):
    """A number as numerator and denominator without a common factor.

    >>> fractions.Fraction(1, 3) + fractions.Fraction('1/6')
    Fraction(1, 2)
    """

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                top, below = numerator, 1
            elif isinstance(numerator, Rational):
                top, below = numerator.numerator, numerator.denominator
            elif isinstance(numerator, (float, Decimal)):
                top, below = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                top, below = _read(numerator)
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            top = numerator.numerator * denominator.denominator
            below = denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if below == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % top)
        shared = math.gcd(top, below)
        if below < 0:
            shared = -shared
        self._numerator = top // shared
        self._denominator = below // shared
        return self

    @classmethod
    def from_float(cls, f):
        """The exact fraction of a float.

        >>> fractions.Fraction.from_float(0.5)
        Fraction(1, 2)
        """
        if not isinstance(f, (int, float)):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)' % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact fraction of a Decimal.

        >>> import decimal
        >>> fractions.Fraction.from_decimal(decimal.Decimal('0.25'))
        Fraction(1, 4)
        """
        if not isinstance(dec, (int, Decimal)):
            raise TypeError('%s.from_decimal() only takes Decimals, not %r (%s)' % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(self): return self._numerator

    @property
    def denominator(self): return self._denominator

    def as_integer_ratio(self):
        """Numerator and denominator.

        >>> fractions.Fraction(3, 6).as_integer_ratio()
        (1, 2)
        """
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction with a denominator up to a limit.

        >>> fractions.Fraction(3.14159).limit_denominator(10)
        Fraction(22, 7)
        """
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        one = Fraction(p0 + k * p1, q0 + k * q1)
        two = Fraction(p1, q1)
        return two if abs(two - self) <= abs(one - self) else one

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)

    def __add__(a, b): return _operate(a, b, operator.add, _add)
    def __radd__(b, a): return _operate_back(a, b, operator.add, _add)
    def __sub__(a, b): return _operate(a, b, operator.sub, _sub)
    def __rsub__(b, a): return _operate_back(a, b, operator.sub, _sub)
    def __mul__(a, b): return _operate(a, b, operator.mul, _mul)
    def __rmul__(b, a): return _operate_back(a, b, operator.mul, _mul)
    def __truediv__(a, b): return _operate(a, b, operator.truediv, _div)
    def __rtruediv__(b, a): return _operate_back(a, b, operator.truediv, _div)
    def __floordiv__(a, b): return _operate(a, b, operator.floordiv, _floordiv)
    def __rfloordiv__(b, a): return _operate_back(a, b, operator.floordiv, _floordiv)
    def __mod__(a, b): return _operate(a, b, operator.mod, _mod)
    def __rmod__(b, a): return _operate_back(a, b, operator.mod, _mod)
    def __divmod__(a, b): return _operate(a, b, divmod, _divmod)
    def __rdivmod__(b, a): return _operate_back(a, b, divmod, _divmod)

    def __pow__(a, b):
        if not isinstance(b, Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        n = b.numerator
        if n >= 0:
            return Fraction(a._numerator ** n, a._denominator ** n)
        return Fraction(a._denominator ** -n, a._numerator ** -n)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if b._denominator == 1 else float(b))

    def __pos__(a): return Fraction(a._numerator, a._denominator)
    def __neg__(a): return Fraction(-a._numerator, a._denominator)
    def __abs__(a): return Fraction(abs(a._numerator), a._denominator)
    def __int__(a): return a.__trunc__()

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a): return a._numerator // a._denominator
    def __ceil__(a): return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator or rest * 2 == self._denominator and floor % 2 == 0:
                return floor
            return floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _PRIME)
        except ValueError:
            found = 314159
        else:
            found = hash(hash(abs(self._numerator)) * inverse)
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __eq__(a, b):
        if isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == Fraction(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if math.isnan(other) or math.isinf(other) else op(self, Fraction(other))
        return NotImplemented

    def __lt__(a, b): return a._compare(b, operator.lt)
    def __gt__(a, b): return a._compare(b, operator.gt)
    def __le__(a, b): return a._compare(b, operator.le)
    def __ge__(a, b): return a._compare(b, operator.ge)
    def __bool__(a): return a._numerator != 0
    def __copy__(self): return self
    def __deepcopy__(self, memo): return self


def _operate(a, b, plain, exact):
    if isinstance(b, (int, Fraction)):
        return exact(a, b)
    if isinstance(b, (float, complex)):
        return plain(complex(a) if isinstance(b, complex) else float(a), b)
    return NotImplemented


def _operate_back(a, b, plain, exact):
    if isinstance(a, Rational):
        return exact(a, b)
    if isinstance(a, (float, complex)):
        return plain(a, complex(b) if isinstance(a, complex) else float(b))
    return NotImplemented


def _add(a, b): return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
def _sub(a, b): return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
def _mul(a, b): return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
def _div(a, b): return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
def _floordiv(a, b): return (a.numerator * b.denominator) // (a.denominator * b.numerator)
def _divmod(a, b): return _floordiv(a, b), _mod(a, b)


def _mod(a, b):
    below = a.denominator
    return Fraction((a.numerator * b.denominator) % (b.numerator * below), below * b.denominator)
