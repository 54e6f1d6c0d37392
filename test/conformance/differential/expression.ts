// Random Python expressions from a table of templates: one row a form, `<kind>` stands for a smaller expression of that
// kind. Well typed for the most part; the rows of `any` also mix kinds, so that error messages are compared too.
import fc from 'fast-check'
import { methodForms } from './methods.ts'

type Kind = keyof typeof leaves

/** Literals by kind, edge cases included. `small` and `nat` stay literals: they are sizes, shifts and exponents. */
const leaves = {
  int: ['0', '1', '-1', '2', '3', '-7', '10', '255', '-256', '1000000', '(2**31)', '(2**47-1)', '(2**47)', '(-2**47)', '(-2**47-1)', '(2**53+1)', '(2**63)', '(10**20)', '(-10**25)', '(3**70)', 'True', 'a'],
  float: ['0.0', '-0.0', '1.0', '-1.5', '0.1', '2.5', '3.14159', '1e16', '1e-5', '123456.789', '1e300', '5e-324', '(1/3)', "float('inf')", "float('nan')", '100.0', '-2.675', '9007199254740993.0'],
  str: ["''", "'a'", "'abc'", "'Hello World'", "'  pad '", "'a,b,,c'", "'é中😀'", "'12'", "'-3.5'", "'x\\ny\\tz'", "'ß'", "'aXbXc'", "\"it's\"", "'{} {}'", "'abcabcabc'", "'ΑΣ'", 's'],
  bytes: ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b' a b '", "b'a,b'", "b'12'", "b\"it's\""],
  bool: ['True', 'False'],
  none: ['None'],
  list: ['[]', '[1]', '[3, 1, 2]', "['b', 'a']", '[1, [2, 3]]', "[None, True, 1.5, 'x']", '[0, 0, 1]', 'l'],
  tuple: ['()', '(1,)', '(1, 2)', "('a', 2.5, None)", '((1, 2), 3)', 't'],
  dict: ['{}', "{'a': 1}", "{'a': 1, 'b': [2]}", "{1: 'x', None: 2.5}", '{(1, 2): {}}', 'd'],
  ints: ['[]', '[5]', '[3, 1, 2]', '[1, 1, 2, 2**70, -5]', '[0, -1, 10, 7]'],
  strs: ['[]', "['a']", "['b', 'a', 'C']", "['ab', '', 'é', 'abc']"],
  set: ['set()', '{1}', '{1, 2, 3}', "{'a', 'b'}", 'frozenset([2, 3])', '{1.0, None}'],
  key: ["'a'", "'b'", '1', 'None', '(1, 2)', '2.5', "'zz'"],
  small: ['-3', '-2', '-1', '0', '1', '2', '3', '5'],
  nat: ['0', '1', '2', '3', '5', '13', '48', '64', '70'],
  index: ['None', '0', '1', '2', '-1', '-2', '-5', '7'],
  step: ['None', '1', '2', '-1', '-2', '3'],
  spec: ["''", "'>10'", "'<8'", "'^9'", "'*^11'", "'05'", "'+'", "' '", "','", "'_'", "'x'", "'#x'", "'b'", "'o'", "'c'", "'d'", "'n'", "'e'", "'.3e'", "'f'", "'.0f'", "'.2f'", "'g'", "'.3g'", "'%'", "'.1%'", "'10.3f'", "'+010.2f'", "'=+8'", "'s'", "'.2'", "'10.2'", "'#o'", "'_b'", "',.2f'", "'E'", "'#.3g'", "'-^8'", "'08,'", "'q'"],
  percent: ["'%s'", "'%r'", "'%d'", "'%i'", "'%x'", "'%X'", "'%#o'", "'%e'", "'%.2f'", "'%g'", "'%5s|'", "'%-6d|'", "'%+.1f'", "'%05d'", "'%c'", "'%a'", "'%%%s'", "'%8.3f'", "'%.3s'", "'% d'"],
  lambda1: ['str', 'repr', 'lambda x: x', 'lambda x: (x, x)', 'lambda x: -x', 'lambda x: x + 1', 'lambda x: x * 2', 'bool', 'type', 'lambda x: [x]', 'len', 'abs'],
  predicate: ['None', 'bool', 'lambda x: x', 'lambda x: not x', 'lambda x: x > 1', 'lambda x: x == 1'],
  coding: ["'utf-8'", "'ascii'", "'latin-1'"],
  flag: ['True', 'False'],
  name: ["'utf-8'", "'ascii'", "'latin-1'", "'utf-16-le'"],
  handler: ["'strict'", "'ignore'", "'replace'", "'backslashreplace'"],
  chars: ["'a'", "' '", "'abc'", "'xX'", "','", "'é'", "''"],
} satisfies Record<string, string[]>

