from enum import Enum, IntEnum, Flag, auto, unique
class C(Enum):
    R = 1; G = 2; ALIAS = 1
print(C.R, repr(C.G), C(2), C['R'], C.R.name, C.R.value, list(C), C.ALIAS is C.R, C.R == 1, C.R in C, len(C), C.__members__.keys(), isinstance(C.R, C), hash(C.R) == hash(C.R))
try: C(5)
except ValueError as e: print(e)
try: C['Z']
except KeyError as e: print(e)
try: C.R = 5
except AttributeError as e: print(e)
class I(IntEnum): A = 1; B = auto()
print(I.A + 1, I.B, I.A < I.B, f'{I.A}', '%d' % I.B, str(I.A), repr(I.B), [10, 20][I.A])
class F(Flag): X = auto(); Y = auto(); Z = X | Y
print(F.X | F.Y, F.X & F.Z, ~F.X, F(3), F.X in F.Z, bool(F(0)), F.Z.value, repr(F.X ^ F.Z))
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass(order=True)
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list, compare=False)
print(P(1), P(1, 2) == P(1, 2), P(1) < P(2), asdict(P(1)), astuple(P(1)), replace(P(1), y=5), [f.name for f in fields(P)])
try: P()
except TypeError as e: print(e)
@dataclass(frozen=True)
class Q: a: int
try: Q(1).a = 2
except FrozenInstanceError as e: print(e)
print(hash(Q(1)) == hash(Q(1)), {Q(1): 2})
@dataclass
class R(P):
    w: str = 'w'
    def __post_init__(self): self.x *= 2
print(R(2))
try:
    @dataclass
    class Bad:
        a: int = 1
        b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e: print(e)
