// An App taken apart: every thing in it (flow, step, branch, sample …) with its own fields, and the lists in which they stand.
// Two Apps are compared and merged in this form, whatever the depth of their scopes.
import type { App } from '../model/app.ts'

export type Kind = 'app' | 'flow' | 'step' | 'branch' | 'sample' | 'connection' | 'variable' | 'type' | 'script' | 'test' | 'mock' // prettier-ignore

export interface Thing {
  /** `step:abcd2345`, the same in every copy of an app. */
  key: string
  kind: Kind
  id: string
  /** Its values by name; those of a form with its name before: `config.url`. */
  fields: Record<string, unknown>
  /** Names of the lists it holds: `step:abcd2345/branches`. */
  lists: string[]
}

export interface Flat {
  things: Map<string, Thing>
  /** Keys of things in order, by the name of the list. */
  lists: Map<string, string[]>
  /** The list that each thing stands in. */
  within: Map<string, string>
}

type Plain = Record<string, unknown>

/** The lists a thing holds; `one`: at most one thing, written without brackets; `maybe`: absent when empty. */
const held: Record<Kind, Record<string, { of: Kind; one?: true; maybe?: true }>> = {
  app: {
    flows: { of: 'flow' },
    connections: { of: 'connection' },
    variables: { of: 'variable' },
    types: { of: 'type' },
    scripts: { of: 'script' },
    tests: { of: 'test' },
    mocks: { of: 'mock', maybe: true },
  },
  flow: { trigger: { of: 'step', one: true }, steps: { of: 'step' }, samples: { of: 'sample' } },
  step: { branches: { of: 'branch', maybe: true } },
  branch: { steps: { of: 'step' } },
  sample: {},
  connection: {},
  variable: {},
  type: {},
  script: {},
  test: {},
  mock: {},
}
/** Fields that are forms: compared and merged field by field. */
const forms: Partial<Record<Kind, string>> = {
  flow: 'settings',
  step: 'config',
  branch: 'config',
  connection: 'config',
}
/** An app is compared with its copies: its own name for itself does not count. */
const notCompared = new Set(['id', 'format', 'cameFrom'])

export const rootKey = 'app:'

export function flatten(app: App): Flat {
  const flat: Flat = { things: new Map(), lists: new Map(), within: new Map() }
  add(flat, rootKey, 'app', '', app as unknown as Plain)
  return flat
}

/** The App again; `like` gives it its id and where it came from. */
export function unflatten(flat: Flat, like: App): App {
  const { format, id, cameFrom } = like
  const made = build(flat, flat.things.get(rootKey)!) as unknown as App
  return { ...made, format, id, ...(cameFrom && { cameFrom }) }
}

/** The list `name` that a thing holds. */
export function listName(key: string, name: string): string {
  return `${key}/${name}`
}
/** Key of the thing that holds a list. */
export function holderOf(list: string): string {
  return list.slice(0, list.lastIndexOf('/'))
}

/** Keys of a thing and of all that stands in it, a holder before what it holds. */
export function* keysWithin(flat: Flat, key: string): Generator<string> {
  yield key
  for (const list of flat.things.get(key)?.lists ?? [])
    for (const inner of flat.lists.get(list) ?? []) yield* keysWithin(flat, inner)
}

function add(flat: Flat, key: string, kind: Kind, id: string, value: Plain): void {
  const thing: Thing = { key, kind, id, fields: {}, lists: [] }
  flat.things.set(key, thing)
  const form = forms[kind]
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined || name in held[kind] || notCompared.has(name)) continue
    if (name !== form) thing.fields[name] = field
    else
      for (const [inner, one] of Object.entries(field as Plain))
        if (one !== undefined) thing.fields[`${form}.${inner}`] = one
  }
  for (const [name, { of, one }] of Object.entries(held[kind])) {
    const list = listName(key, name)
    const items = (one ? [value[name] ?? []].flat() : (value[name] ?? [])) as Plain[]
    const keys: string[] = []
    thing.lists.push(list)
    flat.lists.set(list, keys)
    for (const item of items) {
      const itsId = String(of === 'mock' ? item['step'] : item['id'])
      // Samples are named inside their flow only.
      const itsKey = of === 'sample' ? `sample:${id}/${itsId}` : `${of}:${itsId}`
      if (flat.things.has(itsKey)) continue
      keys.push(itsKey)
      flat.within.set(itsKey, list)
      add(flat, itsKey, of, itsId, item)
    }
  }
}

function build(flat: Flat, { key, kind, id, fields }: Thing): Plain {
  const made: Plain = kind === 'app' || kind === 'mock' ? {} : { id }
  const form = forms[kind]
  if (form) made[form] = {}
  for (const [name, value] of Object.entries(fields)) {
    if (form && name.startsWith(`${form}.`)) (made[form] as Plain)[name.slice(form.length + 1)] = value
    else made[name] = value
  }
  for (const [name, { one, maybe }] of Object.entries(held[kind])) {
    const things = (flat.lists.get(listName(key, name)) ?? []).map((inner) => flat.things.get(inner)!)
    const items = things.map((thing) => build(flat, thing))
    if (one ? items.length > 0 : !maybe || items.length > 0) made[name] = one ? items[0] : items
  }
  return made
}