/** Forms by the kind of their value. */
const forms: Partial<Record<Kind | 'any', string[]>> = {
  int: ['<int> + <int>', '<int> - <int>', '<int> * <int>', '<int> // <int>', '<int> % <int>', '-<int>', '+<int>', '~<int>', '<int> & <int>', '<int> | <int>', '<int> ^ <int>', '<int> << <nat>', '<int> >> <nat>', '<int> ** <nat>', 'abs(<int>)', 'pow(<int>, <nat>, <int>)', 'int(<float>)', 'int(<str>)', 'int(<bool>)', 'int(<str>, <nat>)', 'round(<float>)', 'round(<int>, <small>)', 'len(<str>)', 'len(<list>)', 'len(<dict>)', 'len(<set>)', 'len(<bytes>)', 'len(<tuple>)', 'ord(<str>)', '<str>.find(<chars>)', '<str>.find(<chars>, <index>)', '<str>.find(<chars>, <index>, <index>)', '<str>.rfind(<chars>)', '<str>.index(<chars>)', '<str>.rindex(<chars>)', '<str>.count(<chars>)', '<str>.count(<chars>, <index>, <index>)', '<list>.index(<any>)', '<list>.count(<any>)', '<tuple>.index(<any>)', '<tuple>.count(<any>)', '<bytes>.find(<bytes>)', '<bytes>.count(<bytes>)', '<bytes>.rfind(<bytes>)', '<bytes>.index(<bytes>)', '<bytes>[<small>]', 'sum(<ints>)', 'max(<ints>)', 'min(<ints>)', 'sum(<ints>, <int>)', 'max(<int>, <int>)', 'min(<int>, <int>, <int>)', '<int>.bit_length()', '<int>.bit_count()', 'int.from_bytes(<bytes>, "big")', 'int.from_bytes(<bytes>, "little", signed=True)', 'hash(<int>)', '(lambda x: hash(x) if x == x else 0)(<float>)', '<int> if <bool> else <int>', '<int> and <int>', '<int> or <int>', 'divmod(<int>, <int>)[0]', '(lambda x, y=2: x + y)(<int>)', 'range(<small>, <int>)[<small>]', 'len(range(<int>, <int>, <small>))', '<ints>[<small>]', '<int>.__index__()', 'int(<float>.is_integer())', '[<int>, <int>][<bool>]', 'next(iter(<ints>), <int>)', 'id(<none>) - id(None)', 'int(<bytes>)'],
  float: ['<float> + <float>', '<float> - <float>', '<float> * <float>', '<float> / <float>', '<int> / <int>', '<float> // <float>', '<float> % <float>', '<float> ** <small>', '-<float>', 'abs(<float>)', 'float(<int>)', 'float(<str>)', 'round(<float>, <small>)', '<int> + <float>', '<float> * <int>', '<float> - <int>', 'max(<float>, <float>)', 'min(<float>, <int>)', 'float(<bool>)', 'divmod(<float>, <float>)[1]', 'sum([<float>, <float>, <int>])', '<float> if <bool> else <float>', 'float.fromhex(<float>.hex())', '<float>.real', 'float(repr(<float>))', '<int> % <float>', '<float> // <int>', "float('%.3e' % <float>)", 'float(format(<float>, ".17g"))'],
  str: ['<str> + <str>', '<str> * <small>', '<str>[<small>]', '<str>[<index>:<index>]', '<str>[<index>:<index>:<step>]', 'str(<any>)', 'repr(<any>)', 'ascii(<any>)', '<str>.upper()', '<str>.lower()', '<str>.title()', '<str>.capitalize()', '<str>.swapcase()', '<str>.casefold()', '<str>.strip()', '<str>.strip(<chars>)', '<str>.lstrip(<chars>)', '<str>.rstrip(<chars>)', '<str>.lstrip()', '<str>.rstrip()', '<str>.replace(<chars>, <str>)', '<str>.replace(<chars>, <str>, <small>)', '<str>.center(<nat>)', "<str>.center(<nat>, '*')", '<str>.ljust(<nat>)', "<str>.rjust(<nat>, '.')", '<str>.zfill(<nat>)', '<str>.expandtabs(<nat>)', '<str>.removeprefix(<chars>)', '<str>.removesuffix(<chars>)', '<str>.join(<strs>)', '<str>.join(<str>)', "<str>.partition(<chars>)[0]", "<str>.translate({97: 'Q', 98: None})", '<str>.translate(str.maketrans("ab", "ba"))', 'chr(<nat>)', 'hex(<int>)', 'oct(<int>)', 'bin(<int>)', 'format(<any>, <spec>)', 'format(<int>, <spec>)', 'format(<float>, <spec>)', 'format(<str>, <spec>)', "'{:{}}'.format(<any>, <spec>)", '<str>.format(<any>, <any>)', "'{0!r:>{1}}'.format(<any>, <nat>)", "'{a} {b!r}'.format(a=<any>, b=<any>)", '<percent> % <int>', '<percent> % <float>', '<percent> % <str>', '<percent> % (<any>,)', "'%s-%s' % (<any>, <any>)", "'%(a)s %(a)r' % {'a': <any>}", "(lambda x, y, z: f'{x}|{y!r}|{z:>8}')(<any>, <any>, <int>)", "(lambda x: f'{x:.3f}')(<float>)", "(lambda x, y: f'{x!r:^12}{y!s}')(<str>, <any>)", "(lambda x: f'{x=} {x + 1 = }')(<int>)", "(lambda x, y: f'{x:{y}}')(<any>, <spec>)", "(lambda x: f'{x:>{len(x)}}{x[::-1]}{{}}')(<str>)", '<bytes>.decode(<coding>, <handler>)', '<bytes>.hex()', 'max(<str>, <str>)', "''.join(sorted(<str>))", "''.join(reversed(<str>))", '<str> if <bool> else <str>', '<str> or <str>', 'type(<any>).__name__', '<float>.hex()', "<strs>[<small>]", "str(<bytes>, 'latin-1')", "''.join(c for c in <str> if c.isalpha())", "''.join([c + '.' for c in <str>])"],
  bytes: ['<bytes> + <bytes>', '<bytes> * <small>', '<bytes>[<index>:<index>]', '<bytes>[<index>:<index>:<step>]', '<str>.encode()', '<str>.encode(<name>, <handler>)', 'bytes(<ints>)', 'bytes([<int>])', '<bytes>.upper()', '<bytes>.replace(<bytes>, <bytes>)', '<bytes>.strip()', "<bytes>.join([<bytes>, <bytes>])", '<int>.to_bytes(<nat>, "big")', '<int>.to_bytes(9, "little", signed=True)', 'bytes.fromhex(<bytes>.hex())', 'bytes(bytearray(<bytes>))', "b'%s %d' % (<bytes>, <int>)", '<bytes>.lower()', '<bytes>.title()', '<bytes>.center(<nat>)', '<bytes>.zfill(<nat>)', '<bytes>.lstrip()', '<bytes>.rstrip(<bytes>)', 'bytes(<nat>)'],
  bool: ['<int> < <int>', '<int> <= <float>', '<float> > <int>', '<int> == <int>', '<float> != <float>', '<int> == <float>', '<str> < <str>', '<str> == <str>', '<list> == <list>', '<list> < <list>', '<tuple> <= <tuple>', '<dict> == <dict>', '<set> == <set>', '<set> <= <set>', '<set> < <set>', '<set> > <set>', '<any> == <any>', '<any> != <any>', '<any> in <list>', '<any> not in <tuple>', '<chars> in <str>', '<key> in <dict>', '<key> in <set>', 'not <any>', 'bool(<any>)', '<bool> and <bool>', '<bool> or <bool>', '<any> is None', '<any> is not None', '<int> < <int> < <int>', '<int> <= <float> != <int>', '<str>.startswith(<chars>)', '<str>.endswith(<chars>)', '<str>.startswith((<chars>, <chars>), <index>)', '<str>.isalpha()', '<str>.isdigit()', '<str>.isdecimal()', '<str>.isnumeric()', '<str>.isalnum()', '<str>.isspace()', '<str>.isupper()', '<str>.islower()', '<str>.istitle()', '<str>.isidentifier()', '<str>.isprintable()', '<str>.isascii()', 'any(<list>)', 'all(<list>)', 'isinstance(<any>, int)', 'isinstance(<any>, (str, list, float))', 'issubclass(type(<any>), int)', 'callable(<any>)', 'hasattr(<any>, "upper")', '<float>.is_integer()', '<bytes> < <bytes>', '<int> in range(<small>, <int>, <step>)', '<bytes> in <bytes>', '<bytes>.startswith(<bytes>)', '<bytes>.isalpha()', '<set>.isdisjoint(<set>)', '<set>.issubset(<list>)', '<set>.issuperset(<ints>)', '<bool> ^ <bool>', '<bool> & <bool>', 'all(x == x for x in <list>)', 'any(x for x in <tuple>)', '<int> is True'],
  list: ['<list> + <list>', '<list> * <small>', '<list>[<index>:<index>]', '<list>[<index>:<index>:<step>]', 'list(<str>)', 'list(<tuple>)', 'list(<dict>)', 'list(<dict>.items())', 'list(<dict>.values())', 'list(<dict>.keys())', 'list(<bytes>)', 'sorted(<ints>)', 'sorted(<ints>, reverse=True)', 'sorted(<strs>)', 'sorted(<strs>, key=len)', 'sorted(<strs>, key=str.lower, reverse=True)', 'sorted(<list>, key=repr)', 'sorted(<set>, key=repr)', 'sorted(<str>)', 'sorted(<list>)', 'list(reversed(<list>))', 'list(map(<lambda1>, <list>))', 'list(map(<lambda1>, <ints>))', 'list(filter(<predicate>, <ints>))', 'list(filter(<predicate>, <list>))', 'list(zip(<list>, <str>))', 'list(zip(<list>, <ints>, <tuple>))', 'list(enumerate(<list>))', 'list(enumerate(<str>, <small>))', 'list(range(<small>))', 'list(range(<small>, <small>, <step>))', '<str>.split()', '<str>.split(<chars>)', '<str>.split(<chars>, <small>)', '<str>.rsplit(<chars>, <small>)', '<str>.rsplit()', '<str>.splitlines()', '<str>.splitlines(True)', '<bytes>.split()', '[<any>, <any>]', '[*<list>, <any>, *<tuple>]', '[x for x in <list>]', '[x for x in <ints> if x > <int>]', '[(x, y) for x in <str> for y in <ints>]', '[[y, x] for x, y in <dict>.items()]', '<list>.copy()', '[<any>] * <small>', 'list(<dict>.items())[<index>:]', 'sorted(<dict>, key=repr)', 'sorted(<set> | <set>, key=repr)', 'sorted(<set> & <set>, key=repr)', 'sorted(<set> - <set>, key=repr)', 'sorted(<set> ^ <set>, key=repr)', 'sorted(<set>.union(<list>), key=repr)', 'sorted(<set>.intersection(<set>), key=repr)', 'sorted(<set>.difference(<ints>), key=repr)', 'sorted({x for x in <str>})', '[i for i, x in enumerate(<list>) if x]', '<list> if <bool> else <list>', '[f(3) for f in [lambda x, i=i: x * i for i in <ints>]]', 'list(x for x in <tuple>)', '[*map(str, <list>)]', '(lambda *p, **k: [p, k])(*<list>)', '[y for x in [<list>, <list>] for y in x]', '(lambda x: (x.append(<any>), x)[1])([*<list>])', '(lambda x: (x.extend(<any>), x)[1])([*<list>])', '(lambda x: (x.insert(<small>, <any>), x)[1])([*<list>])', '(lambda x: (x.pop(<small>), x))([*<list>])', '(lambda x: (x.remove(<any>), x)[1])([*<list>])', '(lambda x: (x.sort(), x)[1])([*<ints>])', '(lambda x: (x.reverse(), x)[1])([*<list>])', '(lambda x: (x.__setitem__(slice(<index>, <index>, <step>), <list>), x)[1])([*<list>])', '(lambda x: (x.__delitem__(slice(<index>, <index>, <step>)), x)[1])([*<list>])', '(lambda x: (x.clear(), x)[1])([*<list>])'],
  tuple: ['<tuple> + <tuple>', '<tuple> * <small>', '<tuple>[<index>:<index>]', '<tuple>[<index>:<index>:<step>]', 'tuple(<list>)', 'tuple(<str>)', '(<any>, <any>)', '(<any>,)', '(*<list>, <any>)', 'divmod(<int>, <int>)', 'divmod(<float>, <int>)', '<str>.partition(<chars>)', '<str>.rpartition(<chars>)', '<float>.as_integer_ratio()', 'tuple(sorted(<ints>))', 'tuple(x for x in <ints>)', 'slice(<index>, <index>, <step>).indices(5)', '(lambda a, *b, c=3, **d: (a, b, c, d))(<any>, *<tuple>)', '(lambda a, b=1: (a, b))(*<tuple>)', '<bytes>.partition(<bytes>)', 'tuple(zip(*[<tuple>, <list>]))'],
  dict: ["{'k': <any>}", '{**<dict>, **<dict>}', '<dict> | <dict>', 'dict(<dict>)', "dict(zip(<strs>, <list>))", 'dict(<dict>, z=<any>)', '{k: v for k, v in <dict>.items()}', '{x: len(x) for x in <strs>}', 'dict.fromkeys(<str>, <any>)', '<dict>.copy()', '{v: k for k, v in enumerate(<strs>)}', 'dict(enumerate(<str>))', '{<key>: <any>, <key>: <any>}', '(lambda x: (x.update(<dict>), x)[1])({**<dict>})', '(lambda x: (x.pop(<key>), x))({**<dict>})', '(lambda x: (x.setdefault(<key>, <any>), x))({**<dict>})', '(lambda x: (x.popitem(), x))({**<dict>})', '(lambda x: (x.__setitem__(<key>, <any>), x)[1])({**<dict>})', '(lambda x: (x.__delitem__(<key>), x)[1])({**<dict>})', '<dict> if <bool> else <dict>'],
  ints: ['[x for x in <ints>]', '<ints> + <ints>', 'list(range(<small>))', 'sorted(<ints>)', '[<int>, <int>]', 'list(map(int, "123"))', '<ints>[<index>:<index>]', '[x * x for x in <ints>]', 'list(<bytes>)'],
  strs: ['<str>.split()', 'list(<str>)', '[<str>, <str>]', 'sorted(<strs>)', '<strs> + <strs>', '[x.upper() for x in <strs>]', '<str>.split(",")'],
  set: ['set(<ints>)', 'frozenset(<strs>)', '<set> | <set>', '<set> & <set>', '<set> - <set>', '<set> ^ <set>', '{x for x in <ints>}', 'set(<str>)', '{<int>, <str>}', '<set>.copy()', '<set>.symmetric_difference(<ints>)'],
  any: ['<int>', '<float>', '<str>', '<bytes>', '<bool>', '<none>', '<list>', '<tuple>', '<dict>', '<any> if <any> else <any>', '<any> and <any>', '<any> or <any>', '<dict>[<key>]', '<dict>.get(<key>)', '<dict>.get(<key>, <any>)', '<list>[<small>]', '<tuple>[<small>]', '<any> + <any>', '<any> - <any>', '<any> * <small>', '<any> / <any>', '<any> // <any>', '<any> % <any>', '<any> < <any>', '<any> >= <any>', '<any> & <any>', '<any> | <any>', '<any> ^ <any>', '<any> << <nat>', '-<any>', '~<any>', '+<any>', '<any>[<any>]', '<any>[<index>:<index>]', 'len(<any>)', 'abs(<any>)', 'int(<any>)', 'float(<any>)', 'list(<any>)', 'tuple(<any>)', 'dict(<any>)', 'sum(<any>)', 'max(<any>)', 'min(<any>)', 'sorted(<any>)', 'round(<any>)', 'round(<any>, <small>)', 'ord(<any>)', 'chr(<any>)', 'hex(<any>)', '<any> in <any>', 'divmod(<any>, <any>)', '<str>.join(<any>)', '<str>.replace(<any>, <any>)', '<str>.split(<any>)', '<any>.upper()', '<any>.append(1)', '<any>.keys()', '<any>.real', '<any>()', '<any>(<any>)', 'next(<any>)', 'list(zip(<any>, <any>))', 'list(enumerate(<any>))', 'list(map(<lambda1>, <any>))', 'list(reversed(<any>))', 'isinstance(<any>, <any>)', 'max(<any>, <any>)', 'min(<list>, default=<any>)', 'max(<strs>, key=len)', 'max(<list>, key=repr)', '<any> @ <any>', 'all(<any>)', 'any(<any>)', '[*<any>]', '(lambda x: x)(<any>)', '(lambda x, y: (y, x))(<any>, <any>)', '(y := <any>, y)', '<list> is <any> and 1', 'getattr(<any>, "real", <any>)', 'repr(range(<int>, <int>, <small>))', 'range(<int>)[<index>:<index>:<step>]', 'slice(<any>, <any>)', 'bytearray(<bytes>)', 'bytearray(<bytes>) + <bytes>', 'bytearray(<bytes>)[<index>:<index>:<step>]', 'str(<str>, <name>)', '<list> == <any> != <any>', '<any> < <any> < <any>', '(lambda *p: p)(*<any>)', '(lambda **k: k)(**<any>)', '(lambda a, b, /, c=0, *, d=1: (a, b, c, d))(<any>, <any>, c=<any>)', '(lambda a: a)()', '(lambda a: a)(<any>, <any>)', '(lambda *, k: k)(<any>)', '(lambda a=1: a)(b=<any>)', 'print(<any>, <any>, sep=<str>, end=<str>)'],
}

