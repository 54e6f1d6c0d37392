from functools import *
import operator
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, range(1, 6)), reduce(lambda a, b: a + b, [], 'init'), partial(pow, 2)(5), partial(print, 'a', sep='-').keywords, sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
@lru_cache(maxsize=2)
def f(x): print('f', x); return x * 2
f(1); f(1); f(2); f(3); f(1); print(f.cache_info()); f.cache_clear(); print(f.cache_info())
@singledispatch
def show(x): return 'object'
@show.register(int)
def _(x): return 'int'
@show.register
def _(x: list): return 'list'
print(show(1), show([]), show('a'), show(True))
p = partial(lambda *a, **k: (a, k), 1, x=2); print(p(3, y=4), p.func.__name__, p.args)
class C:
    def m(self, a, b): return (a, b)
    pm = partialmethod(m, 1)
print(C().pm(2))
print(operator.add(1, 2), operator.itemgetter(1)([5, 6]), operator.itemgetter(0, 'k' if False else 1)('ab'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'), operator.contains([1], 1), operator.neg(5), operator.truth([]), operator.getitem({'a': 1}, 'a'), operator.not_(1), operator.concat('a', 'b'), operator.floordiv(7, 2), operator.is_(None, None), operator.index(5), operator.lt(1, 2), operator.xor(5, 1), operator.countOf([1, 1], 1))
print(sorted([('b', 2), ('a', 1)], key=operator.itemgetter(0)), list(map(operator.methodcaller('split', ','), ['a,b'])), operator.attrgetter('a.b')(type('X', (), {'a': type('Y', (), {'b': 7})})))
