# The type complex: the compiler turns `2j` into imaginary(2.0), and a negative float to a fractional power into power().
import math


class complex:
    """A number with a real and an imaginary part.

    >>> complex(3, 4) * 2j
    (-8+6j)
    """

    __slots__ = ('_re', '_im')
    __module__ = 'builtins'

    def __new__(cls, real=0, imag=None):
        if isinstance(real, str):
            if imag is not None:
                raise TypeError("complex() can't take second arg if first is a string")
            re, im = _parse(real)
            return _make(cls, re, im)
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        re, im = _parts(real, 'first')
        if imag is not None:
            more, turned = _parts(imag, 'second')
            re = re - turned if turned else re
            im = im + more if isinstance(real, complex) else more
        return _make(cls, re, im)

    @property
    def real(self):
        """The real part.

        >>> (1+2j).real
        1.0
        """
        return self._re

    @property
    def imag(self):
        """The imaginary part.

        >>> (1+2j).imag
        2.0
        """
        return self._im

    def conjugate(self):
        """The number with the other sign of the imaginary part.

        >>> (1+2j).conjugate()
        (1-2j)
        """
        return _make(complex, self._re, -self._im)

    def __complex__(self):
        return _make(complex, self._re, self._im)

    def __getnewargs__(self):
        return self._re, self._im

    def __repr__(self):
        im = _text(self._im)
        if self._re == 0 and math.copysign(1, self._re) == 1:
            return im + 'j'
        return '(%s%s%sj)' % (_text(self._re), '' if im[0] == '-' else '+', im)

    def __format__(self, spec):
        if not spec:
            return str(self)
        at = 0
        fill = align = sign = ''
        if len(spec) > 1 and spec[1] in '<>^=':
            fill, align, at = spec[0], spec[1], 2
        elif spec[0] in '<>^=':
            align, at = spec[0], 1
        if align == '=':
            raise ValueError("'=' alignment flag is not allowed in complex format specifier")
        if spec[at:at + 1] in ('+', '-', ' '):
            sign = spec[at]
            at += 1
        if spec[at:at + 1] == '#':
            at += 1
        if spec[at:at + 1] == '0':
            raise ValueError('Zero padding is not allowed in complex format specifier')
        start = at
        while spec[at:at + 1].isdigit():
            at += 1
        width, rest = spec[start:at], spec[at:]
        if rest and rest[-1].isalpha() and rest[-1] not in 'eEfFgGn':
            raise ValueError("Unknown format code '%s' for object of type 'complex'" % rest[-1])
        if rest and rest[-1].isalpha():
            text = format(self._re, sign + rest) + format(self._im, '+' + rest) + 'j'
        elif rest and rest != ',' and rest != '_':
            re = format(self._re, sign + rest + 'g')
            im = format(self._im, '+' + rest + 'g') + 'j'
            text = '(' + re + im + ')' if self._re or math.copysign(1, self._re) < 0 else im.lstrip('+')
        else:
            text = str(self)
        return format(text, fill + (align or '>') + width) if width else text

    def __hash__(self):
        n = (hash(self._re) + 1000003 * hash(self._im)) & 0xffffffffffffffff
        n = n - (1 << 64) if n >> 63 else n
        return -2 if n == -1 else n

    def __bool__(self):
        return self._re != 0 or self._im != 0

    def __eq__(self, other):
        if isinstance(other, complex):
            return self._re == other._re and self._im == other._im
        if isinstance(other, (int, float)):
            return self._im == 0 and self._re == other
        return NotImplemented

    def __abs__(self):
        r = math.hypot(self._re, self._im)
        if math.isinf(r) and math.isfinite(self._re) and math.isfinite(self._im):
            raise OverflowError('absolute value too large')
        return r

    def __neg__(self):
        return _make(complex, -self._re, -self._im)

    def __pos__(self):
        return _make(complex, self._re, self._im)

    def __add__(self, other):
        o = _operand(other)
        return o if o is NotImplemented else _make(complex, self._re + o._re, self._im + o._im)

    __radd__ = __add__

    def __sub__(self, other):
        o = _operand(other)
        return o if o is NotImplemented else _make(complex, self._re - o._re, self._im - o._im)

    def __rsub__(self, other):
        o = _operand(other)
        return o if o is NotImplemented else _make(complex, o._re - self._re, o._im - self._im)

    def __mul__(self, other):
        o = _operand(other)
        return o if o is NotImplemented else _product(self, o)

    __rmul__ = __mul__

    def __truediv__(self, other):
        o = _operand(other)
        return o if o is NotImplemented else _quotient(self, o)

    def __rtruediv__(self, other):
        o = _operand(other)
        return o if o is NotImplemented else _quotient(o, self)

    def __pow__(self, other, mod=None):
        if mod is not None:
            raise ValueError('complex modulo')
        o = _operand(other)
        return o if o is NotImplemented else _power(self, o)

    def __rpow__(self, other):
        o = _operand(other)
        return o if o is NotImplemented else _power(o, self)


