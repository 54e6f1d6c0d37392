// Bugs of the evaluator that tests must find: each a change of one text in one file below dataway-wasm/assembly. Small ones, of the kind
// that a person writes: a wrong sign, a bound off by one, a case forgotten.
export interface Bug {
  what: string
  file: string
  from: string
  to: string
}

export const bugs: Bug[] = [
  { what: '% of floats has the sign of the dividend', file: 'number/float.ts', from: 'if (y < 0 != m < 0) m += y', to: 'if (false) m += y' },
  { what: '// of floats is not lowered for other signs', file: 'number/float.ts', from: 'if (m != 0 && y < 0 != m < 0) q -= 1', to: 'if (m != 0 && false) q -= 1' },
  { what: '1 ** nan is nan', file: 'number/float.ts', from: 'if (x == 1 || y == 0) return 1', to: 'if (y == 0) return 1' },
  { what: 'round(float) rounds a half up', file: 'number/round.ts', from: 'return nearest<f64>(x)', to: 'return Math.floor(x + 0.5)' },
  { what: 'round(int, -n) keeps an odd half', file: 'number/round.ts', from: 'return more || odd ? add', to: 'return more ? add' },
  { what: 'a slice backwards ends one too early', file: 'container/slice.ts', from: 'const lowest: i64 = back ? -1 : 0', to: 'const lowest: i64 = 0' },
  { what: 'a slice with a step has an item too few', file: 'container/slice.ts', from: '(sliceStop - sliceStart - 1) / sliceStep + 1 : 0', to: '(sliceStop - sliceStart) / sliceStep : 0' },
  { what: 'True as an index of a slice is 0', file: 'container/slice.ts', from: 'clamped = <i64>(v & 1)', to: 'clamped = 0' },
  { what: 'a range down has an item too many', file: 'container/range.ts', from: '(from - to - 1) / -by + 1', to: '(from - to) / -by + 1' },
  { what: 'a range backwards begins with its end', file: 'container/range.ts', from: 'newRange(add(start, mul(sub(n, boxInt(1)), step)), sub(start, step)', to: 'newRange(add(start, mul(n, step)), sub(start, step)' },
  { what: 'sort with reverse turns equal items around', file: 'container/sort.ts', from: 'if (reverse) {\n    flip(keys, n)\n    if (!same) flip(items, n)\n  }\n  if (n < ONE_RUN) {', to: 'if (n < ONE_RUN) {' },
  { what: 'a NaN is false', file: 'ops/truth.ts', from: 'if (isFloat(v)) return i32(floatOf(v) != 0)', to: 'if (isFloat(v)) return i32(floatOf(v) > 0 || floatOf(v) < 0)' },
  { what: 'an empty bytearray is true', file: 'ops/truth.ts', from: '    case Kind.BYTES:\n    case Kind.BYTEARRAY:\n', to: '    case Kind.BYTES:\n' },
  { what: '<= of floats is <', file: 'ops/compare.ts', from: 'return x <= y', to: 'return x < y' },
  { what: '!= of objects that know none is ==', file: 'ops/compare.ts', from: 'if (op == Compare.NE) return boxBool(a != b)', to: 'if (op == Compare.NE) return boxBool(a == b)' },
  { what: 'a small shift left loses its highest bit', file: 'ops/bits.ts', from: '> y + 1 ? intValue(x << y)', to: '> y - 20 ? intValue(x << y)' },
  { what: '>> of a large negative int rounds towards zero', file: 'number/bigint-bits.ts', from: 'for (let i = 0; lost; i++) {', to: 'for (let i = 0; false; i++) {' },
  { what: '| of large ints is ^', file: 'number/bigint-bits.ts', from: 'op == OR ? a | b', to: 'op == OR ? a ^ b' },
  { what: 'list.insert from the end is one off', file: 'builtins/list/methods.ts', from: 'if (i < 0) i = max<i64>(i + n, 0)', to: 'if (i < 0) i = max<i64>(i + n + 1, 0)' },
  { what: 'list.remove says nothing of what is not there', file: 'builtins/list/methods.ts', from: "return raise(ExcKind.ValueError, 'list.remove(x): x not in list')", to: 'return None' },
  { what: 'list.pop takes an index just behind the end', file: 'builtins/list/methods.ts', from: 'if (i < 0 || i >= n) return raise(ExcKind.IndexError, \'pop index out of range\')', to: 'if (i < 0 || i > n) return raise(ExcKind.IndexError, \'pop index out of range\')' },
  { what: 'split() with a maximum cuts once too often', file: 'builtins/str/split.ts', from: 'if (most-- <= 0) {\n      push(l, piece(whole, at, n))', to: 'if (most-- < 0) {\n      push(l, piece(whole, at, n))' },
  { what: 'rsplit does not turn its pieces around', file: 'builtins/str/split.ts', from: 'listLength(l) && i < j; i++, j--', to: 'false; i++, j--' },
  { what: '0 before a width does not fill behind the sign', file: 'text/format-spec.ts', from: 'fill = 0x30\n    align = 0x3d', to: 'fill = 0x30\n    align = 0x3e' },
  { what: 'a space as sign is not read', file: 'text/format-spec.ts', from: 'if (c == 0x2b || c == 0x2d || c == 0x20) {', to: 'if (c == 0x2b || c == 0x2d) {' },
  { what: 'an argument given twice is taken', file: 'vm/argument.ts', from: "if (load<u64>(register) != UNBOUND) {\n      raise(ExcKind.TypeError, nameOf(fn) + \"() got multiple", to: "if (false) {\n      raise(ExcKind.TypeError, nameOf(fn) + \"() got multiple" },
  { what: 'defaults are those of the parameter before', file: 'vm/argument.ts', from: 'const d = i - (count - given)', to: 'const d = i - (count - given) - 1' },
  { what: 'positional-only parameters can be named', file: 'vm/argument.ts', from: 'parameterNamed(code, name, <i32>codePositionalOnly(code), total)', to: 'parameterNamed(code, name, 0, total)' },
  { what: 'a case for a mapping takes one whose key is missing', file: 'vm/pattern.ts', from: 'if (v == UNBOUND) return None\n    store<u64>(values', to: 'if (v == UNBOUND) v = None\n    store<u64>(values' },
  { what: '**rest of a mapping keeps the keys that were taken', file: 'vm/pattern.ts', from: 'for (let i: u32 = 0; i < n; i++) if (dictDelete(d', to: 'for (let i: u32 = 1; i < n; i++) if (dictDelete(d' },
  { what: 'a generator takes a value before it has begun', file: 'vm/generator.ts', from: 'if (state == GeneratorState.FRESH && sent != None) {', to: 'if (false) {' },
  { what: 'StopIteration forgets what a generator returned', file: 'vm/generator.ts', from: 'if (result != None) return raiseWith(ExcKind.StopIteration, result)', to: 'if (false) return raiseWith(ExcKind.StopIteration, result)' },
]
