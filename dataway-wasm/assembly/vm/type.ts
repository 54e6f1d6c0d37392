// Types: what class a value has, the order in which classes are searched, and whether one derives from another.
// CLASS (a script's) and TYPE (built in) have one layout:
//   8 name · 16 bases tuple · 24 mro tuple · 32 dict · 40 qualname · 48 module · 56 metaclass (UNBOUND: type) ·
//   64 solid kind u32 (what an instance is made of) · 68 qualifier u32 (table of natives) · 72 exception kind + 1 · 76 TypeFlag ·
//   80 cached __init__ (UNBOUND: none) · 88 class version it is of · 92 constructor native + 1
import { alloc, enterRegion, staticRegion } from '../memory/region.ts'
import { NATIVE_COUNT, QUALIFIER_COUNT, QUALIFIER_OFFSETS, NATIVE_DATA, QUALIFIER_OF_KIND } from '../generated/natives.ts'
import { dictGetStr, newDict } from '../container/dict.ts'
import { pair, roomForTuple, tupleAt, tupleLength, newTuple } from '../container/tuple.ts'
import { internBytes, strConst, textOf } from '../text/str.ts'
import { isKind, Kind, kindOf, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, isHeap, UNBOUND, Value } from '../value/value.ts'
import { exceptionBase, exceptionName, exceptionSecondBase } from './exception-table.ts'
import { ExcKind } from './raise.ts'
import { BUILTINS } from './names.ts'

export const CLASS_SIZE: usize = 96

export const enum TypeFlag {
  /** The class or a base of it defines the method in the name. */
  GETATTR = 1,
  GETATTRIBUTE = 2,
  SETATTR = 4,
  DELATTR = 8,
  /** No `__dict__`: every class in the row has `__slots__`. */
  SLOTS = 16,
  FINAL = 32,
  /** Names of `__slots__` beside a `__dict__`. */
  MIXED = 64,
}

let typesByKind: usize = 0
let typesByQualifier: usize = 0
let typesByException: usize = 0

function prepare(): void {
  const back = enterRegion(staticRegion())
  typesByKind = alloc(256 << 3)
  memory.fill(typesByKind, 0, 256 << 3)
  typesByQualifier = alloc(<usize>QUALIFIER_COUNT << 3)
  memory.fill(typesByQualifier, 0, <usize>QUALIFIER_COUNT << 3)
  typesByException = alloc(<usize>ExcKind.COUNT << 3)
  memory.fill(typesByException, 0, <usize>ExcKind.COUNT << 3)
  enterRegion(back)
}

// @ts-ignore: decorator
@inline export function className(c: Value): Value {
  return slot(addressOf(c), 0)
}
// @ts-ignore: decorator
@inline export function classBases(c: Value): Value {
  return slot(addressOf(c), 1)
}
// @ts-ignore: decorator
@inline export function classMro(c: Value): Value {
  return slot(addressOf(c), 2)
}
// @ts-ignore: decorator
@inline export function classDict(c: Value): Value {
  return slot(addressOf(c), 3)
}
// @ts-ignore: decorator
@inline export function classQualname(c: Value): Value {
  return slot(addressOf(c), 4)
}
// @ts-ignore: decorator
@inline export function classModule(c: Value): Value {
  return slot(addressOf(c), 5)
}
// @ts-ignore: decorator
@inline export function solidKind(c: Value): Kind {
  return <Kind>load<u32>(addressOf(c), 64)
}
// @ts-ignore: decorator
@inline export function qualifierOfType(c: Value): u32 {
  return load<u32>(addressOf(c), 68)
}
// @ts-ignore: decorator
@inline export function typeFlags(c: Value): u32 {
  return load<u32>(addressOf(c), 76)
}
/** The built-in exception this class is, or -1. */
export function exceptionKindOf(c: Value): i32 {
  return <i32>load<u32>(addressOf(c), 72) - 1
}
// @ts-ignore: decorator
@inline export function isClass(v: Value): bool {
  if (!isHeap(v)) return false
  const kind = load<u8>(addressOf(v))
  return kind == <u8>Kind.CLASS || kind == <u8>Kind.TYPE
}

