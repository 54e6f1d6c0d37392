// Heap objects: their kinds and their layouts, in one place. Every object starts with 8 bytes:
//   0 kind u8 · 1 flags u8 · 2 aux u16 · 4 word u32 (size, hash, index: see the table)
// References to values stand in Value slots only. A `→` marks a raw address of memory that belongs to the object.
//
//   BIGINT      flags 1 = negative · word limbs · 8… u32 limbs, least first, no leading zero limb
//   STR         flags StrFlag · word hash (0 = not yet) · 8 bytes u32 · 12 → UTF-8 · 16 code points u32 · 20 → index or 0 ·
//               24 → growth buffer or 0. Lone surrogates stand as their three bytes (WTF-8).
//   BYTES       word hash · 8 length u32 · 12 → bytes
//   BYTEARRAY   8 length u32 · 12 → bytes · 16 capacity u32
//   LIST        8 length u32 · 12 → Value[] · 16 capacity u32
//   TUPLE       word length · 8… Value
//   DICT SET FROZENSET  (and MULTIMAP, FORM_PARTS: see message/)   container/table.ts
//               8 live u32 · 12 → entries (key, value, hash u32, pad) · 16 entries used u32 · 20 entries room u32 ·
//               24 → slots or 0 · 28 slot mask u32 · word: change counter
//   RANGE       8 start · 16 stop · 24 step · 32 length (all Value)
//   SLICE       8 start · 16 stop · 24 step
//   DICT_KEYS DICT_VALUES DICT_ITEMS   8 the dict
//   iterators   8 source · 16 position u32 · 20 second word u32 · 24 extra Value · 32 extra Value (see ops/iterate.ts)
//   NATIVE      word index into the table of builtins · 8 self or UNBOUND
//   ENTITY …    message/
// The comment behind a kind is the qualified name of its Python type; generate.mjs reads it.
// Kinds from 64 are the VM's (functions, classes, instances …), kinds from 112 the modules'.
import { alloc } from '../memory/region.ts'
import { addressOf, isFloat, isHeap, isInt, isTape, Value, True, False, None, NotImplemented, Ellipsis, boxHeap } from './value.ts'

export const enum Kind {
  NONE = 0, // NoneType
  BOOL = 1, // bool
  INT = 2, // int
  FLOAT = 3, // float
  NOT_IMPLEMENTED = 4, // NotImplementedType
  ELLIPSIS = 5, // ellipsis
  /** ERROR, STOP, UNBOUND: never seen by a script. */
  MARK = 6,
  BIGINT = 8, // int
  STR = 9, // str
  BYTES = 10, // bytes
  BYTEARRAY = 11, // bytearray
  LIST = 12, // list
  TUPLE = 13, // tuple
  DICT = 14, // dict
  SET = 15, // set
  FROZENSET = 16, // frozenset
  RANGE = 17, // range
  SLICE = 18, // slice
  DICT_KEYS = 19, // dict_keys
  DICT_VALUES = 20, // dict_values
  DICT_ITEMS = 21, // dict_items
  NATIVE = 22, // builtin_function_or_method
  // iterators
  LIST_ITER = 24, // list_iterator
  TUPLE_ITER = 25, // tuple_iterator
  STR_ITER = 26, // str_iterator
  BYTES_ITER = 27, // bytes_iterator
  RANGE_ITER = 28, // range_iterator
  DICT_KEY_ITER = 29, // dict_keyiterator
  DICT_VALUE_ITER = 30, // dict_valueiterator
  DICT_ITEM_ITER = 31, // dict_itemiterator
  SET_ITER = 32, // set_iterator
  TAPE_ITER = 33, // list_iterator
  SEQUENCE_ITER = 34, // iterator
  CALL_ITER = 35, // callable_iterator
  ENUMERATE = 36, // enumerate
  ZIP = 37, // zip
  MAP = 38, // map
  FILTER = 39, // filter
  REVERSED = 40, // reversed
  // message
  MESSAGE = 48, // Message
  ENTITY = 49, // Entity
  MULTIMAP = 50, // MultiMap
  FORM_PARTS = 51, // FormDataParts
  FORM_PART = 52, // FormDataPart
  // the VM's
  FUNCTION = 64, // function
  CODE = 65, // code
  CELL = 66, // cell
  BOUND_METHOD = 67, // method
  GENERATOR = 68, // generator
  CLASS = 69, // type
  INSTANCE = 70,
  MODULE = 71, // module
  EXCEPTION = 72,
  TYPE = 73, // type
  PROPERTY = 74, // property
  STATIC_METHOD = 75, // staticmethod
  CLASS_METHOD = 76, // classmethod
  SUPER = 77, // super
  TRACEBACK = 78, // traceback
  FRAME = 79, // frame
  OBJECT = 80, // object
  MEMBER = 81, // member_descriptor
  // the modules'
  DECIMAL = 112, // decimal.Decimal
  DATETIME = 113, // datetime.datetime
  DATE = 114, // datetime.date
  TIME = 115, // datetime.time
  TIMEDELTA = 116, // datetime.timedelta
  TIMEZONE = 117, // datetime.timezone
  STRUCT_TIME = 118, // time.struct_time
  REGEX = 119, // re.Pattern
  MATCH = 120, // re.Match
  HASH = 121,
  RECORD = 122,
}

