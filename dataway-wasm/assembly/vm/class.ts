// Making classes: the row of bases by C3, what an instance is made of, hooks that run when a class is made.
import { nativeName } from '../builtins/native.ts'
import { dictCopy, dictDelete, dictGetStr, dictSetStr, newDict, asDict } from '../container/dict.ts'
import { entriesUsed, entryAt, entryKey, entryValue, tableLength } from '../container/table.ts'
import { listAppend, listAt, listLength, listOf, newList } from '../container/list.ts'
import { isTuple, pair, roomForTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { isStr, strOf, textOf } from '../text/str.ts'
import { isKind, Kind, kindOf, setSlot, slot, wordAt } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { attributeName, bindToClass, lookupOwn, lookupType } from './attribute.ts'
import { call, callWithSelf } from './call.ts'
import { newClassMethod, newMember, newStaticMethod } from './descriptor.ts'
import { currentFrame, frameGlobals } from './frame.ts'
import { isObjectsOwn } from './dunder.ts'
import * as names from './names.ts'
import { contains } from '../ops/subscript.ts'
import { repr } from '../ops/text.ts'
import { ExcKind, pending, pendingException, raise, takePending } from './raise.ts'
import { setCause, setContext } from './exception.ts'
import { classBases, classMro, classQualname, isClass, isSubclass, newClassObject, shortName, solidKind, TypeFlag, typeName, typeOf, typeOfKind } from './type.ts' // prettier-ignore

/** Grows with every new class and every change of one: caches that remember it are valid while it stands still. */
export let classVersion: u32 = 1
export function nextClassVersion(): void {
  classVersion++
}

/** An attribute of a class was set or removed. */
export function noteClassChange(c: Value, name: Value): void {
  classVersion++
  if (name == names.GETATTR || name == names.GETATTRIBUTE || name == names.SETATTR || name == names.DELATTR) setFlags(c)
}

function setFlags(c: Value): void {
  let flags: u32 = 0
  if (defines(c, names.GETATTR)) flags |= TypeFlag.GETATTR
  if (defines(c, names.GETATTRIBUTE)) flags |= TypeFlag.GETATTRIBUTE
  if (defines(c, names.SETATTR)) flags |= TypeFlag.SETATTR
  if (defines(c, names.DELATTR)) flags |= TypeFlag.DELATTR
  if (onlySlots(c)) flags |= TypeFlag.SLOTS
  else if (hasMembers(c)) flags |= TypeFlag.MIXED
  store<u32>(addressOf(c), flags, 76)
}
function defines(c: Value, name: Value): bool {
  const attr = lookupType(c, name)
  // `__getattr__ = dict.__getitem__` counts; object's own `__getattribute__` does not.
  return attr != UNBOUND && !(isObjectsOwn(attr) && nativeName(wordAt(addressOf(attr))) == name)
}
function hasMembers(c: Value): bool {
  const mro = addressOf(classMro(c))
  for (let i: u32 = 0; i < tupleLength(mro); i++) if (lookupOwn(tupleAt(mro, i), names.SLOTS) != UNBOUND) return true
  return false
}
function onlySlots(c: Value): bool {
  const mro = addressOf(classMro(c))
  const n = tupleLength(mro)
  for (let i: u32 = 0; i < n; i++) {
    const k = tupleAt(mro, i)
    if (!isKind(k, Kind.CLASS)) continue
    const slots = lookupOwn(k, names.SLOTS)
    if (slots == UNBOUND || (!isStr(slots) && contains(slots, names.DICT) != 0) || slots == names.DICT) {
      if (pending()) takePending()
      return false
    }
  }
  return true
}

/** The class of the class to be: the most derived of what was asked for and the bases' own. UNBOUND: type. ERROR. */
export function metaclassOf(asked: Value, bases: usize): Value {
  let winner = asked
  const n = tupleLength(bases)
  for (let i: u32 = 0; i < n; i++) {
    const meta = typeOf(tupleAt(bases, i))
    if (meta == typeOfKind(Kind.CLASS)) continue
    if (winner == UNBOUND || isSubclass(meta, winner)) winner = meta
    else if (!isSubclass(winner, meta)) {
      return raise(
        ExcKind.TypeError,
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      )
    }
  }
  return winner
}

/** type.__new__(meta, name, bases, namespace, **keywords); ERROR. */
export function makeClass(meta: Value, name: Value, givenBases: Value, namespace: Value, keywords: Value): Value {
  let bases = addressOf(givenBases)
  if (tupleLength(bases) == 0) {
    bases = roomForTuple(1)
    store<u64>(bases, typeOfKind(Kind.OBJECT), 8)
  }
  const solid = solidOf(bases)
  if (solid == Kind.MARK) return ERROR
  const c = newClassObject(Kind.CLASS, name)
  const v = boxHeap(c)
  setSlot(c, 1, boxHeap(bases))
  store<u32>(c, solid, 64)
  if (meta != typeOfKind(Kind.CLASS)) setSlot(c, 6, meta)
  const dict = dictCopy(namespace)
  setSlot(c, 3, dict)
  const module = dictGetStr(dict, names.MODULE)
  setSlot(c, 5, module != UNBOUND ? module : moduleOfFrame())
  const qualname = dictGetStr(dict, names.QUALNAME)
  if (qualname != UNBOUND) {
    setSlot(c, 4, qualname)
    dictDelete(dict, names.QUALNAME)
  }
  const mro = linearize(v, bases)
  if (mro == ERROR) return ERROR
  setSlot(c, 2, mro)
  const cell = dictGetStr(dict, names.CLASSCELL)
  if (cell != UNBOUND) {
    if (isKind(cell, Kind.CELL)) setSlot(addressOf(cell), 0, v)
    dictDelete(dict, names.CLASSCELL)
  }
  if (!makeMembers(v, dict, solid)) return ERROR
  wrap(dict, names.NEW, false)
  wrap(dict, names.INIT_SUBCLASS, true)
  wrap(dict, names.CLASS_GETITEM, true)
  if (dictGetStr(dict, names.EQ) != UNBOUND && dictGetStr(dict, names.HASH) == UNBOUND) dictSetStr(dict, names.HASH, None)
  setFlags(v)
  if (allClasses == UNBOUND) allClasses = newList(0, 0)
  listAppend(allClasses, v)
  classVersion++
  if (!nameMembers(v, dict)) return ERROR
  return initSubclass(v, keywords) ? v : ERROR
}
/** A descriptor for each name in `__slots__`. False with a fault pending. */
function makeMembers(c: Value, dict: Value, solid: Kind): bool {
  const slots = dictGetStr(dict, names.SLOTS)
  if (slots == UNBOUND) return true
  const list = isStr(slots) ? listOf(pair(slots, slots)) : listOf(slots)
  if (list == ERROR) return false
  const n: u32 = isStr(slots) ? 1 : listLength(addressOf(list))
  const seen: string[] = []
  for (let i: u32 = 0; i < n; i++) {
    const given = listAt(addressOf(list), i)
    if (!isStr(given)) return refuse(ExcKind.TypeError, "__slots__ items must be strings, not '" + typeName(given) + "'")
    if (solid == Kind.INT || solid == Kind.TUPLE || solid == Kind.BYTES) {
      return refuse(ExcKind.TypeError, "nonempty __slots__ not supported for subtype of '" + textOf(shortName(tupleAt(addressOf(classBases(c)), 0))) + "'")
    }
    const text = textOf(given)
    if (!isName(text)) return refuse(ExcKind.TypeError, '__slots__ must be identifiers')
    if (text == '__dict__' || text == '__weakref__') {
      if (seen.includes(text)) return refuse(ExcKind.TypeError, text + ' slot disallowed: ' + (text == '__dict__' ? 'we already got one' : 'either we already got one'))
      seen.push(text)
      continue
    }
    const name = attributeName(text.startsWith('__') && !text.endsWith('__') ? strOf(privateName(textOf(shortName(c)), text)) : given)
    if (seen.includes(text)) continue
    seen.push(text)
    if (dictGetStr(dict, name) != UNBOUND) return refuse(ExcKind.ValueError, "'" + text + "' in __slots__ conflicts with class variable")
    dictSetStr(dict, name, newMember(name, c))
  }
  return true
}
function refuse(kind: ExcKind, message: string): bool {
  raise(kind, message)
  return false
}
function isName(text: string): bool {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (!(c == 0x5f || c >= 128 || ((c | 32) >= 0x61 && (c | 32) <= 0x7a) || (i > 0 && c >= 0x30 && c <= 0x39))) return false
  }
  return text.length > 0
}
/** `_Class__name` */
function privateName(cls: string, text: string): string {
  let at = 0
  while (at < cls.length && cls.charCodeAt(at) == 0x5f) at++
  return at == cls.length ? text : '_' + cls.substring(at) + text
}

