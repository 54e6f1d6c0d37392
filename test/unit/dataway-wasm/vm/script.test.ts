// What the virtual machine does with whole scripts; every expectation was written down from python3.
import { beforeAll, describe, expect, test } from 'vitest'
import { loadDataway, scriptOutput } from '../../../conformance/script-output.ts'

let way: Awaited<ReturnType<typeof loadDataway>>
beforeAll(async () => {
  way = await loadDataway()
}, 300_000)

const cases: [name: string, source: string, printed: string][] = [
  [
    'closures keep cells, lambdas see the last value',
    `def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); c(); c(5); print(c(), [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
`,
    `7 [2, 2, 2] [0, 1, 2]
`,
  ],
  [
    'arguments bind as in CPython, with its TypeErrors',
    `def g(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
print(g(1, c=3), g(1, 2, 3, 4, c=5, e=6), g(*[1, 2], **{'c': 3, 'z': 1}))
for f in (lambda: g(), lambda: g(1), lambda: g(1, c=2, a=3), lambda: (lambda x, /: x)(x=1), lambda: (lambda: 0)(1), lambda: (lambda a, b=1: 0)(1, 2, 3), lambda: (lambda a, b, c: 0)(1), lambda: g(*5), lambda: g(**5), lambda: g(1, **{'a': 2, 'c': 1})):
    try: f()
    except TypeError as e: print(e)
`,
    `(1, 2, (), 3, 4, {}) (1, 2, (3, 4), 5, 4, {'e': 6}) (1, 2, (), 3, 4, {'z': 1})
g() missing 1 required positional argument: 'a'
g() missing 1 required keyword-only argument: 'c'
g() got multiple values for argument 'a'
<lambda>.<locals>.<lambda>() got some positional-only arguments passed as keyword arguments: 'x'
<lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
<lambda>.<locals>.<lambda>() takes from 1 to 2 positional arguments but 3 were given
<lambda>.<locals>.<lambda>() missing 2 required positional arguments: 'b' and 'c'
__main__.g() argument after * must be an iterable, not int
__main__.g() argument after ** must be a mapping, not int
g() got multiple values for argument 'a'
`,
  ],
  [
    'finally runs on every way out',
    `def f(how):
    for i in range(3):
        try:
            if how == 'return': return 'r'
            if how == 'break': break
            if how == 'continue': continue
            if how == 'raise': raise ValueError(how)
        finally:
            print('finally', how, i)
    return 'end'
print(f('return'), f('break'), f('continue'))
try: f('raise')
except ValueError as e: print(repr(e))
def g():
    while True:
        try: return 1
        finally: break
    return 2
print(g())
`,
    `finally return 0
finally break 0
finally continue 0
finally continue 1
finally continue 2
r end end
finally raise 0
ValueError('raise')
2
`,
  ],
  [
    'exceptions chain and lose their name',
    `try:
    try: 1 / 0
    except ZeroDivisionError as e:
        try: raise ValueError('v') from e
        except ValueError as v: print(repr(v.__cause__), v.__suppress_context__)
        try: [][0]
        except IndexError as i: print(repr(i.__context__))
        raise
except Exception as x: print(type(x).__name__, x)
try: e
except NameError as n: print(n)
try: raise
except RuntimeError as r: print(r)
try: raise 5
except TypeError as t: print(t)
`,
    `ZeroDivisionError('division by zero') True
ZeroDivisionError('division by zero')
ZeroDivisionError division by zero
name 'e' is not defined
No active exception to reraise
exceptions must derive from BaseException
`,
  ],
  [
    'with calls __exit__ with the exception and may swallow it',
    `class M:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v); return s.sup
def f():
    with M(1) as a, M(2, True) as b: raise ValueError('x')
    with M(3): return 'ret'
print(f())
try:
    with 5: pass
except TypeError as e: print(e)
`,
    `enter 1
enter 2
exit 2 ValueError x
exit 1 None None
enter 3
exit 3 None None
ret
'int' object does not support the context manager protocol
`,
  ],
  [
    'generators take send, throw and close, and delegate',
    `def gen():
    x = yield 1
    print('got', x)
    try: yield 2
    except ValueError as e: print('caught', e); yield 3
    finally: print('closing')
    return 'done'
it = gen(); print(next(it), it.send('hi'), it.throw(ValueError('boo')))
try: next(it)
except StopIteration as e: print(e.value)
def outer(): r = yield from gen(); print('result', r)
print(list(outer()))
g = gen(); next(g); next(g); g.close()
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e)
`,
    `got hi
caught boo
1 2 3
closing
done
got None
closing
result done
[1, 2]
got None
closing
generator raised StopIteration
`,
  ],
  [
    'unpacking counts its values',
    `a, *b, c = range(5); print(a, b, c)
(a, b), [c, *d] = (1, 2), 'xyz'; print(a, b, c, d)
for f in (lambda: [1 for a, b in [(1, 2, 3)]], lambda: [1 for a, b, c in [(1, 2)]], lambda: [1 for a, *b, c in [[1]]], lambda: [1 for a, b in [5]]):
    try: f()
    except (TypeError, ValueError) as e: print(e)
`,
    `0 [1, 2, 3] 4
1 2 x ['y', 'z']
too many values to unpack (expected 2)
not enough values to unpack (expected 3, got 2)
not enough values to unpack (expected at least 2, got 1)
cannot unpack non-iterable int object
`,
  ],
  [
    'comprehensions have names of their own',
    `i = 'outer'; print([i for i in range(3)], {k: v for k, v in zip('ab', [1, 2])}, {x % 2 for x in range(5)}, sum(i for i in range(4)), i)
print([w for v in [1, 2] if (w := v * 2) > 2], w)
class C:
    n = 3
    squares = [x * x for x in range(n)]
    fs = [lambda: k for k in range(2)]
print(C.squares, [f() for f in C.fs])
`,
    `[0, 1, 2] {'a': 1, 'b': 2} {0, 1} 6 outer
[4] 4
[0, 1, 4] [1, 1]
`,
  ],
  [
    'inheritance follows the C3 order and super() the row',
    `class Base:
    def hi(self): return 'base'
class D(Base):
    def hi(self): return 'D ' + super().hi()
class L(Base):
    def hi(self): return 'L ' + super().hi()
class X(D, L): pass
print(X().hi(), [c.__name__ for c in X.__mro__], super(D, X()).hi())
try:
    class Bad(Base, D): pass
except TypeError as e: print(e)
`,
    `D L base ['X', 'D', 'L', 'Base', 'object'] L base
Cannot create a consistent method resolution
order (MRO) for bases Base, D
`,
  ],
  [
    'properties, class and static methods, descriptors',
    `class A:
    def __init__(self, a=0): self.a = a
    @property
    def p(self): return self.a
    @p.setter
    def p(self, v): self.a = v * 2
    @classmethod
    def make(cls, *a): return cls(*a)
    @staticmethod
    def twice(v): return v * 2
class B(A):
    def __repr__(self): return f'B({self.a})'
b = B.make(3); b.p = 5; print(b, b.p, B.twice(4))
for f in (lambda: b.nope, lambda: B.nope, lambda: delattr(b, 'p'), lambda: setattr(A, 'q', property(lambda s: 1)) or setattr(b, 'q', 2)):
    try: f()
    except AttributeError as e: print(e)
class Desc:
    def __set_name__(s, o, n): s.n = n
    def __get__(s, i, o): return s if i is None else i.__dict__.get(s.n, 'unset')
    def __set__(s, i, v): i.__dict__[s.n] = v + 1
class U: f = Desc()
u = U(); print(u.f); u.f = 1; print(u.f, U.f.n)
`,
    `B(10) 10 8
'B' object has no attribute 'nope'
type object 'B' has no attribute 'nope'
property 'p' of 'B' object has no deleter
property of 'B' object has no setter
unset
2 f
`,
  ],
  [
    'operators ask special methods, reflected ones too',
    `class V:
    def __init__(s, v): s.v = v
    def __add__(s, o): return V(s.v + o.v) if isinstance(o, V) else NotImplemented
    def __radd__(s, o): return V(o + s.v)
    def __eq__(s, o): return isinstance(o, V) and s.v == o.v
    def __lt__(s, o): return s.v < o.v
    def __len__(s): return s.v
    def __getitem__(s, i): return (i, s.v)
    def __contains__(s, x): return x == s.v
    def __call__(s, *a, **k): return a, k
    def __format__(s, spec): return 'fmt:' + spec
    def __repr__(s): return f'V({s.v})'
v = V(3)
print(v + V(1), 5 + v, v == V(3), v != V(3), v < V(4), v > V(4), len(v), v[1:2], v['k'], 3 in v, v(1, k=2), f'{v:abc}', bool(V(0)))
for f in (lambda: v + 'a', lambda: hash(v), lambda: v >= v, lambda: -v, lambda: v.x):
    try: f()
    except (TypeError, AttributeError) as e: print(e)
`,
    `V(4) V(8) True False True False 3 (slice(1, 2, None), 3) ('k', 3) True ((1,), {'k': 2}) fmt:abc False
unsupported operand type(s) for +: 'V' and 'str'
unhashable type: 'V'
'>=' not supported between instances of 'V' and 'V'
bad operand type for unary -: 'V'
'V' object has no attribute 'x'
`,
  ],
  [
    'classes derive from built-in types',
    `class L(list):
    def append(s, x): super().append(x * 10)
class D(dict):
    def __missing__(s, k): return 'missing ' + k
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
class I(int):
    def __add__(s, o): return I(int(s) + o + 100)
class T(tuple):
    def __new__(c, a, b): return super().__new__(c, (a, b))
l = L([1, 2]); l.append(3); d = D(a=1); d['b'] = 2
print(l, len(l), l == [1, 2, 30], d, d['zz'], I(5) + 1, I(5) * 2, [1, 2, 3][I(1)], T(1, 2), T(1, 2) == (1, 2), hash(T(1, 2)) == hash((1, 2)))
class E(Exception):
    def __init__(self, m, code): super().__init__(m); self.code = code
try: raise E('bad', 5)
except Exception as e: print(repr(e), e.args, e.code)
`,
    `[1, 2, 30] 3 True {'a': 1, 'b': 4} missing zz 106 10 2 (1, 2) True True
E('bad') ('bad',) 5
`,
  ],
  [
    'metaclasses and hooks of class making',
    `class Meta(type):
    def __new__(m, name, bases, ns, **kw): c = super().__new__(m, name, bases, ns); c.tag = name + str(kw); return c
    def __call__(cls, *a): print('creating', cls.__name__); return super().__call__(*a)
    def __len__(cls): return 42
class C(metaclass=Meta, opt=1):
    def __init__(self, z): self.z = z
print(C.tag, C(5).z, len(C), type(C).__name__)
class Reg:
    seen = []
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); Reg.seen.append((cls.__name__, tag))
class R(Reg, tag='one'): pass
print(Reg.seen, type('T', (Reg,), {'y': 5}).y, Reg.seen)
`,
    `creating C
C{'opt': 1} 5 42 Meta
[('R', 'one'), ('T', None)] 5 [('R', 'one'), ('T', None)]
`,
  ],
  [
    'match takes every kind of pattern',
    `class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
def m(v):
    match v:
        case 0 | 1: return 'small'
        case [1, *rest] if len(rest) == 2: return 'rest', rest
        case (str() as s, {'k': [a, b], **kw}): return s, a, b, kw
        case {'a': x}: return 'a', x
        case P(1, y=z): return 'P', z
        case None | True: return 'single'
        case int(n) | float(n): return 'number', n
        case 'x' | 'y' as letter: return letter
        case _: return 'other'
print(m(1), m([1, 2, 3]), m(('x', {'k': [1, 2], 'z': 3})), m({'a': 5}), m(P(1, 2)), m(True), m(None), m(7.5), m('y'), m([]))
`,
    `small ('rest', [2, 3]) ('x', 1, 2, {'z': 3}) ('a', 5) ('P', 2) small single ('number', 7.5) y other
`,
  ],
  [
    'recursion ends in RecursionError, wherever it goes through',
    `def f(n): return f(n + 1)
class A:
    def __getattr__(self, n): return getattr(self, n + 'x')
class B:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
def g(n): yield from g(n)
for h in (lambda: f(0), lambda: A().foo, lambda: repr(B()), lambda: B() == 1, lambda: list(g(0)), lambda: list(map(f, [1]))):
    try: h()
    except RecursionError as e: print(e)
`,
    `maximum recursion depth exceeded
maximum recursion depth exceeded
maximum recursion depth exceeded
maximum recursion depth exceeded in comparison
maximum recursion depth exceeded
maximum recursion depth exceeded
`,
  ],
  [
    'a generator made for a loop is closed when the loop is left',
    `def gen():
    try: yield 1
    finally: print('closed')
def f():
    for x in gen(): return x
for x in gen(): break
print('after', f())
`,
    `closed
closed
after 1
`,
  ],
]

describe('scripts print what CPython prints', () => {
  test.each(cases)('%s', (_name, source, printed) => {
    expect(scriptOutput(way, source)).toBe(printed)
  })
})