const memo = new Map<string, fc.Arbitrary<string>>()

/** An expression of a kind, at most `depth` forms deep. */
export function expression(kind: Kind | 'any', depth: number, closed = false): fc.Arbitrary<string> {
  const id = `${kind} ${depth} ${closed}`
  let made = memo.get(id)
  if (made === undefined) {
    // Lazily, since forms of one kind hold each other.
    made = fc.constant(null).chain(() => build(kind, depth, closed))
    memo.set(id, made)
  }
  return made
}

const built = new Map<string, fc.Arbitrary<string>>()

function build(kind: Kind | 'any', depth: number, closed: boolean): fc.Arbitrary<string> {
  const id = `${kind} ${depth} ${closed}`
  let made = built.get(id)
  if (made === undefined) {
    const leaf = kind === 'any' ? fc.constantFrom<Kind>('int', 'float', 'str', 'bytes', 'bool', 'none', 'list', 'tuple', 'dict').chain((one) => leafOf(one, closed)) : leafOf(kind, closed)
    const rows = forms[kind]
    made = rows && depth > 0 ? fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 4, arbitrary: fc.constantFrom(...rows).chain((form) => fill(form, depth - 1, closed)) }) : leaf
    built.set(id, made)
  }
  return made
}

function leafOf(kind: Kind, closed: boolean): fc.Arbitrary<string> {
  const texts: string[] = leaves[kind]
  return fc.constantFrom(...texts.filter((text) => !closed || !/^[a-z]$/.test(text)))
}

/** Fills the holes of a form. */
export function fill(form: string, depth: number, closed = false, wrapped = true): fc.Arbitrary<string> {
  const parts = form.split(/<([a-z]+1?)>/)
  const holes = parts.filter((_, index) => index % 2 === 1) as Kind[]
  return fc.tuple(...holes.map((kind) => expression(kind, depth, closed))).map((texts) => {
    const whole = parts.map((part, index) => (index % 2 === 0 ? part : parts[index + 1]!.startsWith('.') ? `(${texts[(index - 1) / 2]})` : texts[(index - 1) / 2])).join('')
    return wrapped ? `(${whole})` : whole
  })
}

/** One form, each of them as often, so that the rare are not only found deep inside others. The order of a set is Python's own affair. */
export function anyForm(depth: number): fc.Arbitrary<string> {
  return fc.constantFrom(...allForms).chain(([kind, form]) => fill(form, depth).map((text) => (kind === 'set' ? `sorted(${text}, key=repr)` : text)))
}

const allForms = [...Object.entries(forms).flatMap(([kind, list]) => list.map((form) => [kind, form] as const)), ...methodForms.map((form) => ['any', form] as const)]
