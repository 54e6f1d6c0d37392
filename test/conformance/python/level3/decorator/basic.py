def log(f):
    def w(*a, **k):
        print('call', f.__name__, a, k)
        r = f(*a, **k)
        print('ret', r)
        return r
    return w
@log
def add(a, b=1): return a + b
add(1); add(1, b=5)
def repeat(n):
    def deco(f):
        def w(*a): return [f(*a) for _ in range(n)]
        return w
    return deco
@repeat(3)
def hi(x): return 'hi ' + x
print(hi('a'))
def d1(f): print('d1'); return lambda: 'd1(' + f() + ')'
def d2(f): print('d2'); return lambda: 'd2(' + f() + ')'
@d1
@d2
def f(): return 'f'
print(f())
def cls_deco(c): c.extra = 'added'; return c
@cls_deco
class C: pass
print(C.extra)
class Counter:
    def __init__(self, f): self.f = f; self.n = 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
@Counter
def g(x): return x
g(1); g(2); print(g.n, g(5))
from functools import wraps, lru_cache, partial, reduce, cache
def keep(f):
    @wraps(f)
    def w(*a): """w doc"""; return f(*a)
    return w
@keep
def documented(): """original doc"""
print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__)
calls = []
@lru_cache(maxsize=None)
def fib(n): calls.append(n); return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), len(calls), fib.cache_info().hits)
@cache
def sq(x): print('computing'); return x * x
print(sq(3), sq(3))
registry = {}
def register(name): return lambda f: registry.setdefault(name, f)
@register('one')
def one(): return 1
print(registry['one'](), (lambda d: d)(5))
class M:
    @log
    def m(self, x): return x * 2
M().m(4) if False else None
def memo(f, cache={}):
    def w(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return w
@memo
def slow(n): print('slow', n); return n ** 2
print(slow(4), slow(4))
x = [lambda f: f]
@x[0]
def viaindex(): return 'ok'
print(viaindex())
@(lambda f: lambda: f() + 1)
def plus(): return 1
print(plus())
@property
def pp(self): pass
print(type(pp).__name__)
def not_deco(): pass
try:
    @not_deco
    def q(): pass
except TypeError as e: print(e)
print(partial(add.__class__ and (lambda a, b, c=0: (a, b, c)), 1, c=5)(2), partial(int, base=2)('101'), reduce(lambda a, b: a * b, [1, 2, 3], 10))
