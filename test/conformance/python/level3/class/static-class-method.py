class A:
    n = 'A'
    @staticmethod
    def s(x, y=2): return x + y
    @classmethod
    def c(cls, x): return (cls.__name__, cls.n, x)
    @classmethod
    def create(cls, *a): o = cls(); o.a = a; return o
    def inst(self): return self.c(1), self.s(1), A.s(3)
class B(A): n = 'B'
print(A.s(1), A().s(1, 5), A.c(1), B.c(2), B().c(3), A().inst(), B().inst(), type(B.create(1, 2)).__name__, B.create(5).a)
f = A.s; g = B.c; print(f(1), g(9), g.__self__ is B, f.__name__)
try: A.s()
except TypeError as e: print(e)
try: A.c()
except TypeError as e: print(e)
class C:
    registry = {}
    @classmethod
    def register(cls, name):
        def deco(k): cls.registry[name] = k; return k
        return deco
@C.register('x')
class X: pass
print({k: v.__name__ for k, v in C.registry.items()})
class D:
    def meth(): return 'no self'
    sm = staticmethod(meth)
    @classmethod
    def over(cls): return 'D.over'
class E(D):
    @classmethod
    def over(cls): return 'E+' + super().over()
print(D.meth(), D.sm(), D().sm(), E.over(), E().over())
class Temp:
    def __init__(self, deg): self.deg = deg
    @classmethod
    def from_f(cls, f): return cls((f - 32) * 5 / 9)
    @staticmethod
    def valid(d): return d > -273
print(Temp.from_f(212).deg, Temp.valid(-300))
@staticmethod
def top(): return 'callable staticmethod'
print(top())
