from dataclasses import *
@dataclass
class P:
    x:int
    y:int=2
    z:list=field(default_factory=list,repr=False)
p=P(1); print(p, p==P(1), asdict(p), astuple(p), replace(p,x=9), fields(P)[0].name, [f.name for f in fields(p)], is_dataclass(P))
try: P()
except TypeError as e: print(e)
@dataclass(order=True,frozen=True)
class Q:
    a:int
    b:str='x'
print(Q(1)<Q(2), hash(Q(1))==hash(Q(1)), sorted([Q(2),Q(1)]))
try: Q(1).a=2
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del Q(1).a
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class R(P):
    w:int=0
    def __post_init__(self): self.t=self.x+self.y
print(R(1,2,[],4), R(1).t, R.__match_args__, P.__match_args__)
try:
    @dataclass
    class Bad:
        x:int=1
        y:int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        x:list=[]
except ValueError as e: print(e)
@dataclass(slots=True,kw_only=True)
class K:
    a:int
    b:int=2
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
@dataclass
class IV:
    a:int
    b:InitVar[int]=3
    def __post_init__(self,b): self.c=self.a*b
print(IV(2).c, IV(2,5).c, IV(2))
print(make_dataclass('MD',['x',('y',int,5)])(1))
print(P.__eq__(p,1), p!=1, P.__hash__)
print(repr(fields(P)[1])[:40])