/** A class object with empty fields but its name. */
export function newClassObject(kind: Kind, name: Value): usize {
  const c = newObject(kind, CLASS_SIZE)
  setSlot(c, 0, name)
  setSlot(c, 1, UNBOUND)
  setSlot(c, 2, UNBOUND)
  setSlot(c, 3, newDict())
  setSlot(c, 4, name)
  setSlot(c, 5, BUILTINS)
  setSlot(c, 6, UNBOUND)
  setSlot(c, 7, 0)
  setSlot(c, 8, 0)
  setSlot(c, 9, UNBOUND)
  setSlot(c, 10, 0)
  return c
}

function newType(name: Value, base: Value, solid: Kind, qualifier: u32): usize {
  const c = newClassObject(Kind.TYPE, name)
  store<u32>(c, solid, 64)
  store<u32>(c, qualifier, 68)
  setBases(c, base)
  return c
}

function setBases(c: usize, base: Value): void {
  if (base == UNBOUND) {
    setSlot(c, 1, newTuple(0, 0))
    const mro = roomForTuple(1)
    setSlot(mro, 0, boxHeap(c))
    setSlot(c, 2, boxHeap(mro))
    return
  }
  const bases = roomForTuple(1)
  setSlot(bases, 0, base)
  setSlot(c, 1, boxHeap(bases))
  const rest = addressOf(classMro(base))
  const n = tupleLength(rest)
  const mro = roomForTuple(n + 1)
  setSlot(mro, 0, boxHeap(c))
  memory.copy(mro + 16, rest + 8, <usize>n << 3)
  setSlot(c, 2, boxHeap(mro))
}

/** The type of a kind of value; exceptions, instances and classes have their own. */
export function typeOfKind(kind: Kind): Value {
  if (!typesByKind) prepare()
  const at = typesByKind + (<usize>kind << 3)
  if (load<u64>(at)) return load<u64>(at)
  const t = typeOfQualifier(<u32>load<u8>(QUALIFIER_OF_KIND + <usize>kind))
  store<u64>(at, t)
  if (!load<u32>(addressOf(t), 64)) store<u32>(addressOf(t), kind, 64)
  return t
}

/** The type of natives with this qualifier (`str`, `datetime.date`). */
export function typeOfQualifier(q: u32): Value {
  if (!typesByQualifier) prepare()
  const at = typesByQualifier + (<usize>q << 3)
  if (load<u64>(at)) return load<u64>(at)
  const back = enterRegion(staticRegion())
  const record = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>q << 2))
  const full = internBytes(record + 2, <usize>load<u8>(record, 1))
  const text = textOf(full)
  const base = text == 'object' ? UNBOUND : typeOfQualifier(baseQualifier(text))
  const c = newType(full, base, kindOfQualifier(q), q)
  const dot = text.lastIndexOf('.')
  if (dot > 0) {
    setSlot(c, 4, strConst(text.substring(dot + 1)))
    setSlot(c, 5, strConst(text.substring(0, dot)))
  }
  store<u64>(at, boxHeap(c))
  enterRegion(back)
  return boxHeap(c)
}

function kindOfQualifier(q: u32): Kind {
  for (let kind = 0; kind < 256; kind++) {
    if (load<u8>(QUALIFIER_OF_KIND + <usize>kind) == <u8>q && q && kind != Kind.BIGINT) return <Kind>kind
  }
  return 0
}

function baseQualifier(name: string): u32 {
  if (name == 'bool') return qualifierNamed('int')
  if (name == 'datetime.datetime') return qualifierNamed('datetime.date')
  return qualifierNamed('object')
}
/** Number of a qualifier; 0 when there is none of that name. */
export function qualifierNamed(name: string): u32 {
  const b = strConst(name)
  const n = <usize>load<u32>(addressOf(b), 8)
  const p = <usize>load<u32>(addressOf(b), 12)
  return qualifierOfBytes(p, n)
}
export function qualifierOfBytes(p: usize, n: usize): u32 {
  for (let q: u32 = 1; q < QUALIFIER_COUNT; q++) {
    const record = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>q << 2))
    if (<usize>load<u8>(record, 1) == n && memory.compare(record + 2, p, n) == 0) return q
  }
  return 0
}
/** Whether a qualifier is a type (not a module). */
export function isTypeQualifier(q: u32): bool {
  return load<u8>(NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>q << 2))) != 0
}

