class A:
    a = 1
    b = [a for _ in range(2)] if 0 else 2
    def f(self, x=a): return x
    class Inner:
        z = 5
        def g(self): return self.z
    @property
    def p(self): return self.a
    c = property(lambda self: 7)
    __private = 3
    def get(self): return self.__private
    lam = lambda self, x: x + self.a
    def __str__(self): return 'str'
    if a: d = 'yes'
    else: d = 'no'
    for i in range(3): pass
    del i
    import math
    x, y = 1, 2
    w: int
    v: str = 'v'
print(A().f(), A.Inner().g(), A().p, A().c, A().get(), A().lam(5), str(A()), A.d, hasattr(A, 'i'), A.math.floor(1.5), A.x, A.y, A.__annotations__, A.Inner.__qualname__, repr(A())[:12])
class B(A):
    def f(self, x=10): return super().f(x) + 1
print(B().f(), B.a, issubclass(B, A), B.__mro__[1] is A)
class C: pass
C.f = lambda self: 'dyn'; print(C().f()); c = C(); c.g = lambda: 'inst'; print(c.g())
C.__repr__ = lambda s: 'R'; print(C(), [C()])
C.__len__ = lambda s: 3; print(len(C())); del C.__len__
try: len(C())
except TypeError as e: print(e)
c.__len__ = lambda: 5
try: len(c)
except TypeError as e: print(e)
x = type('X', (A,), {'q': 5}); print(x().q, x.__name__, x.__bases__)
class E(Exception):
    code = 5
    def __init__(self, m, **k): super().__init__(m); self.k = k
try: raise E('m', a=1)
except E as e: print(e, e.code, e.k, e.args)
class F(E): pass
try: raise F('z') from E('c')
except E as e: print(repr(e), repr(e.__cause__))
