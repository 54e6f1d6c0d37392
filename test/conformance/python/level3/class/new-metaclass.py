class Single:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, v): self.v = v
a = Single(1); b = Single(2); print(a is b, a.v)
class NotInst:
    def __new__(cls): return 'a string'
    def __init__(self): print('never')
print(NotInst())
class Meta(type):
    def __new__(m, name, bases, ns, **kw): c = super().__new__(m, name, bases, ns); c.tag = name.lower(); c.kw = kw; return c
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a): print('creating', cls.__name__); return super().__call__(*a)
    def __repr__(cls): return f'<class {cls.__name__}>'
    def __len__(cls): return 7
    def __iter__(cls): return iter(['x', 'y'])
    def __getitem__(cls, k): return k * 2
    def __contains__(cls, k): return k == 'in'
    @property
    def mp(cls): return 'meta prop ' + cls.__name__
class A(metaclass=Meta, opt=5): 
    def __init__(self, x=0): self.x = x
class B(A): pass
print(A.tag, B.tag, A.kw, A(3).x, A, len(A), list(A), A['q'], 'in' in A, type(A).__name__, type(B) is Meta, A.mp, isinstance(A, Meta))
X = type('X', (object,), {'v': 1, 'm': lambda self: self.v + 1}); print(X.__name__, X().m(), X)
Y = type('Y', (X,), {}); print(Y().v, Y.__bases__)
class Reg:
    subs = []
    def __init_subclass__(cls, tag=None, **k): super().__init_subclass__(**k); Reg.subs.append((cls.__name__, tag))
class R1(Reg): pass
class R2(Reg, tag='t'): pass
print(Reg.subs)
try:
    class R3(X, foo=1): pass
except TypeError as e: print(e)
class MI(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class Five(metaclass=MI): pass
print(isinstance(5, Five), isinstance(6, Five), issubclass(int, Five), issubclass(str, Five))
class Pos(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    x = property(lambda s: s[0])
print(Pos(1, 2), Pos(1, 2).x)
class Up(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
print(Up('abc'), type(Up('a')).__name__)
o = object.__new__(A); print(hasattr(o, 'x'))
try: object(1)
except TypeError as e: print(e)
try: type('a')('b', (), {}) if False else type('X', 5, {})
except TypeError as e: print(e)
class Prep(type):
    @classmethod
    def __prepare__(m, name, bases): return {'injected': 'from prepare'}
class UsesPrep(metaclass=Prep): y = injected
print(UsesPrep.y, UsesPrep.injected)
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    def describe(self): return f'area {self.area()}'
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
print(Sq(3).describe())
try: Shape()
except TypeError as e: print(e)
