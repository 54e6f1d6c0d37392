import enum
class N(enum.IntEnum):
    a = 1
    def __str__(self): return self.name.upper()
print(str(N.a), f'{N.a}', '%s' % N.a, format(N.a))
class M(str, enum.Enum):
    a = 'x'
    def __str__(self): return self.name.upper()
print(str(M.a), f'{M.a}', '%s' % M.a)
class Base(enum.IntEnum):
    def __str__(self): return 'B' + self.name
class Sub(Base): q = 5
print(str(Sub.q), Sub.q)
class F(enum.IntFlag):
    R = 4
    def __str__(self): return self._name_
print(str(F.R), '{}'.format(F.R), F.R)
class P(enum.Enum):
    X = 1
    @property
    def d(self): return self.value + 1
    @classmethod
    def make(cls): return cls.X
    @staticmethod
    def s(): return 5
    def __len__(self): return 3
print(P.X.d, P.make(), P.s(), len(P.X), P.X.name, P['X'])
class Planet(enum.Enum):
    E = (1.5, 2); M = (3, 4)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
print(Planet.E.mass, Planet.M.radius, Planet.E, repr(Planet.E), Planet((3, 4)))
class Auto(enum.Enum):
    def __new__(cls):
        v = len(cls.__members__) + 1
        o = object.__new__(cls); o._value_ = v; return o
class C(Auto): A = (); B = ()
print(C.A, C.B.value, C(2), repr(C.A))
class T(tuple, enum.Enum): A = (1, 2)
print(T.A, T.A[0], T.A.value, repr(T.A))
class Fl(float, enum.Enum): H = 0.5
print(Fl.H, Fl.H + 1, repr(Fl.H), f'{Fl.H}')
print([m for m in F], F.R | F.R, 4 | F.R)
print(enum.auto, C.A._name_, C.A._value_, C.__name__, C.A.__class__, C.A == C.A, C.A is C(1), C.A != C.B, {C.A, C.A})
print(isinstance(N.a, int), N.a == 1, N.a < 2, N.a + 1, hash(N.a) == hash(1), int(N.a), [10, 20][N.a], N.a in (1,), max(N), sum(N))
import copy
print(copy.copy(C.A) is C.A, copy.deepcopy([C.A])[0] is C.A, list(map(str, C)), [c.value for c in C], dict(C.__members__), sorted(N))
try: C.A.foo
except AttributeError as e: print(e)
try: C.A()
except TypeError as e: print(e)
for cls in (C, N, F, M):
    for m in cls: print(cls, m, repr(m), m.name, m.value)
match C.A:
    case C.B: print('B')
    case C.A: print('matched A')
class W(enum.Enum):
    A = enum.auto(); B = 'x'; D = 5; E = enum.auto()
print([(w.name, w.value) for w in W])