/** cls.__bases__ = bases: the class and those that derive from it get new rows. False with a fault pending. */
export function setBases(c: Value, given: Value): bool {
  if (!isTuple(given)) return refuse(ExcKind.TypeError, 'can only assign tuple to ' + textOf(shortName(c)) + ".__bases__, not " + typeName(given))
  const bases = addressOf(given)
  const n = tupleLength(bases)
  if (!n) return refuse(ExcKind.TypeError, 'can only assign non-empty tuple to ' + textOf(shortName(c)) + '.__bases__, not ()')
  for (let i: u32 = 0; i < n; i++) {
    const base = tupleAt(bases, i)
    if (!isClass(base)) return refuse(ExcKind.TypeError, textOf(shortName(c)) + ".__bases__ must be tuple of classes, not '" + typeName(base) + "'")
    if (isSubclass(base, c)) return refuse(ExcKind.TypeError, 'a __bases__ item causes an inheritance cycle')
  }
  const solid = solidOf(bases)
  if (solid == Kind.MARK) return false
  if (solid != solidKind(c)) return refuse(ExcKind.TypeError, "__bases__ assignment: '" + textOf(shortName(tupleAt(bases, 0))) + "' object layout differs from '" + textOf(shortName(tupleAt(addressOf(classBases(c)), 0))) + "'")
  const before = classBases(c)
  setSlot(addressOf(c), 1, given)
  if (renewRow(c)) return true
  setSlot(addressOf(c), 1, before)
  return false
}
function renewRow(c: Value): bool {
  const row = linearize(c, addressOf(classBases(c)))
  if (row == ERROR) return false
  setSlot(addressOf(c), 2, row)
  setFlags(c)
  classVersion++
  const all = addressOf(allClasses)
  for (let i: u32 = 0; i < listLength(all); i++) {
    const other = listAt(all, i)
    const bases = addressOf(classBases(other))
    for (let k: u32 = 0; k < tupleLength(bases); k++) if (tupleAt(bases, k) == c && !renewRow(other)) return false
  }
  return true
}

