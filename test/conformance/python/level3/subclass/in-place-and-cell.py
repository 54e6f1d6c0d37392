# In-place operators of subclasses of built-in types; the class cell where hooks run while the class is made.
from collections import Counter, OrderedDict


class Both(dict):
    def __and__(self, other):
        return 'both'


d = Both()
d &= Both()
print(d)


class Plain(dict):
    pass


class Row(list):
    pass


class Number(int):
    pass


for attempt in (
    lambda: Plain() & Plain(),
    lambda: Row() - Row(),
    lambda: Row() + 5,
    lambda: Row() * 'a',
    lambda: Number() + 'a',
):
    try:
        attempt()
    except TypeError as e:
        print(e)

p = Plain()
try:
    p &= Plain()
except TypeError as e:
    print(e)
p |= {'a': 1}
print(p, type(p).__name__)

a = bytearray(b'lal')
alias = a
a *= 2
print(alias, alias is a)
b = b'lal'
alias = b
b *= 2
print(b, alias)

x = Counter('aab')
y = Counter('abb')
z = x
x &= y
print(x, z is x)
x |= y
print(x)
print('%(x)s and %(y)d' % Plain(x=1, y=2.9))

try:
    10.0**400
except OverflowError as e:
    print(repr(e), e.args)


class Base:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        print('base', cls.__name__)


class Middle(Base):
    def __init_subclass__(cls):
        super().__init_subclass__()
        print('middle', cls.__name__)


class Last(Middle):
    def own(self):
        return __class__.__name__


print(Last().own())


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        return OrderedDict([('one', 1)])

    def __new__(meta, name, bases, namespace, **kw):
        print(list(namespace))
        return super().__new__(meta, name, bases, namespace)


class Made(metaclass=Meta):
    two = 2

    def cell(self):
        return super().__repr__


print(Made.one, Made.two)


class Forgets(type):
    def __new__(meta, name, bases, namespace):
        namespace.pop('__classcell__', None)
        return super().__new__(meta, name, bases, namespace)


try:

    class Without(metaclass=Forgets):
        def cell(self):
            return super()

except RuntimeError as e:
    print(e)


class Word(str):
    pass


def keywords(**kw):
    return kw


print(keywords(**{'a': 1}, **{Word('b'): 2}))
