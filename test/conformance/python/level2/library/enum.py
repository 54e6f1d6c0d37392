from enum import *
class Color(Enum):
    RED=1; GREEN=2; BLUE=3
    ALIAS=1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], list(Color), Color.ALIAS is Color.RED, len(Color), Color.RED in Color, Color.__members__, type(Color.RED), isinstance(Color.RED,Color))
try: Color(9)
except ValueError as e: print(e)
try: Color['X']
except KeyError as e: print(repr(e))
try: Color.RED=2
except AttributeError as e: print(e)
class N(IntEnum):
    A=1;B=2
print(N.A, repr(N.A), N.A+1, N.A<N.B, N.A==1, f'{N.A}', '%d'%N.A, str(N.A), format(N.A,'03'))
class F(Flag):
    R=auto();W=auto();X=auto()
    RW=R|W
print(F.R|F.X, repr(F.R|F.X), F.RW, F(0), repr(F(0)), ~F.R, F.R in F.RW, bool(F(0)), F(3), list(F.RW), F.R&F.W, F.R^F.RW, len(F.RW))
class A(Enum):
    X=auto();Y=auto()
    def m(self): return self.name.lower()
    @property
    def p(self): return self.value*2
    @classmethod
    def c(cls): return list(cls)
print(A.X.m(), A.Y.p, A.c(), A.X.__class__, hash(A.X)==hash('X'))
class S(str,Enum):
    A='a'
print(S.A, S.A=='a', S.A.upper(), repr(S.A), f'{S.A}')
class SE(StrEnum):
    AB=auto()
print(SE.AB, repr(SE.AB), SE.AB=='ab')
print(Enum('E','a b c'), list(Enum('E','a b c')), Enum('E',{'x':5}).x)
@unique
class U(Enum):
    A=1
try:
    @unique
    class U2(Enum):
        A=1;B=1
except ValueError as e: print(e)
class IF(IntFlag):
    A=1;B=2
print(IF.A|IF.B, repr(IF.A|IF.B), IF.A|8, repr(IF(8)), IF.A+1)
class Planet(Enum):
    E=(1,2)
    def __init__(self,m,r): self.m=m; self.r=r
print(Planet.E.m, Planet.E.value)
try:
    class Bad(Color): pass
except TypeError as e: print(e)
class Miss(Enum):
    A=1
    @classmethod
    def _missing_(cls,v): return cls.A
print(Miss(99))
