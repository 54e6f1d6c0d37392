# Mathematics of complex numbers.
import math as _math

pi = _math.pi
e = _math.e
tau = _math.tau
inf = _math.inf
nan = _math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = 8.988465674311579e+307 / 2
_TINY = 2.2250738585072014e-308


def _complex(z):
    if isinstance(z, complex):
        return z
    if isinstance(z, (str, bytes, bytearray)):
        raise TypeError('must be real number, not ' + type(z).__name__)
    try:
        return complex(z)
    except TypeError:
        raise TypeError('must be real number, not ' + type(z).__name__) from None


def phase(z, /):
    """The angle of a complex number.

    >>> cmath.phase(-1)
    3.141592653589793
    """
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    """Length and angle.

    >>> cmath.polar(1j)
    (1.0, 1.5707963267948966)
    """
    z = _complex(z)
    return abs(z), _math.atan2(z.imag, z.real)


def rect(r, phi, /):
    """The complex number of a length and an angle.

    >>> cmath.rect(2, 0)
    (2+0j)
    """
    r, phi = float(r), float(phi)
    if _math.isinf(phi) and r != 0 and not _math.isnan(r):
        raise ValueError('math domain error')
    if phi == 0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    """e ** z

    >>> cmath.exp(0)
    (1+0j)
    """
    z = _complex(z)
    if z.real == -inf:
        return complex(_math.copysign(0.0, _math.cos(z.imag)), _math.copysign(0.0, _math.sin(z.imag))) if isfinite(z.imag) else 0j
    if _math.isinf(z.imag):
        raise ValueError('math domain error')
    if z.real == inf:
        return complex(inf, z.imag) if z.imag == 0 else complex(_math.copysign(inf, _math.cos(z.imag)), _math.copysign(inf, _math.sin(z.imag)))
    size = _math.exp(z.real)
    return complex(size * _math.cos(z.imag), size * _math.sin(z.imag))


def log(z, base=None, /):
    """The logarithm, natural or to a base.

    >>> cmath.log(1)
    0j
    """
    z = _complex(z)
    if base is not None:
        return log(z) / log(base)
    a, b = abs(z.real), abs(z.imag)
    if a == 0 and b == 0:
        raise ValueError('math domain error')
    if a > _LARGE or b > _LARGE:
        real = _math.log(_math.hypot(a / 2, b / 2)) + _math.log(2)
    elif a < _TINY and b < _TINY:
        real = _math.log(_math.hypot(a * 2.0 ** 53, b * 2.0 ** 53)) - 53 * _math.log(2)
    else:
        size = _math.hypot(a, b)
        if 0.71 <= size <= 1.73:
            big, small = max(a, b), min(a, b)
            real = _math.log1p((big - 1) * (big + 1) + small * small) / 2
        else:
            real = _math.log(size)
    return complex(real, _math.atan2(z.imag, z.real))


def log10(z, /):
    """The logarithm to base 10.

    >>> cmath.log10(100)
    (2+0j)
    """
    r = log(z)
    return complex(r.real / _math.log(10), r.imag / _math.log(10))


def sqrt(z, /):
    """The square root.

    >>> cmath.sqrt(-1)
    1j
    """
    z = _complex(z)
    if z.real == 0 and z.imag == 0:
        return complex(0.0, z.imag)
    if _math.isinf(z.imag):
        return complex(inf, z.imag)
    a, b = abs(z.real), abs(z.imag)
    if a < _TINY and b < _TINY and (a > 0 or b > 0):
        a = a * 2.0 ** 54
        s = _math.sqrt(a + _math.hypot(a, b * 2.0 ** 54)) * 2.0 ** -27
        s = s / _math.sqrt(2)
    else:
        a /= 8
        s = 2 * _math.sqrt(a + _math.hypot(a, b / 8))
    d = b / (2 * s)
    if z.real >= 0:
        return complex(s, _math.copysign(d, z.imag))
    return complex(d, _math.copysign(s, z.imag))


def cosh(z, /):
    """The hyperbolic cosine.

    >>> cmath.cosh(0)
    (1+0j)
    """
    z = _complex(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def sinh(z, /):
    """The hyperbolic sine.

    >>> cmath.sinh(0)
    0j
    """
    z = _complex(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def tanh(z, /):
    """The hyperbolic tangent.

    >>> cmath.tanh(0)
    0j
    """
    z = _complex(z)
    if abs(z.real) > 354:
        return complex(_math.copysign(1.0, z.real), 4 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2 * abs(z.real)))
    tx, ty = _math.tanh(z.real), _math.tan(z.imag)
    cx = 1 / _math.cosh(z.real)
    txty = tx * ty
    denominator = 1 + txty * txty
    return complex(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx)


def cos(z, /):
    """The cosine.

    >>> cmath.cos(0)
    (1-0j)
    """
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    """The sine.

    >>> cmath.sin(0)
    0j
    """
    z = _complex(z)
    s = sinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def tan(z, /):
    """The tangent.

    >>> cmath.tan(0)
    0j
    """
    z = _complex(z)
    s = tanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def acos(z, /):
    """The arc cosine.

    >>> cmath.acos(1)
    -0j
    """
    z = _complex(z)
    s1 = sqrt(complex(1 - z.real, -z.imag))
    s2 = sqrt(complex(1 + z.real, z.imag))
    return complex(2 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    """The inverse hyperbolic cosine.

    >>> cmath.acosh(1)
    0j
    """
    z = _complex(z)
    s1 = sqrt(complex(z.real - 1, z.imag))
    s2 = sqrt(complex(z.real + 1, z.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * _math.atan2(s1.imag, s2.real))


def asinh(z, /):
    """The inverse hyperbolic sine.

    >>> cmath.asinh(0)
    0j
    """
    z = _complex(z)
    s1 = sqrt(complex(1 + z.imag, -z.real))
    s2 = sqrt(complex(1 - z.imag, z.real))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag), _math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    """The arc sine.

    >>> cmath.asin(0)
    0j
    """
    z = _complex(z)
    s = asinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def atanh(z, /):
    """The inverse hyperbolic tangent.

    >>> cmath.atanh(0)
    0j
    """
    z = _complex(z)
    if z.real < 0 or (z.real == 0 and _math.copysign(1.0, z.real) < 0):
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real == 1 and ay < 1.4e-154:
        if ay == 0:
            raise ValueError('math domain error')
        return complex(-_math.log(_math.sqrt(ay) / _math.sqrt(_math.hypot(ay, 2))), _math.copysign(_math.atan2(2, -ay) / 2, z.imag))
    return complex(_math.log1p(4 * z.real / ((1 - z.real) * (1 - z.real) + ay * ay)) / 4,
                   -_math.atan2(-2 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2)


def atan(z, /):
    """The arc tangent.

    >>> cmath.atan(0)
    0j
    """
    z = _complex(z)
    s = atanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def isfinite(z, /):
    """Whether both parts are finite.

    >>> cmath.isfinite(1j)
    True
    """
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    """Whether a part is infinite.

    >>> cmath.isinf(1j)
    False
    """
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    """Whether a part is no number.

    >>> cmath.isnan(1j)
    False
    """
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are nearly equal.

    >>> cmath.isclose(1, 1 + 1e-12j)
    True
    """
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a, b = _complex(a), _complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
