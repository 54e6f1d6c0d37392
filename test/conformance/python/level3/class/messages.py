class A:
    'docA'
    x=1
    def __init__(self,v=0): self.v=v
    def m(self): return self.v
    @staticmethod
    def s(): return 's'
    @classmethod
    def c(cls): return cls.__name__
    def __repr__(self): return f'A({self.v})'
a=A(3); print(a, a.m(), A.s(), a.s(), A.c(), a.c(), a.__dict__, A.__name__, A.__doc__, A.__module__, A.__bases__, A.__mro__, a.__class__, A.__class__, A.__qualname__)
print(A.__dict__['c'].__func__.__name__, isinstance(A.__dict__['s'],staticmethod))
for f in [lambda:a.q, lambda:A.q, lambda:A(1,2), lambda:A.m(), lambda:a.m(1), lambda:a(), lambda:a[0], lambda:len(a), lambda:iter(a), lambda:a+1, lambda:1+a, lambda:-a, lambda:a<a, lambda:hash([]), lambda:int(a), lambda:float(a), lambda:abs(a), lambda:next(a), lambda: a.__x, lambda:setattr(1,'a',2), lambda: delattr(a,'zz'), lambda: a.v.zz, lambda: A.zz, lambda: object().x, lambda:setattr(object(),'x',1), lambda: a@1, lambda: a in a, lambda: 1 in a, lambda: round(a), lambda: a.__setattr__(1,2), lambda: getattr(a,1), lambda: isinstance(1,2), lambda: issubclass(1,int), lambda: reversed(a), lambda: sum(a), lambda: max(a), lambda: sorted([a,a]), lambda: type('X',(),{},1), lambda: type(1,2), lambda: object(1), lambda: super().x, lambda:[][a], lambda: 'a'[a], lambda: {}[[]], lambda: {a:1}[2], lambda: divmod(a,1), lambda: pow(a,1), lambda: format(a,'x'), lambda: chr(a), lambda: ord('ab'), lambda: ord(1), lambda: bytes(a), lambda: dict(a), lambda: set(a), lambda: range(a), lambda: ~a, lambda: a and a.b]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class B(A):
    def __init__(self): super().__init__(9); self.b=1
    def m(self): return super().m()+1
print(B().m(), isinstance(B(),A), issubclass(B,A), B.__mro__, B.__base__, A.__subclasses__())
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y,Z): pass
print([c.__name__ for c in W.mro()])
try:
    class Q(X,Y): pass
except TypeError as e: print(e)
class Sl:
    __slots__=('a','b')
s=Sl(); s.a=1; print(s.a)
try: s.c=1
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
try: s.__dict__
except AttributeError as e: print(e)

class P:
    @property
    def v(self): 'pd'; return self._v
    @v.setter
    def v(self,x): self._v=x
    @v.deleter
    def v(self): del self._v
p=P(); p.v=3; print(p.v); del p.v
try: p.v
except AttributeError as e: print(e)
print(P.v.fget.__name__, P.v.__doc__)
class R:
    @property
    def r(self): return 1
try: R().r=1
except AttributeError as e: print(e)
try: del R().r
except AttributeError as e: print(e)
