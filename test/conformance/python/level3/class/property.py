class T:
    def __init__(self, c): self._c = c
    @property
    def c(self):
        """the c"""
        return self._c
    @c.setter
    def c(self, v):
        if v < 0: raise ValueError('negative')
        self._c = v
    @c.deleter
    def c(self): print('deleting'); del self._c
    @property
    def ro(self): return self._c * 2
    def _g(self): return 'g'
    def _s(self, v): print('set', v)
    p = property(_g, _s, doc='pdoc')
t = T(5)
print(t.c, t.ro, t.p, T.c.__doc__, T.p.__doc__, type(T.c).__name__, T.c.fget(t))
t.c = 10; t.p = 3; print(t.c, t.ro); t.c += 5; print(t.c)
try: t.c = -1
except ValueError as e: print(e)
try: t.ro = 1
except AttributeError as e: print(e)
try: del t.ro
except AttributeError as e: print(e)
del t.c
try: t.c
except AttributeError as e: print(e)
try: T.c = 5; print(T.c, t.c)
except Exception as e: print(e)
class B:
    @property
    def x(self): return 'B.x'
class D(B):
    @property
    def x(self): return 'D.' + super().x
print(D().x)
class E(B): x = 'plain'
print(E().x)
class P:
    @property
    def boom(self): raise KeyError('in property')
    @property
    def attr(self): return self.nothing
try: P().boom
except KeyError as e: print(e)
try: P().attr
except AttributeError as e: print(e)
class Cached:
    def __init__(self): self.calls = 0
    @property
    def v(self):
        if not hasattr(self, '_v'): self.calls += 1; self._v = 42
        return self._v
c = Cached(); print(c.v, c.v, c.calls)
class WO:
    def s(self, v): self.val = v
    x = property(None, s)
w = WO(); w.x = 5; print(w.val)
try: w.x
except AttributeError as e: print(e)
from functools import cached_property
class CP:
    n = 0
    @cached_property
    def v(self): CP.n += 1; return CP.n
cp = CP(); print(cp.v, cp.v, CP().v, cp.__dict__)