/** All classes that the running script made, for `__subclasses__`. */
export let allClasses: Value = UNBOUND
export function forgetClasses(): void {
  allClasses = UNBOUND
}
function moduleOfFrame(): Value {
  if (!currentFrame) return names.MAIN
  const name = dictGetStr(frameGlobals(currentFrame), names.NAME)
  return name == UNBOUND ? names.MAIN : name
}
/** `__new__` is a static method, `__init_subclass__` a class method, without being told. */
function wrap(dict: Value, name: Value, isClassMethod: bool): void {
  const fn = dictGetStr(dict, name)
  if (fn != UNBOUND && kindOf(fn) == Kind.FUNCTION) dictSetStr(dict, name, isClassMethod ? newClassMethod(fn) : newStaticMethod(fn))
}

/** What instances are made of; MARK with a TypeError pending. */
function solidOf(bases: usize): Kind {
  let solid: Kind = Kind.OBJECT
  const n = tupleLength(bases)
  for (let i: u32 = 0; i < n; i++) {
    const base = tupleAt(bases, i)
    if (!isClass(base)) {
      raise(ExcKind.TypeError, "type() takes a tuple of classes as bases, not '" + typeName(base) + "'")
      return Kind.MARK
    }
    const kind = solidKind(base)
    if (base == typeOfKind(Kind.BOOL) || (isKind(base, Kind.TYPE) && isClosed(kind))) {
      raise(ExcKind.TypeError, "type '" + textOf(shortName(base)) + "' is not an acceptable base type")
      return Kind.MARK
    }
    if (kind == Kind.OBJECT || kind == solid) continue
    if (solid != Kind.OBJECT) {
      raise(ExcKind.TypeError, 'multiple bases have instance lay-out conflict')
      return Kind.MARK
    }
    solid = kind
  }
  return solid
}
function isClosed(kind: Kind): bool {
  switch (kind) {
    case Kind.NONE:
    case Kind.NOT_IMPLEMENTED:
    case Kind.ELLIPSIS:
    case Kind.RANGE:
    case Kind.SLICE:
    case Kind.NATIVE:
    case Kind.FUNCTION:
    case Kind.GENERATOR:
    case Kind.BOUND_METHOD:
      return true
    default:
      return kind >= Kind.DICT_KEYS && kind <= Kind.REVERSED && kind != Kind.ENUMERATE && kind != Kind.ZIP && kind != Kind.MAP && kind != Kind.FILTER
  }
}

