// Random Python programs: lines that show one expression each, and statements with blocks over a few variables. Loops are
// bounded and what grows takes literals only, so every program ends soon.
import fc from 'fast-check'
import { anyForm, expression, fill } from './expression.ts'
import { methodForms } from './methods.ts'

/** `<kind>` is an expression (see expression.ts), `{block}` nested statements, `<closed kind>` one without variables. */
const statements = [
  ['a += <int>'], ['a -= <int>'], ['a //= <int>'], ['a %= <int>'], ['a &= <int>'], ['a |= <int>'], ['a ^= <int>'], ['a >>= <nat>'], ['a *= <small>'], ['a = <int>'], ['s = <closed str>'], ['s += <chars>'], ['l = <closed list>'], ['t = <closed tuple>'], ['d = <closed dict>'], ['t += (<int>,)'],
  ['l.append(<closed any>)'], ['l.insert(<small>, <int>)'], ['l.extend(<closed ints>)'], ['l[<small>] = <closed any>'], ['l[<index>:<index>] = <closed list>'], ['del l[<index>:<index>:<step>]'], ['del l[<small>]'], ['l.reverse()'], ['l.sort(key=repr)'], ['l.pop(<small>)'], ['l += <closed list>'],
  ['d[<key>] = <closed any>'], ['d.update(<closed dict>)'], ['d.pop(<key>, None)'], ['del d[<key>]'], ['d.setdefault(<key>, []).append(<int>)'], ['d |= <closed dict>'],
  ['x, y = <list>'], ['x, *y = <list>', 'print(x, y)'], ['(x, y), z = <any>, <any>', 'print(x, y, z)'], ['*x, y = <str>', 'print(x, y)'], ['x = y = <any>', 'print(x is y)'], ['a, s = a, s'],
  ['print(<any>)'], ['print(<any>, <any>, sep=<chars>)'], ['assert <any>, <any>'], ['raise ValueError(<any>)'], ['raise KeyError(<key>)'], ['pass'],
  ['if <any>:', '{block}'], ['if <bool>:', '{block}', 'else:', '{block}'], ['if <bool>:', '{block}', 'elif <any>:', '{block}', 'else:', '{block}'],
  ['for x in <list>:', '{block}'], ['for x in <str>:', '    if <bool>: continue', '{block}'], ['for i, x in enumerate(<ints>):', '    if i > 2: break', '{block}', 'else:', '{block}'], ['for k, v in <dict>.items():', '    print(k, v)'], ['for x in range(<small>):', '{block}', 'else:', '    print("else")'],
  ['N = 3', 'while N > 0:', '    N -= 1', '{block}'], ['N = 4', 'while N:', '    N -= 1', '    if <bool>: break', '{block}', 'else:', '{block}'], ['N = 3', 'while (N := N - 1):', '    if N % 2: continue', '{block}'],
  ['try:', '{block}', 'except ValueError as e:', '    print("V", e)', 'except (TypeError, KeyError) as e:', '    print(type(e).__name__, e)'], ['try:', '{block}', 'except Exception as e:', '    print(type(e).__name__, e)', 'else:', '{block}', 'finally:', '    print("finally")'], ['try:', '{block}', 'finally:', '{block}'], ['try:', '    print(<any>)', '    raise ValueError(<any>) from KeyError(<any>)', 'except ValueError as e:', '    print(repr(e), repr(e.__cause__), repr(e.__context__))'], ['try:', '    try:', '    {block}', '    except TypeError:', '        raise', 'except TypeError as e:', '    print("again", e)'],
  ['def f(x, y=<any>, *p, k=<any>, **kw):', '    print(x, y, p, k, kw)', '    return x', 'print(f(<any>))', 'print(f(<any>, <any>, <any>, k=<any>, z=<any>))'], ['def f(x, y):', '    return (y, x)', 'print(f(*<tuple>))'], ['def f(n):', '    return 1 if n < 2 else n * f(n - 1)', 'print(f(<nat>))'], ['def f():', '    try:', '    {block}', '        return 1', '    finally:', '        print("leaving")', 'print(f())'], ['def f():', '    global a, s, l, d, t', '{block}', '    return <any>', 'print(f())'],
  ['def outer():', '    c = <any>', '    def inner():', '        nonlocal c', '        c = [c]', '        return c', '    inner()', '    return inner()', 'print(outer())'], ['fs = [lambda: x for x in <list>]', 'print([f() for f in fs])'], ['f = lambda x, *p, y=<any>: (x, p, y)', 'print(f(<any>), f(*<list>))'],
  ['def g():', '    for x in <list>:', '        r = yield x', '        print(r)', '    return <any>', 'print(list(g()))', 'print([*g()])'], ['def g():', '    yield from <list>', '    r = yield from g2()', '    yield r', 'def g2():', '    yield <any>', '    return <any>', 'print(list(g()))'], ['def g():', '    try:', '        yield 1', '        yield <any>', '    finally:', '        print("closed")', 'for x in g():', '    print(x)', '    if <flag>: break'], ['it = iter(<list>)', 'print(next(it, <any>), list(it), next(it, None))'], ['g = (x for x in <list> if <bool>)', 'print(list(g), list(g))'],
  ['class C:', '    v = <any>', '    def __init__(self, x): self.x = x', '    def __repr__(self): return f"C({self.x!r})"', '    def __eq__(self, o): return isinstance(o, C) and self.x == o.x', '    def __add__(self, o): return C((self.x, o))', '    def __radd__(self, o): return C((o, self.x))', '    def __len__(self): return len(self.x)', '    def __getitem__(self, k): return self.x[k]', 'c = C(<any>)', 'print(c, c == C(<any>), c + <any>, <int> + c, C.v)', 'print(c[<small>])', 'print(len(c), bool(c))'], ['class A:', '    def m(self): return <any>', 'class B(A):', '    def m(self): return [super().m(), <any>]', 'print(B().m(), isinstance(B(), A))'], ['class P:', '    @property', '    def p(self): return self._p', '    @p.setter', '    def p(self, v): self._p = [v]', 'o = P()', 'o.p = <any>', 'print(o.p)'], ['class M:', '    def __enter__(self): print("enter"); return <any>', '    def __exit__(self, *e): print("exit", e[0] and e[0].__name__, e[1]); return <bool>', 'with M() as m:', '    print(m)', '{block}'],
  ['import math', 'print(math.floor(<float>))'], ['from math import sqrt as q, floor', 'print(q(<float>), floor)', 'del q'], ['import math as m', 'print(m.gcd(<int>, <int>), m.inf)'], ['z: int = <any>', 'print(z)'], ['z: list'], ['x = <any>', 'del x', 'print(x)'], ['a **= <nat>'], ['a <<= <nat>'], ['a /= <int>', 'a = int(a)'], ['a @= <int>'], ['[x, y] = <list>', 'print(x, y)'], ['for x, *y in [<str>, <tuple>]:', '    print(x, y)'], ['for [x, y] in <list>:', '    print(x, y)'], ['d[<key>], l[<small>:<small>] = <closed any>, <closed list>'], ['l[<small>] += <int>'], ['d[<key>] += <int>'],
  ['def f(x, /, y=<any>, *, k):', '    return x, y, k', 'print(f(<any>, k=<any>))', 'print(f(x=<any>, k=1))'], ['def f(x: int, *p: str, **k) -> list:', '    return [x, p, sorted(k.items(), key=repr)]', 'print(f(<any>, *<list>, **<dict>))', 'print(sorted(f.__annotations__))'], ['def deco(f):', '    return lambda *p: ["deco", f(*p)]', '@deco', '@deco', 'def f(x): return x', 'print(f(<any>))'], ['f = lambda *, k=<any>, **kw: (k, kw)', 'print(f(), f(k=<any>), f(z=<any>))'],
  ['class K:', '    @classmethod', '    def c(cls, x): return cls.__name__, x', '    @staticmethod', '    def s(x): return [x]', 'print(K.c(<any>), K().c(<any>), K.s(<any>), K().s(<any>))'], ['class O: pass', 'o = O()', 'setattr(o, "x", <any>)', 'o.y = <any>', 'print(vars(o), getattr(o, "x"), hasattr(o, "z"), o.__dict__)', 'o.x += <any>', 'del o.y', 'delattr(o, "x")', 'print(vars(o))', 'print(o.y)'], ['class Base:', '    def __init_subclass__(cls, tag=None): cls.tag = tag', 'class Sub(Base, tag=<any>): pass', 'print(Sub.tag, Sub.__mro__[1].__name__)'], ['def mark(c):', '    c.marked = <any>', '    return c', '@mark', 'class D: pass', 'print(D.marked)'], ['class P:', '    def __init__(self): self.v = <any>', '    def get(self): return self.v', '    def put(self, v): self.v = [v]', '    def drop(self): self.v = None', '    p = property().getter(get).setter(put).deleter(drop)', 'o = P()', 'o.p = <any>', 'print(o.p)', 'del o.p', 'print(o.p)'], ['class S:', '    __slots__ = ("x",)', 's1 = S()', 's1.x = <any>', 'print(s1.x)', 's1.y = 1'], ['class I:', '    def __init__(self): self.n = 3', '    def __iter__(self): return self', '    def __next__(self):', '        self.n -= 1', '        if self.n < 0: raise StopIteration', '        return self.n', 'print(list(I()), sum(I()), max(I(), default=1), 2 in I())', 'print(super(I, I()).__class__.__name__, object.__repr__(I())[:2])'], ['class O:', '    def __init__(self, x): self.x = x', '    def __lt__(self, o): return self.x < o.x', '    def __hash__(self): return 1', '    def __eq__(self, o): return self.x == o.x', '    def __bool__(self): return bool(self.x)', '    def __call__(self, *p): return p', '    def __contains__(self, k): return k == self.x', 'print([o.x for o in sorted([O(<any>), O(<any>)])])', 'print(len({O(<any>), O(<any>)}), bool(O(<any>)), O(1)(<any>), <any> in O(<any>))'],
  ['try:', '{block}', 'except:', '    print("bare")'], ['try:', '    print(<any>)', 'except TypeError:', '    print("T")', 'else:', '    print("fine")'], ['try:', '    raise ValueError', 'except ValueError:', '    raise'], ['try:', '    raise KeyError(<any>) from None', 'except KeyError as e:', '    e.add_note("n")', '    print(repr(e.with_traceback(None)), e.__notes__, e.__suppress_context__)'], ['class M:', '    def __init__(self, n): self.n = n', '    def __enter__(self): return self.n', '    def __exit__(self, *e): print("exit", self.n)', 'with M(<any>) as x, M(2):', '    print(x)', 'with M(1): pass'], ['assert <bool>'], ['assert <any>'], ['try:', '    raise ExceptionGroup(<chars>, [ValueError(<any>), KeyError(<key>), ExceptionGroup("in", [TypeError(<any>)])])', 'except* (ValueError, TypeError) as e:', '    print(repr(e), e.message, len(e.exceptions))', 'except* KeyError:', '    print("key")', 'else:', '    print("none")', 'finally:', '    print("after")'], ['try:', '{block}', 'except* Exception as e:', '    print(repr(e))'],
  ['def g():', '    r = None', '    while True:', '        try:', '            r = yield r', '        except KeyError as e:', '            r = ["caught", e]', 'x = g()', 'print(next(x), x.send(<any>), x.send(<any>), x.throw(KeyError(<key>)), x.close())', 'print(next(x, "over"))'], ['def g():', '    yield <any>', 'x = g()', 'print(next(x))', 'print(next(x))'], ['x = (y := <any>)', 'print([z := <any>, z], x == y)'], ['print([y for x in <list> if (y := x)])'],
  ['match <any>:', '    case [x, y] if x == y: print("same", x)', '    case [1 | 2, *_] as q: print("1|2", q)', '    case (x, [y, *z]): print("nested", x, y, z)', '    case {"a": int(), **rest}: print("a", rest)', '    case {}: print("map")', '    case float() | bool() as n: print("number", n)', '    case "abc" | b"a" as q: print("text", q)', '    case None: print("none")', '    case False: print("false")', '    case -1 | 2.5: print("minus one")', '    case x: print("all", x)'], ['class Q:', '    __match_args__ = ("x", "y")', '    K = <int>', '    def __init__(self, x, y): self.x = x; self.y = y', 'match Q(<any>, <any>):', '    case Q(0, _): print("zero")', '    case Q(x=Q.K): print("K")', '    case Q(str() as x, y=y): print("str", x, y)', '    case Q(x, [*_, y]): print("list", x, y)', '    case object(x=x): print("object", x)'],
  ['class E(ValueError):', '    pass', 'try:', '    raise E(<any>, <any>)', 'except ValueError as e:', '    print(repr(e), e.args, e)'], ['match <any>:', '    case 0 | 1: print("01")', '    case int(x) if x > 5: print("int", x)', '    case [x, *y]: print("seq", x, y)', '    case {"a": x, **r}: print("map", x, r)', '    case str() as q: print("str", q)', '    case None | True: print("n")', '    case (): print("empty")', '    case _: print("other")'],
]

