from collections import namedtuple
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
P = namedtuple('P', 'x y')
p = P(1, 2); print(p, p.x, p[1], p == (1, 2), P._fields, p._asdict(), p._replace(x=5), P._make([3, 4]), len(p), list(p), P(y=1, x=2), hash(p) == hash((1, 2)), isinstance(p, tuple))
a, b = p; print(a, b)
e(P, 1); e(P, 1, 2, 3); e(P, 1, z=2); e(p._replace, z=1); e(setattr, p, 'x', 1); e(P._make, [1]); e(namedtuple, 'A', 'x x'); e(namedtuple, 'A', 'def'); e(namedtuple, 'A', '_x'); e(namedtuple, '1A', 'x'); e(lambda: p.z); e(lambda: p[5])
Q = namedtuple('Q', ['a', 'b'], defaults=[5]); print(Q(1), Q._field_defaults, namedtuple('R', 'x def x', rename=True)._fields, namedtuple('S', 'a, b')(1, 2), Q.__doc__, Q.a.__doc__)
class T(P):
    def s(self): return self.x + self.y
    @property
    def z(self): return self.x * 10
t = T(1, 2); print(t, t.s(), t.z, t._replace(x=9).s()); print(p + (3,), p * 2, P.__name__, P.__mro__[1])