def _make(cls, re, im):
    made = object.__new__(cls)
    made._re = re
    made._im = im
    return made


def imaginary(n):
    return _make(complex, 0.0, float(n))


def power(x, y):
    return _power(_make(complex, x, 0.0), _make(complex, y, 0.0))


def _operand(v):
    if isinstance(v, complex):
        return v
    if isinstance(v, (int, float)):
        return _make(complex, float(v), 0.0)
    return NotImplemented


def _parts(v, which):
    if isinstance(v, complex):
        return v._re, v._im
    if isinstance(v, (int, float)):
        return float(v), 0.0
    made = getattr(type(v), '__complex__', None)
    if made:
        made = made(v)
        if not isinstance(made, complex):
            raise TypeError('__complex__ returned non-complex (type %s)' % type(made).__name__)
        return made._re, made._im
    if hasattr(type(v), '__float__') or hasattr(type(v), '__index__'):
        return float(v), 0.0
    words = 'must be a string or a number' if which == 'first' else 'must be a number'
    raise TypeError("complex() %s argument %s, not '%s'" % (which, words, type(v).__name__))


def _parse(text):
    bare = text.strip()
    if bare[:1] == '(' and bare[-1:] == ')':
        bare = bare[1:-1].strip()
    try:
        if bare[-1:] not in ('j', 'J'):
            return float(bare), 0.0
        bare = bare[:-1]
        at = len(bare) - 1
        while at > 0 and not (bare[at] in '+-' and bare[at - 1] not in 'eE'):
            at -= 1
        re, im = bare[:max(at, 0)], bare[max(at, 0):]
        if im in ('', '+', '-'):
            im += '1'
        if (re + im).strip() != re + im or re[-1:] == ' ' or im[1:2] == ' ':
            raise ValueError
        return float(re) if re else 0.0, float(im)
    except ValueError:
        raise ValueError('complex() arg is a malformed string') from None


def _text(x):
    text = repr(x)
    return text[:-2] if text.endswith('.0') else text


def _product(a, b):
    return _make(complex, a._re * b._re - a._im * b._im, a._re * b._im + a._im * b._re)


def _quotient(a, b):
    # Smith's method, as in CPython.
    if abs(b._re) >= abs(b._im):
        if b._re == 0:
            raise ZeroDivisionError('complex division by zero')
        ratio = b._im / b._re
        whole = b._re + b._im * ratio
        return _make(complex, (a._re + a._im * ratio) / whole, (a._im - a._re * ratio) / whole)
    if abs(b._im) >= abs(b._re):
        ratio = b._re / b._im
        whole = b._re * ratio + b._im
        return _make(complex, (a._re * ratio + a._im) / whole, (a._im * ratio - a._re) / whole)
    return _make(complex, math.nan, math.nan)


def _power(a, b):
    n = b._re
    if b._im == 0 and n == n // 1 and abs(n) <= 100:
        n = int(n)
        result, square, count = _make(complex, 1.0, 0.0), a, abs(n)
        while count:
            if count & 1:
                result = _product(result, square)
            count >>= 1
            if count:
                square = _product(square, square)
        if n < 0:
            if not a:
                raise ZeroDivisionError('0.0 to a negative or complex power')
            return _quotient(_make(complex, 1.0, 0.0), result)
        return result
    if not a:
        if b._im != 0 or n < 0:
            raise ZeroDivisionError('0.0 to a negative or complex power')
        return _make(complex, 0.0, 0.0)
    length = math.hypot(a._re, a._im)
    angle = math.atan2(a._im, a._re)
    try:
        size = length ** n
        phase = angle * n
        if b._im != 0:
            size *= math.exp(-angle * b._im)
            phase += b._im * math.log(length)
    except OverflowError:
        raise OverflowError('complex exponentiation') from None
    return _make(complex, size * math.cos(phase), size * math.sin(phase))