/** A program whose whole standard output is compared. */
export function program(): fc.Arbitrary<string> {
  const forms = fc.oneof({ weight: 1, arbitrary: expression('any', 3) }, { weight: 3, arbitrary: anyForm(1) })
  const methods = fc.constantFrom(...methodForms).chain((form) => fill(form, 0))
  return fc.oneof({ weight: 2, arbitrary: stateful() }, { weight: 2, arbitrary: shows(forms) }, { weight: 1, arbitrary: shows(methods) })
}

const showing = `def show(f):
    try:
        r = f()
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, e)
`
const variables = fc
  .tuple(fc.constantFrom('0', '5', '-3', '2**50'), fc.constantFrom("''", "'var'", "'né'"), fc.constantFrom('[]', '[1, 2, 3]', "['x', None]"), fc.constantFrom('()', "(1, 'q')"), fc.constantFrom('{}', "{'a': 5, 'k': [1]}"))
  .map(([a, s, l, t, d]) => `a = ${a}; s = ${s}; l = ${l}; t = ${t}; d = ${d}\n`)

function shows(expressions: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const one = expressions.map((text) => `show(lambda: ${text})\n`)
  return fc.tuple(variables, fc.array(one, { minLength: 6, maxLength: 16, size: 'max' })).map(([state, lines]) => showing + state + lines.join(''))
}

