class D:
    def __set_name__(self, o, n): print('set_name', o.__name__, n); self.n = n
    def __get__(self, i, o): print('get', i is None, o.__name__); return 5
    def __set__(self, i, v): print('set', v)
    def __delete__(self, i): print('delete')
class A:
    d = D()
a = A()
print(a.d, A.d)
a.d = 7
del a.d
a.__dict__['d'] = 'inst'
print(a.d)
class N:
    def __get__(self, i, o=None): return 'n'
class B:
    n = N()
b = B()
print(b.n)
b.n = 5
print(b.n, B.n)
class S:
    def __set__(self, i, v): print('S', v)
class C:
    s = S()
c = C()
c.s = 1
print(type(c.s).__name__)
c.__dict__['s'] = 3
print(c.s)
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
e(delattr, c, 's')
class F:
    def f(self): return 1
print(F.__dict__['f'].__get__(F(), F)(), F.f.__get__(None, F) is F.f)
class R:
    def __get__(self, i, o): raise AttributeError('inner')
class G:
    r = R()
    def __getattr__(self, n): return 'ga ' + n
print(G().r)
class P:
    @property
    def p(self): raise AttributeError('pp')
    def __getattr__(self, n): return 'ga ' + n
print(P().p)
