def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# functools
from functools import *
shown(lambda: (reduce(lambda a, b: a + b, [1,2,3]), reduce(lambda a, b: a, [], 5), reduce(max, [3, 1])))
shown(lambda: (reduce(lambda a, b: a, [])))
shown(lambda: (reduce(1, [1, 2])))
p = partial(int, base=2)
shown(lambda: (p('101'), p.func, p.args, p.keywords, p, partial(p, '1')(), partial(print, 1, sep='-'), partial(partial(max, 1), 2).args))
shown(lambda: (partial()))
shown(lambda: (partial(5)))
@lru_cache(maxsize=2)
def sq(x): print('calc', x); return x * x
shown(lambda: (sq(1), sq(1), sq(2), sq(3), sq(1), sq.cache_info(), sq.cache_clear(), sq.cache_info(), sq.__wrapped__(5), sq.__name__))
shown(lambda: (sq([])))
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
shown(lambda: (fib(50), fib.cache_info(), fib.cache_parameters()))
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
shown(lambda: (T(1) < T(2), T(1) <= T(1), T(2) > T(1), T(1) >= T(2), sorted([T(2), T(1)])[0].v))
shown(lambda: (total_ordering(type('X', (), {}))))
shown(lambda: (sorted([3,1,2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: 0)(1) == cmp_to_key(lambda a, b: 0)(2)))
@wraps(sq)
def w(): pass
shown(lambda: (w.__name__, w.__wrapped__ is sq))
@singledispatch
def sd(x): return 'def'
@sd.register
def _(x: int): return 'int'
@sd.register(str)
def _(x): return 'str'
@sd.register(list)
@sd.register(tuple)
def _(x): return 'seq'
shown(lambda: (sd(1), sd('a'), sd([]), sd(()), sd(1.5), sd(True), sd.dispatch(bool).__name__, sorted(c.__name__ for c in sd.registry)))
class CP:
    @cached_property
    def v(self): print('compute'); return 42
c = CP()
shown(lambda: (c.v, c.v, c.__dict__))
class PM:
    def f(self, a, b): return a, b
    g = partialmethod(f, 1)
shown(lambda: (PM().g(2)))
class SDM:
    @singledispatchmethod
    def f(self, x): return 'base'
    @f.register
    def _(self, x: int): return 'int'
shown(lambda: (SDM().f(1), SDM().f('a')))
