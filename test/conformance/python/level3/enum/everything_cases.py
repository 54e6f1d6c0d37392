def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# enum
from enum import *
class C(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
shown(lambda: (C.RED, C.RED.name, C.RED.value, C(2), C['GREEN'], list(C), len(C), C.CRIMSON is C.RED, C.RED == 1, C.RED in C, repr(C.RED), str(C.RED), C.__members__, isinstance(C.RED, C), hash(C.RED) == hash(C.RED), {C.RED: 1}, type(C.RED), C, f'{C.RED}', C.RED != C.GREEN, list(reversed(C)), bool(C.RED)))
shown(lambda: (C(5)))
shown(lambda: (C['X']))
shown(lambda: (C.X))
shown(lambda: (C.RED < C.GREEN))
try:
    C.RED = 5
except Exception as e:
    print(type(e).__name__, e)
try:
    C.RED.value = 5
except Exception as e:
    print(type(e).__name__, e)
try:
    del C.RED
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (C()))
class I(IntEnum): A = 1; B = 2
shown(lambda: (I.A, I.A + 1, I.A < I.B, I.A == 1, repr(I.A), str(I.A), f'{I.A}', '%d' % I.A, int(I.A), [1, 2][I.A], I(1), sorted([I.B, I.A])))
class F(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
shown(lambda: (F.R, F.R | F.W, F.RW, ~F.R, F.R & F.W, F.R ^ F.RW, F.R in F.RW, bool(F.R & F.W), F(3), F(0), list(F.RW), F.R.value, len(F.RW), F(7), repr(F.R | F.X)))
shown(lambda: (F(8)))
class IF(IntFlag): A = 1; B = 2
shown(lambda: (IF.A | IF.B, IF.A | 4, IF(8), IF.A + 1, ~IF.A, IF.A & 3))
class S(StrEnum): A = auto(); B = 'x'
shown(lambda: (S.A, S.A == 'a', str(S.B), S.A.upper(), repr(S.A), f'{S.A}', S('x')))
class P(Enum):
    E = (1, 2); M = (3, 4)
    def __init__(self, a, b): self.a = a; self.b = b
    @property
    def s(self): return self.a + self.b
    @classmethod
    def default(cls): return cls.E
shown(lambda: (P.E.a, P.M.s, P.default(), P((1, 2)), P.E.value))
Animal = Enum('Animal', 'CAT DOG')
shown(lambda: (Animal.CAT, list(Animal), Enum('X', {'a': 1}).a, Enum('Y', [('p', 5)]).p, IntEnum('Z', 'a b', start=5).b))
try:
    class D(C): pass
except Exception as e:
    print(type(e).__name__, e)
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
class A(Enum):
    X = auto(); Y = auto()
    def _generate_next_value_(name, start, count, last): return name.lower()
shown(lambda: (A.X.value))
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto(); Y = auto()
shown(lambda: (G.X.value, G.Y))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'any' else None
shown(lambda: (M('any')))
shown(lambda: (M('zz')))
class N(Enum):
    a = 1
    @nonmember
    class Inner: pass
    b = member(5)
shown(lambda: (N.a, N.b, list(N), N.Inner))
class ST(str, Enum): A = 'a'
shown(lambda: (ST.A, ST.A == 'a', str(ST.A), f'{ST.A}', ST.A.value, '%s' % ST.A))
@verify(UNIQUE)
class V(Enum): A = 1
@global_enum
class GE(Enum): GA = 1
shown(lambda: (GA, GE.GA, repr(GE.GA), str(GE.GA)))
try:
    class Dup(Enum): A = 1; A = 2
except TypeError as e: print(e)
