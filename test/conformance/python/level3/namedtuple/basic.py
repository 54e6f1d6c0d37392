from collections import namedtuple
P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), p._fields, p._asdict(), p._replace(x=5), P._make([7, 8]), isinstance(p, tuple), hash(p) == hash((1, 2)))
a, b = p; print(a, b, *p, p + (3,), sorted([P(2, 1), P(1, 2)]), max(P(1, 5), P(2, 0)), P.__name__, P.__doc__)
Q = namedtuple('Q', ['a', 'b', 'c'], defaults=[2, 3]); print(Q(1), Q(1, c=5), Q._field_defaults)
R = namedtuple('R', 'a, b', rename=False); print(R(1, 2))
S = namedtuple('S', 'a def a', rename=True); print(S(1, 2, 3))
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(x=1), lambda: P(1, 2).z, lambda: P(1, 2, z=3), lambda: p._replace(q=1), lambda: namedtuple('X', 'a a'), lambda: namedtuple('X', 'class'), lambda: namedtuple('X', '_a'), lambda: namedtuple('1X', 'a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: p.x = 5
except AttributeError as e: print(e)
class Pt(namedtuple('Pt', 'x y')):
    __slots__ = ()
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __str__(self): return f'<{self.x},{self.y}>'
print(Pt(3, 4).norm, Pt(1, 2), repr(Pt(1, 2)), Pt(1, 2)._replace(y=9))
from typing import NamedTuple, List, Optional
class E(NamedTuple):
    name: str
    n: int = 3
print(E('a'), E('b', 5).n, E._fields, E('a')._asdict())
match p:
    case P(x=1, y=v): print('y', v)
