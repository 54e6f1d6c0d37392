# Containers that change while they are asked, unpacking of everything, calls with every mistake.
def t(label, f):
    try: print(label, '->', f())
    except Exception as e: print(label, '->', type(e).__name__, e)


# dict and list mutation
class Mut:
    def __init__(s, d): s.d = d
    def __hash__(s): return 1
    def __eq__(s, o): s.d.clear(); return True


d = {}
m1 = Mut(d); d[m1] = 1; m2 = Mut(d)
l = [3, 1, 2]


def key(x):
    l.append(1); return x


t('sortmut', lambda: l.sort(key=key)); print(l)
l = [3, 1, 2]


def cmpmut(x):
    l.clear(); l.append(5); return x


t('sort', lambda: l.sort(key=cmpmut)); print(l)


class Cm:
    def __lt__(self, o): L.append(1); return True


L = [Cm(), Cm()]
t('cm', lambda: L.sort())


def dictgrow():
    d = dict.fromkeys(range(3))
    for k in d.values(): d[len(d)] = 1


t('grow', dictgrow)


def setgrow():
    s = {1, 2, 3}
    for k in s: s.discard(k)


t('setshrink', setgrow)


class It:
    def __iter__(self): return 5


t('it', lambda: iter(It())); t('it', lambda: list(It())); t('it', lambda: [*It()])


class It2:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 2


print(list(It2()), 4 in It2(), 5 in It2(), [*It2()], list(reversed([1])), max(It2()), tuple(It2()), dict(enumerate(It2())))
t('rev', lambda: reversed(It2()))


class It3:
    def __iter__(self): raise ValueError('iter')


t('i3', lambda: list(It3())); t('i3', lambda: 1 in It3())


class NoNext:
    def __iter__(self): return self


t('nn', lambda: iter(NoNext())); t('unp', lambda: unp())


def unp():
    a, b = NoNext()


def unpack(v):
    try:
        a, b = v
    except Exception as e: print(type(e).__name__, e)
    try:
        a, *b, c = v
        print(a, b, c)
    except Exception as e: print(type(e).__name__, e)
    try:
        [] = v
    except Exception as e: print(type(e).__name__, e)


for v in [(), (1,), (1, 2), (1, 2, 3), 'a', 'ab', 5, None, {1: 2}, [1, 2], iter([1]), range(2), {1, 2}, b'ab', 1.5, (x for x in 'abc')]: unpack(v)
(a, b), c = [1, 2], 3; print(a, b, c)
a = b = c = []; a.append(1); print(b, c)
a, b = b, a
a, (b, *c), *d = 1, (2, 3, 4), 5, 6; print(a, b, c, d)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k)
for x, *y in [(1, 2, 3), 'ab']: print(x, y)
[a, b] = 1, 2; (a), b = 3, 4; print(a, b)
x = 1,; print(x, (), (1,), 1,)
print(*[1], *(2, 3), **{'sep': '-'})
print({**{'a': 1}, 'b': 2, **{'a': 3}}, [*'ab', *range(2)], {*'a', *[1]} == {'a', 1}, (*[1], 2))


def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
t('f', lambda: f(1, c=3)); t('f', lambda: f(1, 2, 3, 4, c=5, e=6)); t('f', lambda: f()); t('f', lambda: f(1)); t('f', lambda: f(1, c=1, a=2)); t('f', lambda: f(c=1)); t('f', lambda: f(1, 2, c=1, b=3)); t('f', lambda: f(*[1, 2], **{'c': 3, 'z': 4})); t('f', lambda: f(1, **{'c': 1}, **{'c': 2})); t('f', lambda: f(1, c=1, **{'c': 2}))


def g(a, b): pass
t('g', lambda: g()); t('g', lambda: g(1)); t('g', lambda: g(1, 2, 3)); t('g', lambda: g(1, 2, c=3)); t('g', lambda: g(a=1)); t('g', lambda: g(1, a=1)); t('g', lambda: g(*5)); t('g', lambda: g(**5)); t('g', lambda: g(**{1: 2})); t('g', lambda: g(1, 2, 3, 4, 5)); t('g', lambda: g(1, 2, c=1, d=2))


def h(): pass
t('h', lambda: h(1)); t('h', lambda: h(1, 2)); t('h', lambda: h(x=1))


def k(*, a, b=1): pass
t('k', lambda: k()); t('k', lambda: k(1)); t('k', lambda: k(1, a=1)); t('k', lambda: k(b=1)); t('k', lambda: k(a=1, z=1))


def p(a, /, b): pass
t('p', lambda: p(a=1, b=2)); t('p', lambda: p(1, b=2, a=3)); t('p', lambda: p(b=1)); t('p', lambda: p(1, 2, 3))


def q(a, b, c, d): pass
t('q', lambda: q()); t('q', lambda: q(1)); t('q', lambda: q(1, 2)); t('q', lambda: q(d=1)); t('q', lambda: q(1, 2, 3, d=4, e=5))


def r(a=1, b=2): pass
t('r', lambda: r(1, 2, 3)); t('r', lambda: r(c=1))


def s2(*, a, b, c): pass
t('s', lambda: s2()); t('s', lambda: s2(a=1)); t('s', lambda: s2(1, 2, a=1, b=2, c=3))


class K:
    def m(self): pass
    def n(self, x): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass


t('K', lambda: K().m(1)); t('K', lambda: K.m()); t('K', lambda: K().n()); t('K', lambda: K.c()); t('K', lambda: K.s()); t('K', lambda: K(1)); t('K', lambda: K(x=1)); t('K', lambda: K().zzz()); t('K', lambda: K.zzz)


class I1:
    def __init__(self, a): pass


t('I', lambda: I1()); t('I', lambda: I1(1, 2)); t('I', lambda: I1(b=1))


class I2:
    def __init__(self): return 5


t('I', lambda: I2())


class I3:
    def __new__(cls): return 5


t('I', lambda: I3()); t('I', lambda: I3(1))


class I4:
    def __new__(cls, *a): return object.__new__(cls, *a)


t('I', lambda: I4(1)); t('I4', lambda: type(I4()).__name__)


class I5:
    def __new__(cls, *a): return object.__new__(cls)
    def __init__(self, x): self.x = x


t('I5', lambda: I5(3).x)
t('obj', lambda: object.__new__()); t('obj', lambda: object.__new__(5)); t('obj', lambda: object().__init__(1)); t('obj', lambda: object.foo)
lam = lambda *a, **k: (a, k); print(lam(), lam(1, x=2), (lambda x=1, /, *, y=2: (x, y))(), lam.__name__, (lambda: (yield)).__name__)
print([(lambda n=n: n)() for n in range(3)], [f() for f in [lambda: n for n in range(3)]])
