class D:
    def __set_name__(self,o,n): self.n=n; print('sn',o.__name__,n)
    def __get__(self,i,o): return (i is None, o.__name__)
    def __set__(self,i,v): print('set',v)
    def __delete__(self,i): print('del')
class C: d=D()
c=C(); print(c.d, C.d); c.d=1; del c.d
class M(type):
    def __new__(m,n,b,d,**k): print('new',n,k); return super().__new__(m,n,b,d)
    def __init__(c,n,b,d,**k): print('init',n); super().__init__(n,b,d)
    def __call__(c,*a): print('call'); return super().__call__(*a)
    def __prepare__(n,b,**k): print('prep'); return {}
    def __getattr__(c,n): return 'meta '+n
    def __len__(c): return 7
    def __iter__(c): return iter('xyz')
    def __contains__(c,x): return x==1
    def __getitem__(c,i): return i
    def __repr__(c): return 'M!'
class N(metaclass=M,k=1): pass
print(N(), N.zz, len(N), list(N), 1 in N, N[3], N, type(N)) if 0 else print(N.zz, len(N), list(N), 1 in N, N[3], N, type(N))
class IS:
    def __init_subclass__(cls,tag=None,**k): super().__init_subclass__(**k); cls.tag=tag
class IS2(IS,tag='t'): pass
print(IS2.tag)
try:
    class IS3(IS,foo=1): pass
except TypeError as e: print('refused')
class CG:
    def __class_getitem__(cls,i): return (cls.__name__,i)
print(CG[int], CG[1,2])
class GA:
    def __getattr__(s,n):
        if n.startswith('x'): return n
        raise AttributeError(n)
    def __setattr__(s,n,v): print('sa',n,v); object.__setattr__(s,n,v)
    def __delattr__(s,n): print('da',n); super().__delattr__(n)
g=GA(); g.a=1; print(g.a,g.xq,hasattr(g,'b'),getattr(g,'b',2)); del g.a
class GB:
    def __getattribute__(s,n): return 'ga '+n if n!='__class__' else GB
print(GB().foo)
T=type('T',(object,),{'x':1,'f':lambda s:s.x}); print(T().f(), T.__name__, T)
class E:
    def __enter__(s): print('en'); return s
    def __exit__(s,t,v,tb): print('ex',t,v); return True
with E() as e: 1/0
class NoEx:
    def __enter__(s): pass
for bad in [NoEx,object]:
    try:
        with bad(): pass
    except (TypeError,AttributeError) as e: print(type(e).__name__,e)
class It:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n>3: raise StopIteration
        return s.n
print(list(It()), sum(It()), max(It()), tuple(It()), [*It()], dict(zip(It(),It())))
class Cl:
    def __call__(s,*a,**k): return a,k
    def __bool__(s): return False
    def __len__(s): return 5
    def __getitem__(s,i): return i
    def __contains__(s,x): return True
    def __hash__(s): return 42
    def __eq__(s,o): return NotImplemented
    def __index__(s): return 3
    def __int__(s): return 4
    def __float__(s): return 1.5
    def __round__(s,n=None): return ('r',n)
    def __abs__(s): return 'abs'
    def __format__(s,sp): return 'F'+sp
    def __str__(s): return 'STR'
    def __bytes__(s): return b'B'
    def __reversed__(s): return 'rev'
    def __divmod__(s,o): return 'dm'
    def __pow__(s,o,m=None): return ('pow',o,m)
    def __trunc__(s): return 1
    def __floor__(s): return 2
    def __ceil__(s): return 3
    def __neg__(s): return 'neg'
    def __invert__(s): return 'inv'
    def __matmul__(s,o): return 'mm'
    def __dir__(s): return ['z','a']
    def __sizeof__(s): return 1
    def __missing__(s,k): return k
    def __length_hint__(s): return 3
k=Cl(); import math
print(k(1,a=2),bool(k),len(k),k[1:2],k['a'],k[1,2],k[...],5 in k,hash(k),k==k,k!=1,[0,1,2,3][k],int(k),float(k),round(k),round(k,2),abs(k),f'{k:x}',str(k),bytes(k),reversed(k),divmod(k,1),pow(k,1),pow(k,1,2),math.trunc(k),math.floor(k),math.ceil(k),-k,~k,k@1,dir(k),hex(k),range(k),'a'*k,(1,2)*k, 'x'.center(k), chr(k), list(range(10))[k:], bin(k))
