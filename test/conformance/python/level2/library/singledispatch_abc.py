import collections.abc
import contextlib
import copy
import functools


@functools.singledispatch
def what(x):
    return 'base'


@what.register(collections.abc.Sized)
def _(x):
    return 'sized'


@what.register(collections.abc.Mapping)
def _(x):
    return 'mapping'


@what.register
def _(x: int | str):
    return 'int or str'


print(what([1]), what({}), what(5), what('a'), what(1.5), what(None), what({1}))
for bad in (lambda: what.register(42), lambda: what.register(42, len), lambda: what.register(lambda x: x)):
    try:
        bad()
    except TypeError as e:
        print(str(e).split(' at 0x')[0])


def wrong(x: list[int]):
    pass


try:
    what.register(wrong)
except TypeError as e:
    print(e)


class Shown:
    @functools.singledispatchmethod
    def show(self, x):
        """Shows."""
        return 'any'

    @show.register
    def _(self, x: int):
        return 'int'


print(Shown().show(1), Shown().show('a'), Shown().show.__name__, Shown.show.__doc__)

p = functools.partial(print, 1, sep='-')
q = copy.copy(p)
q(2)
copy.deepcopy(p)(3)
print(q.args, q.keywords, q.func is print)
try:
    len(p)
except TypeError as e:
    print(e)

# Exits of an ExitStack are nested as with statements would be.
try:
    with contextlib.ExitStack() as stack:
        @stack.callback
        def first():
            raise KeyError('first')

        @stack.callback
        def second():
            raise ValueError('second')
        1 / 0
except KeyError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__), e.__context__.__context__.__context__)
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(5)
except TypeError as e:
    print(e)


@contextlib.contextmanager
def whee():
    """Whee!"""
    yield


print(whee.__doc__, whee().__doc__)


class Point:
    def __new__(cls, x, *, y):
        self = object.__new__(cls)
        self.at = x, y
        return self

    def __getnewargs_ex__(self):
        return self.at[:1], {'y': self.at[1]}


print(copy.copy(Point(1, y=2)).at, copy.deepcopy(Point([1], y=2)).at)


class Box:
    def __init__(self):
        self.items = []

    def add(self, x):
        self.items.append(x)
        return self.items


box = Box()
other = copy.deepcopy(box.add)
print(other(1), box.items, copy.copy(box.add) == box.add, copy.copy(1j), copy.deepcopy(NotImplemented))
for x in ((i for i in ()),):
    try:
        copy.copy(x)
    except TypeError as e:
        print(e)
print(int | str, [*list[int]], (*tuple[int, str],))
for f in (lambda: len(int | str), lambda: 1 + (int | str), lambda: 1 + list[int], lambda: iter(int | str), lambda: (int | str)()):
    try:
        f()
    except TypeError as e:
        print(e)
