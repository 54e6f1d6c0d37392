# The abstract classes of numbers.
from abc import ABCMeta, abstractmethod


class Number(metaclass=ABCMeta):
    """Any number.

    >>> isinstance(5, numbers.Number), isinstance('5', numbers.Number)
    (True, False)
    """

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """A number with a real and an imaginary part.

    >>> isinstance(1j, numbers.Complex), isinstance('5', numbers.Complex)
    (True, False)
    """

    __slots__ = ()

    @abstractmethod
    def __complex__(self): pass

    def __bool__(self): return self != 0

    @property
    @abstractmethod
    def real(self): pass

    @property
    @abstractmethod
    def imag(self): pass

    def __sub__(self, other): return self + -other
    def __rsub__(self, other): return -self + other

    @abstractmethod
    def __add__(self, other): pass

    @abstractmethod
    def __radd__(self, other): pass

    @abstractmethod
    def __neg__(self): pass

    @abstractmethod
    def __pos__(self): pass

    @abstractmethod
    def __mul__(self, other): pass

    @abstractmethod
    def __rmul__(self, other): pass

    @abstractmethod
    def __truediv__(self, other): pass

    @abstractmethod
    def __rtruediv__(self, other): pass

    @abstractmethod
    def __pow__(self, exponent): pass

    @abstractmethod
    def __rpow__(self, base): pass

    @abstractmethod
    def __abs__(self): pass

    @abstractmethod
    def conjugate(self): pass

    @abstractmethod
    def __eq__(self, other): pass


class Real(Complex):
    """A number on the line.

    >>> isinstance(1.5, numbers.Real), isinstance(1j, numbers.Real)
    (True, False)
    """

    __slots__ = ()

    @abstractmethod
    def __float__(self): pass

    @abstractmethod
    def __trunc__(self): pass

    @abstractmethod
    def __floor__(self): pass

    @abstractmethod
    def __ceil__(self): pass

    @abstractmethod
    def __round__(self, ndigits=None): pass

    def __divmod__(self, other): return (self // other, self % other)
    def __rdivmod__(self, other): return (other // self, other % self)

    @abstractmethod
    def __floordiv__(self, other): pass

    @abstractmethod
    def __rfloordiv__(self, other): pass

    @abstractmethod
    def __mod__(self, other): pass

    @abstractmethod
    def __rmod__(self, other): pass

    @abstractmethod
    def __lt__(self, other): pass

    @abstractmethod
    def __le__(self, other): pass

    def __complex__(self): return complex(float(self))

    @property
    def real(self): return +self

    @property
    def imag(self): return 0

    def conjugate(self): return +self


class Rational(Real):
    """A number that is one integer divided by another.

    >>> isinstance(5, numbers.Rational), isinstance(1.5, numbers.Rational)
    (True, False)
    """

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self): pass

    @property
    @abstractmethod
    def denominator(self): pass

    def __float__(self): return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """A whole number.

    >>> isinstance(5, numbers.Integral), isinstance(1.5, numbers.Integral)
    (True, False)
    """

    __slots__ = ()

    @abstractmethod
    def __int__(self): pass

    def __index__(self): return int(self)

    def __float__(self): return float(int(self))

    @property
    def numerator(self): return +self

    @property
    def denominator(self): return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)