/** The class of a built-in exception. */
export function exceptionClass(kind: ExcKind): Value {
  if (!typesByException) prepare()
  const at = typesByException + (<usize>kind << 3)
  if (load<u64>(at)) return load<u64>(at)
  const back = enterRegion(staticRegion())
  const full = exceptionName(kind)
  const dot = full.lastIndexOf('.')
  const base = kind == ExcKind.BaseException ? typeOfKind(Kind.OBJECT) : exceptionClass(exceptionBase(kind))
  const c = newType(strConst(dot < 0 ? full : full.substring(dot + 1)), base, Kind.EXCEPTION, qualifierNamed(full))
  if (dot > 0) setSlot(c, 5, strConst(full.substring(0, dot)))
  const second = exceptionSecondBase(kind)
  if (second >= 0) addSecondBase(c, base, exceptionClass(<ExcKind>second))
  store<u32>(c, kind + 1, 72)
  store<u64>(at, boxHeap(c))
  enterRegion(back)
  return boxHeap(c)
}
/** class X(base, second) where the rows of both end in what they share. */
function addSecondBase(c: usize, base: Value, second: Value): void {
  setSlot(c, 1, pair(base, second))
  const a = addressOf(classMro(base))
  const b = addressOf(classMro(second))
  const n = tupleLength(a)
  const m = tupleLength(b)
  let shared: u32 = 0
  while (shared < n && shared < m && tupleAt(a, n - 1 - shared) == tupleAt(b, m - 1 - shared)) shared++
  const mro = roomForTuple(1 + n + m - shared)
  setSlot(mro, 0, boxHeap(c))
  memory.copy(mro + 16, a + 8, <usize>(n - shared) << 3)
  memory.copy(mro + 16 + (<usize>(n - shared) << 3), b + 8, <usize>m << 3)
  setSlot(c, 2, boxHeap(mro))
}

/** `type(v)`. */
export function typeOf(v: Value): Value {
  const kind = kindOf(v)
  if (kind == Kind.INSTANCE || kind == Kind.EXCEPTION) return slot(addressOf(v), 0)
  if (kind == Kind.CLASS) {
    const meta = slot(addressOf(v), 6)
    return meta == UNBOUND ? typeOfKind(Kind.CLASS) : meta
  }
  return typeOfKind(kind)
}

/** The name of a value's type as CPython's messages write it: `int`, `datetime.date`, `NoneType`. */
export function typeName(v: Value): string {
  const c = typeOf(v)
  if (isKind(c, Kind.CLASS)) {
    // Classes of the library that are native in CPython say the name with its module, as errors there do.
    const shown = dictGetStr(classDict(c), strConst('__typename__'))
    if (shown != UNBOUND) return textOf(shown)
  }
  return textOf(className(c))
}

/** `type(v).__name__` */
export function typeNameValue(v: Value): Value {
  return shortName(typeOf(v))
}
/** A class's `__name__`. */
export function shortName(c: Value): Value {
  return isKind(c, Kind.TYPE) ? classQualname(c) : className(c)
}

export function isSubclass(c: Value, base: Value): bool {
  if (c == base) return true
  const mro = addressOf(classMro(c))
  const n = tupleLength(mro)
  for (let i: u32 = 0; i < n; i++) if (tupleAt(mro, i) == base) return true
  return false
}

/** Whether `v` is an instance of a class, by its type alone (no `__instancecheck__`, no tuples). */
export function isInstanceOf(v: Value, base: Value): bool {
  return isSubclass(typeOf(v), base)
}

/** Number of natives known to the module, for the tables of tools. */
export function nativeCount(): u32 {
  return NATIVE_COUNT
}
