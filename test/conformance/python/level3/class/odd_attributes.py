# Functions, generators and annotations asked for what few ask them.
def t(label, f):
    try: print(label, '->', f())
    except Exception as e: print(label, '->', type(e).__name__, e)


x = 5
match w := x, 1:
    case (5, 1): print('walrus', w)
match x, :
    case (y,): print(y)


def f():
    match * [1, 2], 3:
        case [a, *b]: print(a, b)


f()


class A:
    x: int = 1
    class B: pass
    def f(self): return __class__.__name__


class C(A): pass
print(A().f(), C.__annotations__ if '__annotations__' in C.__dict__ else 'none', A.__annotations__)
t('ann', lambda: C.__annotations__)
y: str = 'a'
z: 'undefined'
print(__annotations__)


def g():
    q: int
    try: print(q)
    except Exception as e: print(type(e).__name__, e)


g()


def loc():
    a: undefined_name = 5
    return a


print(loc())
t('mod', lambda: __annotations__['y'])


class D:
    __slots__ = ('a', 'b')
    a: int


print(D.__annotations__)


def h(*args: int, k: str = 'a', **kw: float) -> None: pass
print(h.__annotations__, h.__kwdefaults__, h.__defaults__)


def ff(a, /, b, *, c): pass
print(ff.__code__.co_varnames, ff.__code__.co_argcount, ff.__code__.co_posonlyargcount, ff.__code__.co_kwonlyargcount, ff.__code__.co_name)
ff.x = 1; print(ff.__dict__, ff.x); del ff.x; print(ff.__dict__)
t('delname', lambda: delattr(ff, '__name__')); t('setname', lambda: setattr(ff, '__name__', 5)); t('setdef', lambda: setattr(ff, '__defaults__', 5)); t('setdict', lambda: setattr(ff, '__dict__', 5)); t('deldict', lambda: delattr(ff, '__dict__'))
ff.__name__ = 'gg'; ff.__qualname__ = 'Q.gg'; print(ff.__name__, ff.__qualname__, repr(ff).split(' at')[0])
ff.__doc__ = 'hey'; print(ff.__doc__); del ff.__doc__; print(ff.__doc__);


def dd(a, b=1): return a, b
dd.__defaults__ = (5, 6); print(dd()); del dd.__defaults__; t('nodef', lambda: dd(1)); dd.__defaults__ = None; t('nodef', lambda: dd(1))
dd.__kwdefaults__ = {'a': 1}; print(dd.__kwdefaults__)


def kw(*, a=1): return a
kw.__kwdefaults__ = {'a': 9}; print(kw())


def cl():
    v = 1
    def inner(): return v
    def setter(n):
        nonlocal v; v = n
    return inner, setter


i, s = cl(); print(i.__closure__[0].cell_contents); s(7); print(i(), i.__closure__[0].cell_contents, repr(i.__closure__[0]).startswith('<cell at 0x'))
i.__closure__[0].cell_contents = 33; print(i())
t('globals', lambda: setattr(ff, '__globals__', {})); t('closure', lambda: setattr(ff, '__closure__', ())); t('code', lambda: setattr(ff, '__code__', 5))
ff.__code__ = (lambda: 42).__code__; t('newcode', lambda: ff())
print(ff.__module__, type(ff.__globals__))
m = A().f
t('m', lambda: setattr(m, 'x', 1)); print(m.__func__ is A.f, type(m.__self__).__name__, m.__name__, m.__doc__, m == A.f, m.__qualname__)


class E1(enumerate):
    pass


print(list(E1('ab')), type(E1('')).__name__)


class Z1(zip):
    def __next__(self): return 'z'


zz = Z1('ab'); print(next(zz), next(zz))


class Mp(map): pass
print(list(Mp(str, [1])), list(type('F', (filter,), {})(None, [0, 1])))


class RL(list):
    def __len__(self): 1 / 0


class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i


print(list(reversed(Seq())), list(Seq()) if 0 else '')


def gen():
    yield 1


gg = gen(); gg.__name__ = 'renamed'; print(gg.__name__, gg.__qualname__); gg.__qualname__ = 'q'; print(repr(gg).split(' at')[0])
t('gn', lambda: setattr(gg, '__name__', 1))
print(gg.gi_running, gg.gi_yieldfrom, gg.gi_frame is not None, gg.gi_code.co_name); gg.close(); print(gg.gi_frame)


def exc_gen():
    try:
        yield 1
    except ValueError as e:
        yield e
    import sys
    yield sys.exc_info()


g = exc_gen(); next(g); print(repr(g.throw(ValueError('v')))); print(next(g))


def outer():
    try:
        raise KeyError('a')
    except KeyError:
        yield 1


import sys
g = outer(); next(g); print(sys.exc_info());
try:
    try: raise ValueError
    except ValueError:
        g2 = outer(); next(g2); print(sys.exc_info()[0])
        del g2
finally: pass


def yf():
    try:
        yield from inner_g()
    except Exception as e: print('ctx', repr(e.__context__))


def inner_g():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1


g = yf(); next(g)
try: g.throw(ValueError('x'))
except StopIteration: pass


class St:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print('throw', a[0].__name__ if isinstance(a[0], type) else a); return 2
    def send(self, v): print('send', v); return 3
    def close(self): print('close')


def deleg():
    r = yield from St()


g = deleg(); print(next(g), g.send(5), g.throw(ValueError)); g.close()


def ret():
    return 1
    yield


def retuser():
    v = yield from ret(); print('got', v)


print(list(retuser()))
t('reraise', lambda: next(iter_raises()))


def iter_raises():
    raise StopIteration('x')
    yield


t('reraise', lambda: next(iter_raises()))
g = gen()
t('send', lambda: g.send(5)); t('throwbad', lambda: g.throw(5)); t('throwtype', lambda: gen().throw(int)); t('throw3', lambda: gen().throw(ValueError, 'msg')); t('throw3', lambda: gen().throw(ValueError('a'), 'msg')); t('throw0', lambda: gen().throw()); t('close', lambda: gen().close(1))


def ignoring():
    while True:
        try: yield 1
        except GeneratorExit: pass


g = ignoring(); next(g); t('close', g.close)


def self_call():
    yield next(sg)


sg = self_call(); t('running', lambda: next(sg))
