from dataclasses import dataclass, field, asdict, astuple, replace, fields
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
p = P(3, 4); print(p, p.norm(), p == P(3, 4), p != P(1), P(x=1, y=2, tags=['a']), p.tags is P(1).tags)
p.tags.append('t'); print(p, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)])
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3, 4)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'b'
f = F(1); print(f, F(1) < F(2), F(1, 'a') < F(1, 'b'), sorted([F(3), F(1)]), hash(F(1)) == hash(F(1)), {F(1): 'v'}[F(1)])
try: f.a = 5
except Exception as e: print(type(e).__name__, e)
@dataclass
class Q(P):
    z: float = 1.5
    def __post_init__(self): self.sum = self.x + self.y + self.z
q = Q(1, 2); print(q, q.sum)
@dataclass
class R:
    n: int = field(default=5, repr=False)
    m: int = field(default=6, compare=False)
    k: int = field(init=False, default=7)
print(R(), R(1) == R(2), R(m=1) == R(m=2), R(1, 2).k)
try:
    @dataclass
    class Bad:
        a: int = 1
        b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2:
        a: list = []
except ValueError as e: print(e)
@dataclass
class Nested: p: P; l: list
print(asdict(Nested(P(1), [P(2)])))
match P(1, 2):
    case P(x, y): print('matched', x, y)
@dataclass(eq=False)
class NE: a: int
print(NE(1) == NE(1))
@dataclass(kw_only=True)
class KO: a: int; b: int = 2
print(KO(a=1))
