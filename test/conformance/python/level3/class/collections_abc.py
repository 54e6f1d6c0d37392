# isinstance() with the classes of collections.abc, their mixin methods, abstract classes and registration.
from collections.abc import *
import collections.abc
from collections import deque, OrderedDict, Counter, defaultdict, ChainMap, UserDict, namedtuple
class It:
    def __iter__(self): return iter([])
class No:
    __iter__ = None
class Sub(It):
    __iter__ = None
class Call:
    def __call__(self): pass
class Eq:
    def __eq__(self, o): return True
P = namedtuple('P', 'x')
things = [1, 1.5, True, None, 'a', b'a', bytearray(b'a'), [], (), {}, set(), frozenset(), range(3), iter([]), (x for x in []), {}.keys(), {}.values(), {}.items(), len, lambda: 1, int, It(), No(), Sub(), Call(), Eq(), deque(), OrderedDict(), Counter(), defaultdict(int), ChainMap(), UserDict(), P(1), zip(), map(len, []), enumerate([]), reversed([])]
for A in (Hashable, Iterable, Iterator, Reversible, Generator, Sized, Container, Collection, Callable, Set, MutableSet, Mapping, MutableMapping, Sequence, MutableSequence, ByteString, KeysView, ItemsView, ValuesView):
    print(A.__name__, [int(isinstance(t, A)) for t in things])
class M(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M({'a': 1, 'b': 2})
print(dict(m), m.get('c', 5), 'a' in m, list(m.items()), m == {'a': 1, 'b': 2}, m.keys() & {'a'}, type(m.values()).__name__, len(m.keys()))
try: Mapping()
except TypeError as e: print(e)
class L(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
l = L(); l.append(1); l.extend([2, 3]); l += [4]; l.reverse(); l.remove(2)
print(list(l), l.pop(), l.index(3), 4 in l, list(reversed(l)), isinstance(l, Sequence))
class S(Set):
    def __init__(self, it): self.s = list(dict.fromkeys(it))
    def __iter__(self): return iter(self.s)
    def __contains__(self, x): return x in self.s
    def __len__(self): return len(self.s)
    def __repr__(self): return 'S' + repr(self.s)
print(S('abc') & S('bcd'), S('ab') | 'c', S('abc') - S('a'), S('ab') ^ S('bc'), S('ab') <= S('abc'), S('ab') == {'a', 'b'}, S('a').isdisjoint('b'))
from abc import ABC, ABCMeta, abstractmethod
class Base(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
try: Base()
except TypeError as e: print(e)
class D(Base):
    def f(self): return 1
    p = 2
    @classmethod
    def c(cls): return 3
print(D().f(), D().p, D.c(), sorted(Base.__abstractmethods__), type(Base).__name__, isinstance(D(), Base))
@Base.register
class R: pass
print(isinstance(R(), Base), issubclass(R, Base), issubclass(int, Base))
class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, C): return True if hasattr(C, 'quack') else NotImplemented
class Q:
    def quack(self): pass
print(isinstance(Q(), Duck), isinstance(5, Duck))