export const enum StrFlag {
  ASCII = 1,
  /** Code points are counted (ASCII strings always are). */
  COUNTED = 2,
  /** One object per text: equal means the same address (constants, attribute names). */
  INTERNED = 4,
}

/** Flag of a persistent container that holds a Decimal, datetime, date or time somewhere (message/module-value.ts). */
export const TYPED: u32 = 0x40

/** Flag of BYTES behind which 64 bytes may be written: JSON is read from them where they are. */
export const ROOM_BEHIND: u32 = 1

/** Flag of what outlives the evaluation: it must not be changed in place (container/freeze.ts). */
export const PERSISTENT: u32 = 0x80

/** A new object with its header; fields are not initialised. */
export function newObject(kind: Kind, size: usize, word: u32 = 0): usize {
  const p = alloc(size)
  store<u64>(p, <u64>kind | ((<u64>word) << 32))
  return p
}

// @ts-ignore: decorator
@inline export function kindAt(p: usize): Kind {
  assert(p >= __heap_base && !(p & 7), 'this is no address of an object')
  return <Kind>load<u8>(p)
}
// @ts-ignore: decorator
@inline export function flagsAt(p: usize): u32 {
  return <u32>load<u8>(p, 1)
}
// @ts-ignore: decorator
@inline export function setFlags(p: usize, flags: u32): void {
  store<u8>(p, <u8>flags, 1)
}
// @ts-ignore: decorator
@inline export function auxAt(p: usize): u32 {
  return <u32>load<u16>(p, 2)
}
// @ts-ignore: decorator
@inline export function setAux(p: usize, aux: u32): void {
  store<u16>(p, <u16>aux, 2)
}
// @ts-ignore: decorator
@inline export function wordAt(p: usize): u32 {
  return load<u32>(p, 4)
}
// @ts-ignore: decorator
@inline export function setWord(p: usize, word: u32): void {
  store<u32>(p, word, 4)
}
/** The `n`-th Value slot after the header. */
// @ts-ignore: decorator
@inline export function slot(p: usize, n: usize): Value {
  return load<u64>(p + (n << 3), 8)
}
// @ts-ignore: decorator
@inline export function setSlot(p: usize, n: usize, v: Value): void {
  store<u64>(p + (n << 3), v, 8)
}
/** A heap object of this kind. */
// @ts-ignore: decorator
@inline export function isKind(v: Value, kind: Kind): bool {
  return isHeap(v) && load<u8>(addressOf(v)) == <u8>kind
}

/** Tape node tags (json/tape.ts); a container that was changed has FORWARDED set and lives on as a heap object. */
export const enum Tape {
  OBJECT = 1,
  ARRAY = 2,
  STRING = 3,
  KEY = 4,
  INT = 5,
  DECIMAL = 6,
  TRUE = 7,
  FALSE = 8,
  NULL = 9,
  TAG = 15,
  /** The text is not what Python's json would write: it must be written anew. */
  REWRITE = 16,
  /** String with a backslash in it; object with a key that is escaped or repeated. */
  ESCAPED = 32,
  FORWARDED = 64,
}

/** What kind of value this is, whatever form it has: a tape object is a DICT. */
export function kindOf(v: Value): Kind {
  if (isInt(v)) return Kind.INT
  if (isFloat(v)) return Kind.FLOAT
  if (isHeap(v)) return <Kind>load<u8>(addressOf(v))
  if (isTape(v)) {
    const tag = load<u8>(addressOf(v)) & Tape.TAG
    return tag == Tape.OBJECT ? Kind.DICT : tag == Tape.ARRAY ? Kind.LIST : Kind.STR
  }
  if ((v | 1) == True) return Kind.BOOL
  if (v == None) return Kind.NONE
  if (v == NotImplemented) return Kind.NOT_IMPLEMENTED
  if (v == Ellipsis) return Kind.ELLIPSIS
  return Kind.MARK
}

/** int of any size or bool. */
export function isIntegral(v: Value): bool {
  return isInt(v) || v == True || v == False || isKind(v, Kind.BIGINT)
}

export function newNative(index: u32, self: Value): Value {
  const p = newObject(Kind.NATIVE, 16, index)
  setSlot(p, 0, self)
  return boxHeap(p)
}
