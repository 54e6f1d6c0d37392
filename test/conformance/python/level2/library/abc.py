from abc import *
class A(ABC):
    @abstractmethod
    def f(self): pass
    @property
    @abstractmethod
    def p(self): pass
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
try: B()
except TypeError as e: print(e)
class C(B):
    p=5
print(C().f(), sorted(A.__abstractmethods__))
@A.register
class D: pass
print(isinstance(D(),A), issubclass(D,A))
from collections.abc import *
print(isinstance([],Sequence), isinstance({},Mapping), isinstance(iter([]),Iterator), isinstance(1,Hashable), isinstance([],Hashable), issubclass(int,Callable), isinstance(len,Callable), isinstance((x for x in []),Generator), isinstance({}.keys(),KeysView), isinstance('',Iterable), isinstance(set(),MutableSet), isinstance(b'',ByteString), isinstance(range(1),Sequence), isinstance({}.items(), Set))
class S(Sequence):
    def __getitem__(self,i):
        if i>2: raise IndexError
        return i
    def __len__(self): return 3
s=S(); print(list(s), 1 in s, s.index(2), s.count(1), list(reversed(s)))
class M(MutableMapping):
    def __init__(self): self.d={}
    def __getitem__(self,k): return self.d[k]
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m=M(); m['a']=1; m.update(b=2); print(dict(m), m.pop('a'), m.get('q'), m.setdefault('z',3), list(m.items()), m=={'b':2,'z':3})
try: Sequence()
except TypeError as e: print(e)