/** The row of a class by C3; ERROR. */
function linearize(v: Value, bases: usize): Value {
  const n = <i32>tupleLength(bases)
  const rows = new StaticArray<usize>(n + 1)
  const heads = new StaticArray<u32>(n + 1)
  let most: u32 = 1
  for (let i = 0; i < n; i++) {
    rows[i] = addressOf(classMro(tupleAt(bases, i)))
    most += tupleLength(rows[i]) + 1
    for (let j = 0; j < i; j++) {
      if (tupleAt(bases, i) == tupleAt(bases, j)) return raise(ExcKind.TypeError, 'duplicate base class ' + textOf(shortName(tupleAt(bases, i))))
    }
  }
  rows[n] = bases
  const result = roomForTuple(most)
  store<u64>(result, v, 8)
  let count: u32 = 1
  while (true) {
    let candidate: Value = UNBOUND
    let left = false
    for (let i = 0; i <= n && candidate == UNBOUND; i++) {
      if (heads[i] >= tupleLength(rows[i])) continue
      left = true
      const head = tupleAt(rows[i], heads[i])
      let inTail = false
      for (let j = 0; j <= n && !inTail; j++) {
        for (let k = heads[j] + 1; k < tupleLength(rows[j]); k++) if (tupleAt(rows[j], k) == head) inTail = true
      }
      if (!inTail) candidate = head
    }
    if (!left) break
    if (candidate == UNBOUND) {
      let list = ''
      for (let i = 0; i < n; i++) list += (i ? ', ' : '') + textOf(shortName(tupleAt(bases, i)))
      return raise(ExcKind.TypeError, 'Cannot create a consistent method resolution\norder (MRO) for bases ' + list)
    }
    store<u64>(result + (<usize>count << 3), candidate, 8)
    count++
    for (let i = 0; i <= n; i++) {
      if (heads[i] < tupleLength(rows[i]) && tupleAt(rows[i], heads[i]) == candidate) heads[i]++
    }
  }
  store<u32>(result, count, 4)
  return boxHeap(result)
}

