// Values whose types library modules define (Decimal, datetime, date, time). Their classes live as long as one evaluation,
// so between evaluations such a value is a TYPED object with the text it is made of again; revive() makes it, and
// whatever holds it, when the next script gets it.
//   DECIMAL DATETIME DATE TIME: 8 text
import { listAt, listLength, newListRoom, push } from '../container/list.ts'
import { entriesUsed, entryAt, entryHash, entryKey, entryValue, appendEntry, newTable, tableLength } from '../container/table.ts'
import { str } from '../ops/text.ts'
import { newStr, asStr, strBytes, strConst, strEquals, strSize } from '../text/str.ts'
import { flagsAt, Kind, kindOf, newObject, PERSISTENT, setFlags, setSlot, slot, TYPED, isKind } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isHeap, UNBOUND, Value } from '../value/value.ts'
import { callMethod0, callMethod1, getAttr } from '../vm/attribute.ts'
import { call1 } from '../vm/call.ts'
import { findModule } from '../vm/module.ts'
import { classModule, classQualname, typeOf } from '../vm/type.ts'
import { Wire } from './wire.ts'

function isText(v: Value, text: string): bool {
  return kindOf(v) == Kind.STR && strEquals(asStr(v), asStr(strConst(text)))
}

/** The wire tag of such a value, in either form; 0 for any other. */
export function moduleValueTag(v: Value): u32 {
  const kind = kindOf(v)
  if (kind == Kind.DECIMAL) return Wire.DECIMAL
  if (kind == Kind.DATETIME) return Wire.DATETIME
  if (kind == Kind.DATE) return Wire.DATE
  if (kind == Kind.TIME) return Wire.TIME
  if (kind != Kind.INSTANCE) return 0
  const cls = typeOf(v)
  const name = classQualname(cls)
  if (isText(classModule(cls), 'decimal')) return isText(name, 'Decimal') ? Wire.DECIMAL : 0
  if (!isText(classModule(cls), 'datetime')) return 0
  return isText(name, 'datetime') ? Wire.DATETIME : isText(name, 'date') ? Wire.DATE : isText(name, 'time') ? Wire.TIME : 0
}

/** The text that such a value is made of again; ERROR. */
export function isoOf(v: Value, tag: u32): Value {
  if (kindOf(v) != Kind.INSTANCE) return slot(addressOf(v), 0)
  return tag == Wire.DECIMAL ? str(v) : callMethod0(v, strConst('isoformat'))
}

/** A copy in the current region that outlives the evaluation; UNBOUND when the type may not leave. */
export function copyModuleValue(v: Value): Value {
  const tag = moduleValueTag(v)
  if (!tag) return UNBOUND
  const text = isoOf(v, tag)
  if (text == ERROR) return ERROR
  return makeModuleValue(tag, newStr(strBytes(asStr(text)), strSize(asStr(text))))
}

/** A typed object of its text. */
export function makeModuleValue(tag: i32, text: Value): Value {
  const kind = tag == Wire.DECIMAL ? Kind.DECIMAL : tag == Wire.DATETIME ? Kind.DATETIME : tag == Wire.DATE ? Kind.DATE : Kind.TIME
  const p = newObject(kind, 16)
  setFlags(addressOf(text), flagsAt(addressOf(text)) | PERSISTENT)
  setSlot(p, 0, text)
  setFlags(p, PERSISTENT | TYPED)
  return boxHeap(p)
}

/** The value as a script is to see it: typed objects inside become instances of their classes. ERROR. */
export function revive(v: Value): Value {
  if (!isHeap(v) || !(flagsAt(addressOf(v)) & TYPED) || isKind(v, Kind.STR)) return v
  const p = addressOf(v)
  const kind = kindOf(v)
  if (kind == Kind.LIST) {
    const l = newListRoom(listLength(p))
    for (let i: u32 = 0; i < listLength(p); i++) {
      const item = revive(listAt(p, i))
      if (item == ERROR) return ERROR
      push(l, item)
    }
    return boxHeap(l)
  }
  if (kind == Kind.DICT || kind == Kind.MULTIMAP) {
    const t = newTable(kind, tableLength(p))
    for (let i: u32 = 0; i < entriesUsed(p); i++) {
      const e = entryAt(p, i)
      if (entryKey(e) == UNBOUND) continue
      const item = revive(entryValue(e))
      if (item == ERROR) return ERROR
      appendEntry(t, entryKey(e), item, entryHash(e))
    }
    return boxHeap(t)
  }
  const tag = moduleValueTag(v)
  if (!tag) return v
  const m = findModule(strConst(tag == Wire.DECIMAL ? 'decimal' : 'datetime'))
  if (m == ERROR || m == UNBOUND) return ERROR
  const cls = getAttr(m, strConst(tag == Wire.DECIMAL ? 'Decimal' : tag == Wire.DATETIME ? 'datetime' : tag == Wire.DATE ? 'date' : 'time'))
  if (cls == ERROR) return ERROR
  return tag == Wire.DECIMAL ? call1(cls, slot(p, 0)) : callMethod1(cls, strConst('fromisoformat'), slot(p, 0))
}
