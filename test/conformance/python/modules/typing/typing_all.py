from typing import *
print(List[int], Optional[int], Union[int,str], Dict[str,int], Callable[[int],str], Any, Tuple[int,...], TypeVar('T'), Union[int,None], Literal[1,'a'], Callable[...,int], Type[int], List, Iterable[str], Annotated[int,'x'], Optional[List[int]], Union[int,str,None], Tuple[()], List['X'], Set[int]|None)
T=TypeVar('T'); K=TypeVar('K')
class G(Generic[T]):
    def __init__(self,x): self.x=x
print(G[int], G[int](5).x, G(3).x, G.__parameters__, G.__orig_bases__, G.__mro__)
class H(G[int]): pass
print(H(1).x, H.__bases__, issubclass(H,G))
class P2(Generic[T,K]): pass
print(P2[int,str], Dict[K,T][int,str], List[T][int])
for f in [lambda:G[int,str], lambda:List[int]() , lambda:Union(), lambda: isinstance([],List[int]), lambda: Optional[int,str], lambda: H[int]]:
    try: print(f())
    except TypeError as e: print(type(e).__name__)
class NT(NamedTuple):
    a:int
    b:str='q'
    def m(self): return self.a
print(NT(1), NT(1)._asdict(), NT.__annotations__, NT(1).m(), NT.__mro__)
class TD(TypedDict):
    a:int
class TD2(TD,total=False): b:str
print(TD(a=1), TD2.__annotations__, TD2.__required_keys__, TD2.__optional_keys__)
def f(x:int,y:'str'=1)->None: pass
print(f.__annotations__, get_type_hints(f))
@runtime_checkable
class Pr(Protocol):
    def m(self): ...
class Im:
    def m(self): pass
print(isinstance(Im(),Pr), isinstance(1,Pr), cast(int,'a'), get_origin(List[int]), get_args(Dict[str,int]))
class PI(Pr):
    def m(self): return 1
print(PI().m())
try: Pr()
except TypeError as e: print(e)
print(get_origin(list[int]), get_args(dict[str,list[int]]), NewType('UID',int)(5), Final, ClassVar[int], get_args(Callable[[int,str],bool]), get_origin(Union[int,str]), get_origin(int|str))
print(List[int]==List[int], Union[int,str]==Union[str,int], hash(List[int])==hash(List[int]), Union[int,int], Union[Union[int,str],float])
@overload
def ov(x:int)->int: ...
def ov(x): return x
print(ov(1)); print(TYPE_CHECKING, NoReturn, Self)
class It(Iterable[int]):
    def __iter__(self): return iter([1])
print(list(It()))
from dataclasses import dataclass
@dataclass
class DC(Generic[T]):
    v:T
    l:List[T]
print(DC(1,[2]), DC[int](1,[]))
