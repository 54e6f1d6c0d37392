# Properties, descriptors, super, metaclasses and slots, with every mistake.
def t(label, f):
    try: print(label, '->', f())
    except BaseException as e: print(label, '->', type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


# isinstance etc
class Abstract:
    def __init__(s, bases): s.bases = bases
    __bases__ = property(lambda s: s.bases)


class Inst:
    def __init__(s, k): s.k = k
    __class__ = property(lambda s: s.k)


c = Abstract(())
t('isi', lambda: isinstance(Inst(int), int)); t('issub', lambda: issubclass(5, int)); t('issub', lambda: issubclass(int, (str, 5)))
print(Inst(str).__class__, type(Inst(str)).__name__)


# properties
class P:
    @property
    def a(self): "doc a"; return self._a
    @a.setter
    def a(self, v): self._a = v
    @a.deleter
    def a(self): del self._a
    @property
    def ro(self): return 1
    wo = property(None, lambda s, v: print('set', v))
    bad = property()
    err = property(lambda s: s.missing)


p = P(); p.a = 5; print(p.a, P.a.__doc__, P.a.fget.__name__); del p.a
t('a', lambda: p.a); t('ro', lambda: setattr(p, 'ro', 1)); t('ro', lambda: delattr(p, 'ro')); t('wo', lambda: p.wo); p.wo = 1; t('bad', lambda: p.bad); t('bad', lambda: setattr(p, 'bad', 1)); t('err', lambda: p.err); t('get', lambda: P.ro.__get__(p)); t('set', lambda: P.ro.__set__(p, 1)); t('call', lambda: P.a()); t('prop', lambda: property(5).__get__(1))


class GA:
    def __getattr__(self, n):
        if n == 'boom': raise ValueError('boom')
        if n.startswith('x'): return n
        raise AttributeError(n)
    prop = property(lambda s: s.nope)


g = GA(); t('x', lambda: g.xy); t('n', lambda: g.nope); t('boom', lambda: g.boom); t('prop', lambda: g.prop); t('has', lambda: hasattr(g, 'zzz')); t('has', lambda: hasattr(g, 'boom')); t('def', lambda: getattr(g, 'q', 3)); t('dunder', lambda: len(g))


class GAB:
    def __getattribute__(self, n):
        if n == 'a': return 'got a'
        return object.__getattribute__(self, n)
    def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)


b = GAB(); b.q = 1; print(b.a, b.q); del b.q; t('q', lambda: b.q); t('delq', lambda: delattr(b, 'q'))


# descriptors
class Desc:
    def __init__(s, name=None): s.name = name
    def __set_name__(s, owner, name): print('set_name', owner.__name__, name); s.name = name
    def __get__(s, obj, cls=None): return (s.name, obj is None, cls.__name__ if cls else None)


class DD(Desc):
    def __set__(s, obj, v): print('desc set', v)
    def __delete__(s, obj): print('desc del')


class Use:
    a = Desc(); b = DD()


u = Use(); print(u.a, Use.a, u.b, Use.b); u.a = 5; print(u.a); u.b = 6; del u.b; print(u.__dict__, vars(u)); del u.a; print(u.a)
Use.c = Desc('late'); print(u.c)


class BadSN:
    def __set_name__(s, o, n): raise ValueError('sn')


def mk():
    class X: a = BadSN()


t('sn', mk)


# super
class A1:
    def f(self): return 'A1'
    @classmethod
    def c(cls): return cls.__name__
    @property
    def p(self): return 'pA'
    def __getitem__(self, i): return i
    v = 'va'


class B1(A1):
    v = 'vb'
    def f(self): return 'B1' + super().f()
    @classmethod
    def c(cls): return 'B' + super().c()
    @property
    def p(self): return 'pB' + super().p
    def g(self): return super().v, super(B1, self).v, super().__getitem__(3)
    def bad(self): return super().nope
    def sub(self): return super()[0]
    def set(self): super().q = 5
    @staticmethod
    def st(): return super().f()
    def nested(self): return [super(B1, self).f() for _ in range(1)]
    def nested2(self): return (lambda: super().f())()


b = B1(); print(b.f(), B1.c(), b.c(), b.p, b.g(), b.nested()); t('bad', b.bad); t('sub', b.sub); t('set', b.set); t('st', b.st); t('n2', b.nested2); t('nosuper', lambda: super()); t('sup', lambda: super(int, 'a')); t('sup', lambda: super(5)); t('sup', lambda: super(A1, b).f()); t('repr', lambda: repr(super(B1, b)).split(' object')[0]); t('sup', lambda: super(B1).f)


def nos(): return super().f()
t('nos', nos)


def nos1(x): return super().f()
t('nos1', lambda: nos1(1))


class M1(type):
    def __new__(m, n, b, d, **k): print('new', n, k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): print('init', n); super().__init__(n, b, d)
    def __call__(c, *a, **k): print('call', a); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, n, b, **k): print('prep', n, k); return {'added': 1}
    def __len__(c): return 7
    def __contains__(c, x): return x == 1
    def __iter__(c): return iter('xyz')
    def __getitem__(c, k): return k
    def __getattr__(c, n): return 'meta ' + n
    def __repr__(c): return 'M1:' + c.__name__
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is str
    def __eq__(c, o): return True
    __hash__ = type.__hash__
    def __add__(c, o): return 'plus'


class CC(metaclass=M1, key=1):
    def __init__(self, x): self.x = x


print(CC(3).x, len(CC), 1 in CC, list(CC), CC['k'], CC.zork, CC, isinstance(5, CC), issubclass(str, CC), CC == 5, CC + 1, CC.added, type(CC).__name__, bool(CC))


class DD2(CC): pass
t('conf', lambda: type('X', (CC, type('Y', (), {})), {})); t('mro', lambda: type('X', (object, A1), {})); t('dup', lambda: type('X', (A1, A1), {})); t('lay', lambda: type('X', (int, str), {})); t('mro2', lambda: type('X', (type('P', (A1,), {}), A1), {}).__mro__[1].__name__)


class IS:
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag; print('is', cls.__name__, tag)


class IS1(IS, tag='x'): pass


def badis():
    class IS2(IS, foo=1): pass


t('badis', badis)


def badkw():
    class Q(object, foo=1): pass


t('badkw', badkw)


class CGI:
    def __class_getitem__(cls, k): return (cls.__name__, k)


print(CGI[1], CGI[1, 2]); t('cgi', lambda: CGI()[0]); t('ni', lambda: A1[0]); t('int', lambda: int[0])


class Sl:
    __slots__ = ('a', '__dict__');


s = Sl(); s.a = 1; s.b = 2; print(s.a, s.b, s.__dict__)


class Sl2:
    __slots__ = 'x'


s = Sl2(); t('sl', lambda: s.x); t('sl', lambda: setattr(s, 'y', 1)); t('sl', lambda: s.__dict__); s.x = 1; print(s.x, Sl2.x); del s.x; t('sl', lambda: s.x); t('sl', lambda: delattr(s, 'x'))


def bs(sl, **k): return lambda: type('S', (), dict(__slots__=sl, **k))
t('s', bs(('a', 'a'))); t('s', bs((5,))); t('s', bs(('1a',))); t('s', bs(('a',), a=1)); t('s', bs(('__dict__', '__dict__'))); t('s', lambda: type('S', (int,), {'__slots__': ('a',)})(5)); t('s', lambda: type('S', (tuple,), {'__slots__': ('a',)}))
