def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# dataclasses
from dataclasses import *
@dataclass
class P:
    x: int
    y: int = 5
    z: list = field(default_factory=list)
    h: int = field(default=1, repr=False, compare=False)
shown(lambda: (P(1), P(1, 2, [3]), P(1) == P(1), P(1) != P(2), P(1).z is P(1).z, asdict(P(1)), astuple(P(1)), replace(P(1), x=9), [f.name for f in fields(P)], is_dataclass(P), P.__dataclass_params__ if 0 else 0, P.__match_args__))
shown(lambda: (P()))
shown(lambda: (P(1, 2, 3, 4, 5)))
shown(lambda: (hash(P(1))))
shown(lambda: (P(1) < P(2)))
@dataclass(order=True, frozen=True)
class Q:
    a: int; b: str = 'x'
shown(lambda: (Q(1) < Q(2), sorted([Q(2), Q(1)]), hash(Q(1)) == hash(Q(1)), {Q(1): 1}))
try:
    Q(1).a = 5
except Exception as e:
    print(type(e).__name__, e)
try:
    del Q(1).a
except Exception as e:
    print(type(e).__name__, e)
@dataclass
class R(P):
    w: int = 0
    def __post_init__(self): print('post', self.x)
shown(lambda: (R(1, w=3)))
@dataclass
class IV:
    a: InitVar[int]
    b: int = field(init=False)
    def __post_init__(self, a): self.b = a * 2
shown(lambda: (IV(5), IV(5).b))
@dataclass(slots=True)
class S: a: int
try:
    S(1).b = 2
except Exception as e:
    print(type(e).__name__, e)
@dataclass(kw_only=True)
class K: a: int; b: int = 2
shown(lambda: (K(a=1)))
shown(lambda: (K(1)))
@dataclass
class KO:
    a: int
    _: KW_ONLY
    b: int = 5
shown(lambda: (KO(1, b=2)))
try:
    @dataclass
    class Bad: a: int = 1; b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad: a: list = []
except ValueError as e: print(e)
@dataclass(repr=False, eq=False, init=False)
class E: a: int = 1
shown(lambda: (E() == E(), E().a))
C = make_dataclass('C', [('x', int), ('y', int, field(default=5)), 'z'] if 0 else [('x', int), ('y', int, 5)])
shown(lambda: (C(1), fields(C)[0].type, asdict([1]) if 0 else 0))
shown(lambda: (asdict(5)))
shown(lambda: (fields(5)))
shown(lambda: (fields(P)[1], MISSING, field(default=1, default_factory=list)))
@dataclass
class Rec:
    n: 'Rec' = None
r = Rec(); r.n = r
shown(lambda: (r))
@dataclass(unsafe_hash=True)
class UH: a: int
shown(lambda: (hash(UH(1)) == hash(UH(1)), asdict(P(1), dict_factory=lambda x: list(x))))