/** Tells members their names (`__set_name__`). False with a fault pending. */
function nameMembers(c: Value, dict: Value): bool {
  const t = asDict(dict)
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const key = entryKey(entryAt(t, i))
    const member = entryValue(entryAt(t, i))
    if (key == UNBOUND || !isKind(member, Kind.INSTANCE)) {
      if (isKind(member, Kind.PROPERTY) && isStr(key)) setSlot(addressOf(member), 4, key)
      continue
    }
    const hook = lookupType(slot(addressOf(member), 0), names.SET_NAME)
    if (hook == UNBOUND) continue
    const top = pair(c, key)
    if (callWithSelf(hook, member, addressOf(top) + 8, 2, None) == ERROR) {
      const cause = takePending()
      const shown = repr(key)
      if (shown == ERROR) return false
      raise(ExcKind.RuntimeError, "Error calling __set_name__ on '" + typeName(member) + "' instance " + textOf(shown) + " in '" + textOf(shortName(c)) + "'")
      setContext(pendingException, cause)
      setCause(pendingException, cause)
      return false
    }
  }
  return true
}

function initSubclass(c: Value, keywords: Value): bool {
  const mro = addressOf(classMro(c))
  const n = tupleLength(mro)
  for (let i: u32 = 1; i < n; i++) {
    const hook = lookupOwn(tupleAt(mro, i), names.INIT_SUBCLASS)
    if (hook == UNBOUND || isObjectsOwn(hook)) continue
    return callKeywords(bindToClass(hook, c), keywords)
  }
  if (keywords != UNBOUND && tableLength(asDict(keywords))) {
    raise(ExcKind.TypeError, textOf(classQualname(c)) + '.__init_subclass__() takes no keyword arguments')
    return false
  }
  return true
}

function callKeywords(fn: Value, keywords: Value): bool {
  if (fn == ERROR) return false
  if (keywords == UNBOUND || !tableLength(asDict(keywords))) return call(fn, 0, 0, None) != ERROR
  const spread = spreadKeywords(0, 0, keywords)
  return call(fn, addressOf(spread) + 8, tupleLength(addressOf(spread)), spreadNames) != ERROR
}

/** Names of the last spreadKeywords(), as call() takes them. */
export let spreadNames: Value = None
/** Positional values and then the values of a dict, as one tuple; the names are in spreadNames. */
export function spreadKeywords(args: usize, argc: u32, keywords: Value): Value {
  const t = keywords == UNBOUND || keywords == None ? 0 : asDict(keywords)
  const count = t ? tableLength(t) : 0
  const all = roomForTuple(argc + count)
  memory.copy(all + 8, args, <usize>argc << 3)
  spreadNames = None
  if (!count) return boxHeap(all)
  const keys = roomForTuple(count)
  let n: u32 = 0
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    if (entryKey(e) == UNBOUND) continue
    store<u64>(keys + (<usize>n << 3), entryKey(e), 8)
    store<u64>(all + (<usize>(argc + n) << 3), entryValue(e), 8)
    n++
  }
  spreadNames = boxHeap(keys)
  return boxHeap(all)
}

/** The class statement: what the body left in `namespace`, made a class by its metaclass. ERROR. */
export function buildClass(meta: Value, name: Value, bases: Value, namespace: Value, keywords: Value): Value {
  if (meta == UNBOUND) return makeClass(typeOfKind(Kind.CLASS), name, bases, namespace, keywords)
  const args = roomForTuple(3)
  store<u64>(args, name, 8)
  store<u64>(args, bases, 16)
  store<u64>(args, namespace, 24)
  const spread = spreadKeywords(args + 8, 3, keywords)
  return call(meta, addressOf(spread) + 8, <i32>tupleLength(addressOf(spread)), spreadNames)
}
/** What the class body's names are kept in: `__prepare__` of the metaclass, else a dict. ERROR. */
export function prepareNamespace(meta: Value, name: Value, bases: Value, keywords: Value): Value {
  if (meta != UNBOUND && isClass(meta)) {
    const prepare = lookupType(meta, names.PREPARE)
    if (prepare != UNBOUND) {
      const args = addressOf(pair(name, bases))
      const spread = spreadKeywords(args + 8, 2, keywords)
      return call(bindToClass(prepare, meta), addressOf(spread) + 8, <i32>tupleLength(addressOf(spread)), spreadNames)
    }
  }
  return newDict()
}
