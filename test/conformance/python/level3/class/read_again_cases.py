# What a place in the code remembers of an attribute holds only as long as nothing changes.
class Point:
    step = 0

    def __init__(self, x):
        self._x = x

    @property
    def x(self):
        return self._x

    @property
    def missing(self):
        return self._missing

    @classmethod
    def named(cls, n):
        return cls.__name__, n

    def twice(self, a, b=2, *, c=3):
        return a, b, c

    def some(self, a, b='b', c='c'):
        return a, b, c


class Near(Point):
    pass


class Slotted:
    __slots__ = ('_x',)

    def __init__(self):
        self._x = 'slot'

    x = property(lambda self: self._x)


def read(o):
    return o.x


def make(c, n):
    return c.named(n)


near = Near(1)
for k in range(6):
    print(k, read(near), near.step, make(Near, k), make(Point, k))
    if k == 0:
        near._x = 'changed'
    if k == 1:
        near.__dict__['x'] = 'hidden by the property'
        near.step = 5
    if k == 2:
        Near.x = property(lambda self: 'another')
        Near.named = classmethod(lambda cls, n: ['another', n])
    if k == 3:
        del Near.x
        Near.named = staticmethod(lambda n: ('static', n))
    if k == 4:
        Near.x = 7
        del Near.named
print(read(near), [read(o) for o in (near, Point(2), Slotted(), Point(3), Slotted())])

for k in range(3):
    try:
        print(near.missing)
    except AttributeError as e:
        print(e)
    if k == 1:
        near._missing = 'there'
near._missing = 'still'
print([near.missing for _ in range(3)])
del near._missing
try:
    print([near.missing for _ in range(3)])
except AttributeError as e:
    print(e)


class Meta(type):
    @property
    def named(cls):
        return lambda n: ('meta', n)


class Made(metaclass=Meta):
    @classmethod
    def named(cls, n):
        return 'own', n


print([make(c, 1) for c in (Point, Made, Point, Made)])

p = Point(0)
print(p.some(1), p.some(1, 2), p.some(1, 2, 3), p.twice(1), p.twice(1, 5, c=6))
for bad in (lambda: p.some(), lambda: p.some(1, 2, 3, 4), lambda: p.twice(1, 2, 3)):
    try:
        bad()
    except TypeError as e:
        print(e)


def deep(n):
    return n if n == 0 else deep(n - 1) + read(Point(1))


print(deep(300))


def grow(o):
    return grow(o) + o.x


try:
    grow(near)
except RecursionError as e:
    print(type(e).__name__)
