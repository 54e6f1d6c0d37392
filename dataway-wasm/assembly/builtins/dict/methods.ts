// dict: the type, its methods, and the set behaviour of its views.
import { arg } from '../bind.ts'
import { asDict, dictCopy, dictGet, dictUpdate, mergeTable, newDict, newView } from '../../container/dict.ts'
import { appendEntry, clearTable, entryKey, entryValue, FAILED, findEntry, lastEntry, lookUp, removeFound, tableSet } from '../../container/table.ts'
import { pair } from '../../container/tuple.ts'
import { disjoint, tableOf } from '../../container/set.ts'
import { hash32, hashFailed } from '../../ops/hash.ts'
import { iter, next } from '../../ops/iterate.ts'
import { charge } from '../../memory/limits.ts'
import { strConst } from '../../text/str.ts'
import { Kind } from '../../value/object.ts'
import { addressOf, ERROR, None, STOP, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, raiseWith } from '../../vm/raise.ts'

/// dict(iterable=..., /, **kwargs)
/// A dict of pairs, of another dict, of keyword arguments.
/// >>> dict([('a', 1)], b=2)
/// {'a': 1, 'b': 2}
export function dict(args: usize): Value {
  const d = newDict()
  if (arg(args, 0) != UNBOUND && !dictUpdate(d, arg(args, 0))) return ERROR
  mergeTable(addressOf(d), addressOf(arg(args, 1)))
  return d
}
/// dict.get(self, key, default=None, /)
/// The value of a key, `default` when there is none.
/// >>> {'a': 1}.get('b', 0)
/// 0
export function get(args: usize): Value {
  const v = dictGet(arg(args, 0), arg(args, 1))
  return v == UNBOUND ? arg(args, 2) : v
}
/// dict.setdefault(self, key, default=None, /)
/// The value of a key, which is set to `default` first when there is none.
/// >>> d = {}
/// >>> d.setdefault('a', []).append(1)
/// >>> d
/// {'a': [1]}
export function setdefault(args: usize): Value {
  const t = asDict(arg(args, 0))
  const h = hash32(arg(args, 1))
  if (hashFailed) return ERROR
  const e = findEntry(t, arg(args, 1), h)
  if (e == FAILED) return ERROR
  if (e) return entryValue(e)
  appendEntry(t, arg(args, 1), arg(args, 2), h)
  return arg(args, 2)
}
/// dict.pop(self, key, default=..., /)
/// Removes a key and gives its value; `default` when there is none.
/// >>> {'a': 1}.pop('a')
/// 1
export function pop(args: usize): Value {
  const t = asDict(arg(args, 0))
  const e = lookUp(t, arg(args, 1))
  if (e == FAILED) return ERROR
  if (!e) return arg(args, 2) == UNBOUND ? raiseWith(ExcKind.KeyError, arg(args, 1)) : arg(args, 2)
  const v = entryValue(e)
  removeFound(t, e, false)
  return v
}
/// dict.popitem(self, /)
/// Removes and gives the last pair.
/// >>> {'a': 1, 'b': 2}.popitem()
/// ('b', 2)
export function popitem(args: usize): Value {
  const t = asDict(arg(args, 0))
  const e = lastEntry(t)
  if (!e) return raiseWith(ExcKind.KeyError, strConst('popitem(): dictionary is empty'))
  const p = pair(entryKey(e), entryValue(e))
  removeFound(t, e)
  return p
}
/// dict.update(self, other=..., /, **kwargs)
/// Sets the pairs of another dict, of an iterable of pairs, of keyword arguments.
/// >>> d = {'a': 1}
/// >>> d.update({'b': 2}, c=3)
/// >>> d
/// {'a': 1, 'b': 2, 'c': 3}
export function update(args: usize): Value {
  if (arg(args, 1) != UNBOUND && !dictUpdate(arg(args, 0), arg(args, 1))) return ERROR
  mergeTable(asDict(arg(args, 0)), addressOf(arg(args, 2)))
  return None
}
/// dict.clear(self, /)
/// Removes all pairs.
/// >>> d = {'a': 1}
/// >>> d.clear()
/// >>> d
/// {}
export function clear(args: usize): Value {
  clearTable(asDict(arg(args, 0)))
  return None
}
/// dict.copy(self, /)
/// A new dict of the same pairs.
/// >>> {'a': 1}.copy()
/// {'a': 1}
export function copy(args: usize): Value {
  return dictCopy(arg(args, 0))
}
/// dict.keys(self, /)
/// The keys, as a view that follows the dict.
/// >>> {'a': 1}.keys()
/// dict_keys(['a'])
export function keys(args: usize): Value {
  return newView(Kind.DICT_KEYS, arg(args, 0))
}
/// dict.values(self, /)
/// The values, as a view that follows the dict.
/// >>> {'a': 1}.values()
/// dict_values([1])
export function values(args: usize): Value {
  return newView(Kind.DICT_VALUES, arg(args, 0))
}
/// dict.items(self, /)
/// Pairs of key and value, as a view that follows the dict.
/// >>> {'a': 1}.items()
/// dict_items([('a', 1)])
export function items(args: usize): Value {
  return newView(Kind.DICT_ITEMS, arg(args, 0))
}
/// dict.fromkeys(iterable, value=None, /)
/// A dict with these keys and one value.
/// >>> dict.fromkeys('ab', 0)
/// {'a': 0, 'b': 0}
export function fromkeys(args: usize): Value {
  const d = newDict()
  const it = iter(arg(args, 0))
  if (it == ERROR) return ERROR
  while (true) {
    const v = next(it)
    if (v == STOP) return d
    if (v == ERROR || !charge(1) || !tableSet(addressOf(d), v, arg(args, 1))) return ERROR
  }
}

function viewDisjoint(view: Value, other: Value): Value {
  const t = tableOf(view)
  return t ? disjoint(t, other) : ERROR
}
/// dict_keys.isdisjoint(self, other, /)
/// Whether no key is in `other`.
/// >>> {'a': 1}.keys().isdisjoint(['b'])
/// True
export function keysDisjoint(args: usize): Value {
  return viewDisjoint(arg(args, 0), arg(args, 1))
}
/// dict_items.isdisjoint(self, other, /)
/// Whether no pair is in `other`.
/// >>> {'a': 1}.items().isdisjoint([('a', 2)])
/// True
export function itemsDisjoint(args: usize): Value {
  return viewDisjoint(arg(args, 0), arg(args, 1))
}
