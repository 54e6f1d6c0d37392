import collections
import collections.abc


class Row(collections.abc.Sequence):
    def __init__(self, *items): self.items = items
    def __getitem__(self, i): return self.items[i]
    def __len__(self): return len(self.items)


class Registered:
    def __getitem__(self, i): return i * 10
    def __len__(self): return 2


collections.abc.Sequence.register(Registered)


def kind(v):
    match v:
        case []: return 'empty'
        case [a, b]: return 'pair', a, b
        case [a, *rest]: return 'row', a, rest
        case {'x': x, **rest}: return 'mapping', x, rest
        case 1 + 2j: return 'complex'
        case -3j: return 'imaginary'
    return 'none'


for v in (Row(), Row(1, 2), Row(1, 2, 3), Registered(), collections.UserDict(x=1, y=2), collections.ChainMap({'x': 5}),
          'ab', b'ab', {1, 2}, range(2), collections.deque([1]), 1 + 2j, -3j, collections.OrderedDict(x=0)):
    print(kind(v))


class Keys:
    KEY = 'a'


class Point:
    __match_args__ = ('x', 'x')
    x = 1


try:
    match {'a': 0}:
        case {Keys.KEY: y, 'a': z}: print('no')
except ValueError as e:
    print(e)
try:
    match Point():
        case Point(1, 1): print('no')
except TypeError as e:
    print(e)
