class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'V({self.x})'
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.x)
    def __sub__(self, o): return V(self.x - (o.x if isinstance(o, V) else o))
    def __rsub__(self, o): return V(o - self.x)
    def __mul__(self, o): return V(self.x * o) if isinstance(o, int) else NotImplemented
    __rmul__ = __mul__
    def __truediv__(self, o): return ('truediv', self.x, o)
    def __rtruediv__(self, o): return ('rtruediv', self.x, o)
    def __floordiv__(self, o): return ('floordiv', o)
    def __rfloordiv__(self, o): return ('rfloordiv', o)
    def __mod__(self, o): return ('mod', o)
    def __rmod__(self, o): return ('rmod', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __matmul__(self, o): return ('matmul', o)
    def __rmatmul__(self, o): return ('rmatmul', o)
    def __lshift__(self, o): return ('lshift', o)
    def __rlshift__(self, o): return ('rlshift', o)
    def __rshift__(self, o): return ('rshift', o)
    def __rrshift__(self, o): return ('rrshift', o)
    def __and__(self, o): return ('and', o)
    def __rand__(self, o): return ('rand', o)
    def __or__(self, o): return ('or', o)
    def __ror__(self, o): return ('ror', o)
    def __xor__(self, o): return ('xor', o)
    def __rxor__(self, o): return ('rxor', o)
    def __neg__(self): return V(-self.x)
    def __pos__(self): return ('pos', self.x)
    def __invert__(self): return ('invert', self.x)
    def __abs__(self): return abs(self.x)
    def __divmod__(self, o): return ('divmod', o)
    def __iadd__(self, o): self.x += 1000; return self
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __index__(self): return 2
    def __bool__(self): return self.x != 0
    def __round__(self, n=0): return ('round', n)
    def __trunc__(self): return 9
v = V(5)
print(v + 1, 1 + v, v + V(2), v - 1, 1 - v, v * 2, 2 * v, v / 2, 2 / v, v // 2, 2 // v, v % 2, 2 % v, v ** 2, 2 ** v, v @ 2, 2 @ v)
print(v << 1, 1 << v, v >> 1, 1 >> v, v & 1, 1 & v, v | 1, 1 | v, v ^ 1, 1 ^ v, -v, +v, ~v, abs(V(-3)), divmod(v, 3), pow(v, 2, 3))
print(int(v), float(v), [10, 20, 30][v], bool(v), bool(V(0)), round(v), round(v, 2), 'abcd'[v:], hex(v), range(v), list(range(5))[:v], 'x' * v, bytes(v), chr(V(1)) == '\x02')
w = v; w += 1; print(w, v is w)
u = V(1); u -= 1; print(u); u *= 3; print(u); u /= 2; print(u)
for f in (lambda: v * 'a', lambda: 'a' * V if False else v * 1.5, lambda: 'abc' - v, lambda: [] + v, lambda: v < v, lambda: {} * v):
    try: print(f())
    except TypeError as e: print('TypeError', e)
class R:
    def __radd__(self, o): return ('radd', o)
    def __rmul__(self, o): return ('rmul', o)
print(1 + R(), 'a' + R(), [1] + R(), None + R(), 2 * R(), sum([R()]) if True else 0, 1.5 + R())
class P: 
    def __add__(self, o): return 'P.add'
    def __radd__(self, o): return 'P.radd'
class Q(P):
    def __radd__(self, o): return 'Q.radd'
print(P() + Q(), Q() + P(), P() + P(), 1 + Q())
class NI:
    def __add__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
for f in (lambda: NI() + 1, lambda: NI() + NI(), lambda: NI() < 1, lambda: NI() == 1, lambda: NI() != 1):
    try: print(f())
    except TypeError as e: print(e)
class Bad:
    def __bool__(self): return 5
    def __len__(self): return -1
    def __int__(self): return 'x'
    def __index__(self): return 'x'
    def __float__(self): return 1
    def __hash__(self): return 'h'
    def __contains__(self, x): return 5
    def __str__(self): return 1
for f in (lambda: bool(Bad()), lambda: len(Bad()), lambda: int(Bad()), lambda: [1][Bad()], lambda: float(Bad()), lambda: hash(Bad()), lambda: 1 in Bad(), lambda: str(Bad()), lambda: not Bad(), lambda: f'{Bad()}'):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
