// What match statements ask: is it a sequence, a mapping, an instance; and the parts of it.
import { asDict, dictCopy, dictDelete, dictGet, dictUpdate, isDict, newDict } from '../container/dict.ts'
import { isTuple, pair, roomForTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { equals } from '../ops/equal.ts'
import { repr } from '../ops/text.ts'
import { identical } from '../ops/truth.ts'
import { isStr, strConst, textOf } from '../text/str.ts'
import { Kind, kindOf } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { attributeName, lookupAttr, lookupType } from './attribute.ts'
import { callMethod } from './call.ts'
import { isInstance } from './instance-check.ts'
import { MATCH_ARGS } from './names.ts'
import { plain } from './native-self.ts'
import { ExcKind, pendingIs, raise, takePending } from './raise.ts'
import { isClass, shortName, solidKind, typeName, typeOf, typeOfKind } from './type.ts'

export function isSequencePattern(v: Value): bool {
  const kind = kindOf(plain(v))
  return kind == Kind.LIST || kind == Kind.TUPLE || kind == Kind.RANGE || isMarked(v, '__match_sequence__')
}
/** Classes of the library mark themselves (`deque`), as do those of `collections.abc` for what derives from them. */
function isMarked(v: Value, mark: string): bool {
  return kindOf(v) == Kind.INSTANCE && lookupType(typeOf(v), strConst(mark)) != UNBOUND
}
export function isMappingPattern(v: Value): bool {
  const kind = kindOf(plain(v))
  return kind == Kind.DICT || kind == Kind.MULTIMAP || isMarked(v, '__match_mapping__')
}

/** The values of the keys in a tuple, None when one is missing. ERROR. */
export function matchKeys(subject: Value, keys: Value): Value {
  const n = tupleLength(addressOf(keys))
  const values = roomForTuple(n)
  for (let i: u32 = 0; i < n; i++) {
    const key = tupleAt(addressOf(keys), i)
    for (let k: u32 = 0; k < i; k++) {
      const same = equals(tupleAt(addressOf(keys), k), key)
      if (same < 0) return ERROR
      if (same) {
        const shown = repr(key)
        return shown == ERROR ? ERROR : raise(ExcKind.ValueError, 'mapping pattern checks duplicate key (' + textOf(shown) + ')')
      }
    }
    let v: Value
    if (isDict(subject)) v = dictGet(subject, key)
    else {
      const args = pair(key, strConst('__missing__'))
      v = callMethod(subject, strConst('get'), addressOf(args) + 8, 2)
      if (v != ERROR && identical(v, strConst('__missing__'))) v = UNBOUND
    }
    if (v == ERROR) return ERROR
    if (v == UNBOUND) return None
    store<u64>(values + (<usize>i << 3), v, 8)
  }
  return boxHeap(values)
}
/** A dict without some keys. ERROR. */
export function matchRest(subject: Value, keys: Value): Value {
  let d: Value
  if (isDict(subject)) d = dictCopy(subject)
  else {
    d = newDict()
    if (!dictUpdate(d, plain(subject))) return ERROR
  }
  asDict(d)
  const n = tupleLength(addressOf(keys))
  for (let i: u32 = 0; i < n; i++) if (dictDelete(d, tupleAt(addressOf(keys), i)) < 0) return ERROR
  return d
}

/** Built-in types whose one positional pattern is the value itself. */
function matchesSelf(cls: Value): bool {
  if (!isClass(cls)) return false
  switch (solidKind(cls)) {
    case Kind.BOOL:
    case Kind.INT:
    case Kind.FLOAT:
    case Kind.STR:
    case Kind.BYTES:
    case Kind.BYTEARRAY:
    case Kind.LIST:
    case Kind.TUPLE:
    case Kind.DICT:
    case Kind.SET:
    case Kind.FROZENSET:
      return cls != typeOfKind(Kind.OBJECT)
    default:
      return false
  }
}

/** The attributes that the patterns of a class pattern see: positional ones by `__match_args__`, then named ones; None. ERROR. */
export function matchClass(subject: Value, cls: Value, positional: Value, keywords: Value): Value {
  if (!isClass(cls)) return raise(ExcKind.TypeError, 'called match pattern must be a class')
  const is = isInstance(subject, cls)
  if (is < 0) return ERROR
  if (!is) return None
  const count: u32 = <u32>positional & 0xffff
  const named = tupleLength(addressOf(keywords))
  const values = roomForTuple(count + named)
  if (count) {
    const list = lookupAttr(cls, MATCH_ARGS)
    if (list == ERROR) return ERROR
    if (list == UNBOUND && matchesSelf(cls)) {
      if (count > 1) return tooMany(cls, 1, count)
      store<u64>(values, subject, 8)
    } else {
      if (list != UNBOUND && !isTuple(list)) {
        return raise(ExcKind.TypeError, textOf(shortName(cls)) + '.__match_args__ must be a tuple (got ' + typeName(list) + ')')
      }
      const has: u32 = list == UNBOUND ? 0 : tupleLength(addressOf(list))
      if (count > has) return tooMany(cls, has, count)
      for (let i: u32 = 0; i < count; i++) {
        const name = tupleAt(addressOf(list), i)
        if (!isStr(name)) return raise(ExcKind.TypeError, '__match_args__ elements must be strings (got ' + typeName(name) + ')')
        if (isNamed(name, list, i, keywords)) {
          return raise(ExcKind.TypeError, textOf(shortName(cls)) + "() got multiple sub-patterns for attribute '" + textOf(name) + "'")
        }
        const v = attributeFor(subject, attributeName(name))
        if (v == ERROR || v == UNBOUND) return v == ERROR ? ERROR : None
        store<u64>(values + (<usize>i << 3), v, 8)
      }
    }
  }
  for (let i: u32 = 0; i < named; i++) {
    const v = attributeFor(subject, tupleAt(addressOf(keywords), i))
    if (v == ERROR || v == UNBOUND) return v == ERROR ? ERROR : None
    store<u64>(values + (<usize>(count + i) << 3), v, 8)
  }
  return boxHeap(values)
}
/** Whether an attribute has a pattern already: among the first `i` positional ones, or by keyword. */
function isNamed(name: Value, list: Value, i: u32, keywords: Value): bool {
  for (let k: u32 = 0; k < i; k++) if (equals(tupleAt(addressOf(list), k), name) == 1) return true
  for (let k: u32 = 0; k < tupleLength(addressOf(keywords)); k++) if (equals(tupleAt(addressOf(keywords), k), name) == 1) return true
  return false
}
function attributeFor(subject: Value, name: Value): Value {
  const v = lookupAttr(subject, name)
  if (v == ERROR && pendingIs(ExcKind.AttributeError)) {
    takePending()
    return UNBOUND
  }
  return v
}
function tooMany(cls: Value, has: u32, given: u32): Value {
  return raise(
    ExcKind.TypeError,
    textOf(shortName(cls)) + '() accepts ' + has.toString() + ' positional sub-pattern' + (has == 1 ? '' : 's') + ' (' + given.toString() + ' given)',
  )
}
