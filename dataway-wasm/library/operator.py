# Operators as functions. Same names and results as Python's operator module.


def lt(a, b):
    """a < b

    >>> operator.lt(1, 2)
    True
    """
    return a < b


def le(a, b):
    """a <= b

    >>> operator.le(2, 2)
    True
    """
    return a <= b


def eq(a, b):
    """a == b

    >>> operator.eq(1, 1.0)
    True
    """
    return a == b


def ne(a, b):
    """a != b

    >>> operator.ne(1, 2)
    True
    """
    return a != b


def ge(a, b):
    """a >= b

    >>> operator.ge(2, 2)
    True
    """
    return a >= b


def gt(a, b):
    """a > b

    >>> operator.gt(1, 2)
    False
    """
    return a > b


def not_(a):
    """not a

    >>> operator.not_(0)
    True
    """
    return not a


def truth(a):
    """bool(a)

    >>> operator.truth([])
    False
    """
    return True if a else False


def is_(a, b):
    """a is b

    >>> operator.is_(None, None)
    True
    """
    return a is b


def is_not(a, b):
    """a is not b

    >>> operator.is_not(1, None)
    True
    """
    return a is not b


def add(a, b):
    """a + b

    >>> operator.add(1, 2)
    3
    """
    return a + b


def and_(a, b):
    """a & b

    >>> operator.and_(6, 3)
    2
    """
    return a & b


def floordiv(a, b):
    """a // b

    >>> operator.floordiv(7, 2)
    3
    """
    return a // b


def inv(a): return ~a


def lshift(a, b): return a << b


def mod(a, b):
    """a % b

    >>> operator.mod(7, 3)
    1
    """
    return a % b


def mul(a, b):
    """a * b

    >>> operator.mul(2, 3)
    6
    """
    return a * b


def matmul(a, b): return a @ b


def neg(a):
    """-a

    >>> operator.neg(1)
    -1
    """
    return -a


def or_(a, b):
    """a | b

    >>> operator.or_(6, 3)
    7
    """
    return a | b


def pos(a): return +a


def pow(a, b):
    """a ** b

    >>> operator.pow(2, 3)
    8
    """
    return a ** b


def rshift(a, b): return a >> b


def sub(a, b):
    """a - b

    >>> operator.sub(3, 2)
    1
    """
    return a - b


def truediv(a, b):
    """a / b

    >>> operator.truediv(3, 2)
    1.5
    """
    return a / b


def xor(a, b):
    """a ^ b

    >>> operator.xor(6, 3)
    5
    """
    return a ^ b


def concat(a, b):
    """a + b of sequences

    >>> operator.concat([1], [2])
    [1, 2]
    """
    return a + b


def contains(a, b):
    """b in a

    >>> operator.contains([1, 2], 2)
    True
    """
    return b in a


def getitem(a, b):
    """a[b]

    >>> operator.getitem([1, 2], 1)
    2
    """
    return a[b]


invert = inv
abs = abs


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def index(a):
    """a as an index.

    >>> operator.index(True)
    1
    """
    if hasattr(a, '__index__'):
        return a.__index__()
    raise TypeError("'%s' object cannot be interpreted as an integer" % type(a).__name__)


def countOf(a, b):
    """How often b occurs in a.

    >>> operator.countOf([1, 2, 1], 1)
    2
    """
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def indexOf(a, b):
    """Where b is in a.

    >>> operator.indexOf([1, 2], 2)
    1
    """
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError('sequence.index(x): x not in sequence')


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


class attrgetter:
    """A function that gets attributes.

    >>> operator.attrgetter('real')(5)
    5
    """

    def __init__(self, attr, *attrs):
        self._attrs = (attr,) + attrs
        for name in self._attrs:
            if not isinstance(name, str):
                raise TypeError('attribute name must be a string')

    def __call__(self, obj):
        found = tuple(self._resolve(obj, name) for name in self._attrs)
        return found[0] if len(found) == 1 else found

    def _resolve(self, obj, name):
        for part in name.split('.'):
            obj = getattr(obj, part)
        return obj

    def __repr__(self):
        return 'operator.attrgetter(%s)' % ', '.join(map(repr, self._attrs))


class itemgetter:
    """A function that gets items: `itemgetter(1)`, `itemgetter('a', 'b')`.

    >>> sorted([{'n': 2}, {'n': 1}], key=operator.itemgetter('n'))
    [{'n': 1}, {'n': 2}]
    """

    def __init__(self, *items):
        if not items:
            raise TypeError('itemgetter expected 1 argument, got 0')
        self._items = items

    def __call__(self, obj):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple(obj[i] for i in self._items)

    def __repr__(self):
        return 'operator.itemgetter(%s)' % ', '.join(map(repr, self._items))


class methodcaller:
    """A function that calls a method.

    >>> operator.methodcaller('split', ',')('a,b')
    ['a', 'b']
    """

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        args = [repr(self._name)] + [repr(a) for a in self._args] + ['%s=%r' % pair for pair in self._kwargs.items()]
        return 'operator.methodcaller(%s)' % ', '.join(args)


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def imod(a, b):
    a %= b
    return a


def itruediv(a, b):
    a /= b
    return a


def ipow(a, b):
    a **= b
    return a


def imatmul(a, b):
    a @= b
    return a


def iconcat(a, b):
    a += b
    return a


def length_hint(obj, default=0):
    """How many items there may be.

    >>> operator.length_hint([1, 2])
    2
    """
    if not isinstance(default, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(default).__name__)
    try:
        return len(obj)
    except TypeError:
        pass
    hint = getattr(type(obj), '__length_hint__', None)
    if hint is None:
        return default
    try:
        found = hint(obj)
    except TypeError:
        return default
    if found is NotImplemented:
        return default
    if not isinstance(found, int):
        raise TypeError('__length_hint__ must be an integer, not ' + type(found).__name__)
    if found < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return found


def call(obj, /, *args, **kwargs):
    """obj(*args, **kwargs)

    >>> operator.call(len, 'abc')
    3
    """
    return obj(*args, **kwargs)


# The names that the methods have.
__lt__ = lt
__le__ = le
__eq__ = eq
__ne__ = ne
__ge__ = ge
__gt__ = gt
__not__ = not_
__abs__ = abs
__add__ = add
__and__ = and_
__floordiv__ = floordiv
__index__ = index
__inv__ = inv
__invert__ = invert
__lshift__ = lshift
__mod__ = mod
__mul__ = mul
__matmul__ = matmul
__neg__ = neg
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__getitem__ = getitem
__setitem__ = setitem
__call__ = call
__iadd__ = iadd
__isub__ = isub
__imul__ = imul
__iand__ = iand
__ior__ = ior
__ixor__ = ixor
__ilshift__ = ilshift
__irshift__ = irshift
__ifloordiv__ = ifloordiv
__imod__ = imod
__itruediv__ = itruediv
__ipow__ = ipow
__imatmul__ = imatmul
__iconcat__ = iconcat
