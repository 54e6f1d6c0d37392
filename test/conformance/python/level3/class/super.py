class A:
    def __init__(self, **kw): print('A', kw); self.kw = kw
    def f(self): return 'A'
    @classmethod
    def c(cls): return 'Ac ' + cls.__name__
    @property
    def p(self): return 'Ap'
class B(A):
    def __init__(self, b=1, **kw): print('B', b); super().__init__(**kw)
    def f(self): return 'B' + super().f()
class C(A):
    def __init__(self, c=2, **kw): print('C', c); super().__init__(**kw)
    def f(self): return 'C' + super().f()
    @classmethod
    def c(cls): return 'C+' + super().c()
class D(B, C):
    def __init__(self, **kw): print('D'); super().__init__(**kw)
    def f(self): return 'D' + super().f()
    @property
    def p(self): return 'Dp' + super().p
    def nested(self):
        def inner(): return super(D, self).f()
        return inner(), [super(D, self).f() for _ in range(1)]
    def g(self): return (lambda: super().f)() if False else __class__.__name__
d = D(b=10, c=20, z=30); print(d.f(), d.c(), d.p, d.nested(), d.g(), D.c())
try: super(B, 5).f
except TypeError as e: print(e)
try: super(D, d).nope
except AttributeError as e: print(e)
class E(D):
    f = lambda self: 'E' + super(E, self).f()
print(E().f())
class F:
    def __eq__(self, o): return super().__eq__(o)
    def __repr__(self): return 'F' + super().__repr__()[:9]
    def __str__(self): return super().__str__()[:2]
    def __hash__(self): return super().__hash__()
f = F(); print(f == f, f == 1, repr(f)[:5], str(f), hash(f) == hash(f))
class G(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.log = []
    def __setitem__(self, k, v): self.log.append(k); super().__setitem__(k, v)
    def update(self, *a, **k):
        for k2, v in dict(*a, **k).items(): self[k2] = v
g = G(a=1); g['b'] = 2; g.update(c=3); print(g, g.log)
class H(Exception):
    def __init__(self, m, code): super().__init__(m); self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
try: raise H('bad', 5)
except H as e: print(e, e.args)
