// The module _record: instances of which modules of the library make many are made in one step.
import { arg } from '../../builtins/bind.ts'
import { newRecord } from '../../container/table.ts'
import { setSlot } from '../../value/object.ts'
import { addressOf, UNBOUND, Value } from '../../value/value.ts'
import { newInstance } from '../../vm/construct.ts'

/// _record.make(cls, names, values, /) -> object
/// An instance of a class whose attributes are the names and values of two tuples; its `__init__` is not called.
export function make(args: usize): Value {
  const instance = newInstance(arg(args, 0), UNBOUND)
  setSlot(addressOf(instance), 1, newRecord(addressOf(arg(args, 1)), addressOf(arg(args, 2)) + 8))
  return instance
}
