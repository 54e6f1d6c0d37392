// How a place can be shown besides as a tree and as text.
import type { OtherView, ValuePlace } from '../api.ts'
import type { Message } from '../model/message.ts'
import { Entity, MultiMap } from '../model/value.ts'
import { childrenOf, textOf, typeOf, type Seen } from './view.ts'
import { seenAt } from './windows.ts'

/** Bytes that say whether JSON is a list of dicts: 50 MB are not parsed to offer a button. */
const looked = 1024

export function viewsOf(message: Message, place: ValuePlace): OtherView[] {
  const { value } = seenAt(message, place)
  const views: OtherView[] = []
  if (value instanceof Entity && /^image\//.test(value.mime)) views.push('image')
  if (isXml(value)) views.push('xml')
  if (isTable(value)) views.push('table')
  if (value instanceof Entity || value instanceof Uint8Array) views.push('hex')
  return views
}

export function isDict(value: Seen): boolean {
  return typeOf(value) === 'dict' && !(value instanceof MultiMap)
}

/** By its type, or a text that begins as XML does. */
function isXml(value: Seen): boolean {
  if (value instanceof Entity) return /[/+]xml\b/.test(value.mime)
  return typeof value === 'string' && /^\s*<(\?xml|[A-Za-z_][\w:.-]*[\s/>])/.test(value.slice(0, looked))
}

/** A list that starts with a dict. */
function isTable(value: Seen): boolean {
  if (value instanceof Entity && /[/+]json\b/.test(value.mime)) {
    const begin = textOf(new Entity(value.bytes.subarray(0, looked), value.mime, value.encoding))
    if (/^\s*[^\s]/.test(begin)) return /^\s*\[\s*\{/.test(begin)
  }
  const [first] = childrenOf(value)
  return first !== undefined && typeof first.key === 'number' && isDict(first.value)
}
