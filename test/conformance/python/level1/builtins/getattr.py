class A:
    x = 1
    def __init__(self): self.y = 2
    def m(self): return 'm'
a = A()
print(getattr(a, 'x'), getattr(a, 'y'), getattr(a, 'z', 'dflt'), getattr(a, 'm')(), hasattr(a, 'x'), hasattr(a, 'z'), hasattr(1, 'real'), hasattr('', 'upper'), getattr('abc', 'upper')(), getattr([], 'nope', None))
setattr(a, 'z', 3); print(a.z, a.__dict__); delattr(a, 'z'); print(hasattr(a, 'z'), vars(a))
for f in (lambda: getattr(a, 'q'), lambda: getattr(a), lambda: getattr(a, 5), lambda: hasattr(a, 5), lambda: setattr(1, 'x', 2), lambda: delattr(a, 'nope'), lambda: setattr(a, 'x'), lambda: a.q, lambda: A.q, lambda: len.q, lambda: (1).q, lambda: [].q, lambda: a.x.y, lambda: A().m.z, lambda: int.foo, lambda: setattr(a, 5, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class G:
    def __getattr__(self, n):
        if n == 'bad': raise AttributeError('custom')
        return n.upper()
g = G(); print(g.hello, getattr(g, 'x'), hasattr(g, 'bad'), hasattr(g, 'good'), getattr(g, 'bad', 'd'))
try:
    g.bad
except AttributeError as e:
    print(e)
class P:
    @property
    def v(self): raise ValueError('boom')
try:
    hasattr(P(), 'v')
except ValueError as e:
    print('ValueError', e)
print([n for n in dir(a) if not n.startswith('_')], sorted(vars(a)), [n for n in dir(A) if not n.startswith('__')])