function stateful(): fc.Arbitrary<string> {
  return fc.tuple(variables, fc.array(statement(3), { minLength: 2, maxLength: 6 })).map(([state, all]) => {
    const guarded = all.map((lines) => ['try:', ...indent(lines), 'except Exception as e:', '    print("!", type(e).__name__, e)', 'print(a, repr(s), l, t, d)'])
    return state + guarded.flat().join('\n') + '\n'
  })
}

function statement(depth: number): fc.Arbitrary<string[]> {
  const usable = depth > 0 ? statements : statements.filter((lines) => !lines.some((line) => line.includes('{block}')))
  return fc.constantFrom(...usable).chain((lines) => {
    return fc.tuple(...lines.map((line) => linesOf(line, depth))).map((all) => all.flat())
  })
}

function linesOf(line: string, depth: number): fc.Arbitrary<string[]> {
  const [, margin = '', rest = ''] = /^( *)(.*)$/s.exec(line)!
  if (rest === '{block}')
    return fc.array(statement(depth - 1), { minLength: 1, maxLength: 2 }).map((all) => indent(all.flat()).map((text) => margin + text))
  const closed = rest.includes('<closed ')
  const form = rest.replaceAll('<closed ', '<').replace(/\bN\b/g, `n${depth}`)
  if (!/<[a-z]+1?>/.test(form)) return fc.constant([margin + form])
  return fill(form, 1, closed, false).map((text) => [margin + text])
}

function indent(lines: string[]): string[] {
  return lines.map((line) => '    ' + line)
}
