// What a step changed: rows with +, ~ or −, from the message that entered it and the one that left it.
import type { ChangeRow } from '../api.ts'
import type { Message } from '../model/message.ts'
import { Entity } from '../model/value.ts'
import { childrenOf, previewOf, textOf, typeOf, type Seen } from './view.ts'

/** More are not listed; the last row says so. */
const maxRows = 200
/** Places looked at; beyond, values that are not the same object count as changed. */
const maxLooks = 20_000

export function changesOf(before: Message, after: Message): ChangeRow[] {
  const walk = { rows: [] as ChangeRow[], looks: 0 }
  if (before.payload !== after.payload) compare(before.payload.value, after.payload.value, 'payload', walk)
  if (before.attributes !== after.attributes)
    compare(before.attributes.value, after.attributes.value, 'attributes', walk)
  const names = new Set([...before.variables.keys(), ...after.variables.keys()])
  for (const name of names) {
    const [old, made] = [before.variables.get(name), after.variables.get(name)]
    if (old === made) continue
    const path = `variables.${name}`
    if (!old) add(walk, { sign: '+', path, after: previewOf(made!.value) })
    else if (!made) add(walk, { sign: '-', path, before: previewOf(old.value) })
    else compare(old.value, made.value, path, walk)
  }
  return walk.rows
}

interface Walk {
  rows: ChangeRow[]
  looks: number
}

function compare(before: Seen, after: Seen, path: string, walk: Walk): void {
  if (before === after || walk.rows.length >= maxRows) return
  const changed: ChangeRow = { sign: '~', path, before: previewOf(before), after: previewOf(after) }
  if (++walk.looks > maxLooks) return add(walk, changed)
  if (before instanceof Entity && after instanceof Entity && before.mime === after.mime) {
    if (textOf(before) === textOf(after)) return
  }
  const [old, made] = [childrenOf(before), childrenOf(after)]
  const comparable = kindOf(before) === kindOf(after) && old.length > 0 && made.length > 0
  if (!comparable) {
    const isEqual =
      typeOf(before) === typeOf(after) && old.length === made.length && changed.before === changed.after
    if (!isEqual || isLong(before, after)) add(walk, changed)
    return
  }
  const byKey = new Map(made.map((one) => [one.key, one]))
  for (const one of old) {
    const other = byKey.get(one.key)
    byKey.delete(one.key)
    if (other) compare(one.value, other.value, path + one.step, walk)
    else add(walk, { sign: '-', path: path + one.step, before: previewOf(one.value) })
  }
  for (const one of byKey.values())
    add(walk, { sign: '+', path: path + one.step, after: previewOf(one.value) })
}

/** Scalars of one preview may still differ beyond its end. */
function isLong(before: Seen, after: Seen): boolean {
  return typeof before === 'string' && typeof after === 'string' && before !== after
}

/** An Entity is compared as its content: with a list or a dict that a script made of it too. */
function kindOf(value: Seen): string {
  if (!(value instanceof Entity)) return typeOf(value)
  return typeof childrenOf(value)[0]?.key === 'number' ? 'list' : 'dict'
}

function add(walk: Walk, row: ChangeRow): void {
  if (walk.rows.length < maxRows) walk.rows.push(row)
  else if (walk.rows.length === maxRows) walk.rows.push({ sign: '~', path: '…' })
}
