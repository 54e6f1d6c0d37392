class A:
    def __init__(self, x): self.x = x
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return 'A%d' % self.x
l = [A(3), A(1), A(2)]
l.sort(); print(l, min(l), max(l), sorted(l, reverse=True), sorted(l, key=lambda a: -a.x))
class B:
    def __eq__(self, o): print('eq'); return NotImplemented
print(B() == B(), B() != 1, B() in [1], [B()].count(2))
class C:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return 'radd'
    def __iadd__(self, o): return NotImplemented
    def __mul__(self, o): return 'mul'
    def __rmul__(self, o): return 'rmul'
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
c = C()
e(lambda: c + 1); e(lambda: 1 + c); e(lambda: c + c); e(lambda: c * 2); e(lambda: 2 * c); e(lambda: [1] * c); e(lambda: 'a' * c); e(lambda: [1] + c); e(lambda: 'a' + c); e(lambda: (1,) + c)
def f():
    d = C(); d += 1
    return d
e(f); e(lambda: c - 1); e(lambda: c < 1); e(lambda: c[0]); e(lambda: c()); e(lambda: -c); e(lambda: c @ c); e(lambda: divmod(c, 1)); e(lambda: c ** 2); e(lambda: pow(c, 2, 3)); e(lambda: c >> 1); e(lambda: 1 >> c); e(lambda: c // 1); e(lambda: 1 % c); e(lambda: 'a' % c); e(lambda: c & 1); e(lambda: c |1)
class D(C):
    def __radd__(self, o): return 'D.radd'
e(lambda: c + D()); e(lambda: D() + c)
class P:
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __ipow__(self, o): return ('ipow', o)
    def __divmod__(self, o): return 'dm'
    def __rdivmod__(self, o): return 'rdm'
    def __matmul__(self, o): return 'mm'
p = P(); print(p ** 2, 2 ** p, pow(p, 2), pow(p, 2, 3), divmod(p, 1), divmod(1, p), p @ 1)
p **= 3; print(p)
