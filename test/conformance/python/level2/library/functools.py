import functools
p=functools.partial(int,base=2)
print(p('101'), p.func, p.args, p.keywords)
print(p)
def f(a,b,c=3): return a+b+c
q=functools.partial(f,1); print(q(2), q.func is f, q.args, q.keywords)
r=functools.partial(q,2,c=5); print(r(), r.args, r.keywords)
class P(functools.partial): pass
print(P(f,1)(1))
print(type(p), isinstance(p,functools.partial))
q.x=5; print(q.x)
@functools.lru_cache(maxsize=2)
def g(x): print('calc',x); return x*2
print(g(1),g(1),g(2),g(3),g(1)); print(g.cache_info()); g.cache_clear(); print(g.cache_info(), g.__wrapped__)  if 0 else print(g.cache_info())
print(functools.reduce(lambda a,b:a*b,range(1,6)), functools.reduce(lambda a,b:a+b,[],7))
try: functools.reduce(lambda a,b:a,[])
except TypeError as e: print(e)
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(2), T(1)>T(2), T(2)>=T(2))
@functools.singledispatch
def h(x): return 'obj'
@h.register(int)
def _(x): return 'int'
@h.register
def _(x:str): return 'str'
print(h(1),h('a'),h(1.0),h(True), h.dispatch(int), )if 0 else print(h(1),h('a'),h(1.0),h(True))
@functools.wraps(f)
def w(*a): 'doc'; return f(*a)
print(w.__name__, w.__wrapped__ is f, w.__doc__)
class C:
    @functools.cached_property
    def v(self): print('once'); return 5
c=C(); print(c.v,c.v,c.__dict__)
print(sorted([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a)))
class M:
    def m(self,a,b): return (a,b)
    pm=functools.partialmethod(m,1)
print(M().pm(2))
@functools.cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80))
try: functools.partial()
except TypeError as e: print(e)
try: functools.partial(1)
except TypeError as e: print(e)
