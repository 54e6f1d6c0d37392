// Before something is shared: what in it looks like a secret although no secret field holds it, and the same thing with chosen
// texts, or the values under chosen names, left out. Looks into text that is JSON and into bytes that are text. Pure.
import type { App } from '../model/app.ts'
import { inEveryState } from '../model/lesson.ts'
import { fromBase64, toBase64 } from '../model/base64.ts'
import type { Shared } from './link.ts'

export interface Finding {
  /** What it looks like. */
  kind: 'key' | 'token' | 'password' | 'private key' | 'random'
  /** The text itself, to be left out. */
  text: string
  /** Where it was found first: name of a step or connection, `sample`, `run`. */
  where: string
}

/** What stands in the place of what was left out. */
export const leftOut = '•••'
/** More are not listed; all are left out that are chosen by name. */
const mostFindings = 50
/** Longer texts are looked at up to here. */
const longest = 200_000

const patterns: [Finding['kind'], RegExp][] = [
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g],
  ['token', /\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bxox[abeprs]-[\w-]{10,}/g],
  ['token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g],
  ['token', /\b(?:Bearer|Basic)\s+([\w+/=.~-]{16,})/g],
  [
    'key',
    /\bA(?:KIA|SIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}|\bsk-[\w-]{20,}|\b[rs]k_live_\w{16,}|\bAKID\w{32}\b/g,
  ],
  ['password', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@:]+:([^\s/@]{3,})@/g],
  ['password', /(?:passw(?:or)?d|secret|api[-_]?key|token)["']?\s*[:=]\s*["']([^"'\s{}]{6,})["']/gi],
  ['random', /\b[\w+/-]{32,}={0,2}/g],
]
const secretNames = /passw(or)?d|passphrase|secret|token|api[-_]?key|authorization|credential|signature/i

export function findings(shared: Pick<Shared, 'app' | 'sample' | 'run'>): Finding[] {
  const found = new Map<string, Finding>()
  const add = (kind: Finding['kind'], text: string, where: string): void => {
    const isKnown = [...found.keys()].some((known) => known.includes(text))
    if (found.size < mostFindings && !isKnown && text !== leftOut) found.set(text, { kind, text, where })
  }
  const look = (thing: unknown, where: string, name: string): void => {
    walk(thing, name, (text, itsName, isWhole) => {
      for (const [kind, pattern] of patterns)
        for (const match of text.slice(0, longest).matchAll(pattern)) {
          const secret = match[1] ?? match[0]
          if (kind !== 'random' || looksRandom(secret)) add(kind, secret, where)
        }
      if (isWhole && secretNames.test(itsName) && /^\S{6,}$/.test(text) && !text.includes('msg.'))
        add('password', text, where)
    })
  }
  const { flows, connections, ...rest } = shared.app
  for (const { name, config } of connections) look(config, name, '')
  for (const flow of flows) {
    for (const step of [flow.trigger, ...flow.steps]) if (step) look(step, step.name, '')
    look(flow.samples, flow.name, '')
  }
  look(
    {
      tests: rest.tests,
      scripts: rest.scripts,
      variables: rest.variables,
      mocks: rest.mocks,
      lesson: rest.lesson,
    },
    rest.name,
    '',
  )
  if (shared.sample) look(shared.sample, 'sample', '')
  if (shared.run) look({ input: shared.run.input, effects: shared.run.effects }, 'run', '')
  return [...found.values()]
}

/** The same with these texts, and all values under these names, left out. A recorded run that changes loses its digest. */
export function without(shared: Shared, texts: readonly string[], names: readonly string[]): Shared {
  if (texts.length === 0 && names.length === 0) return shared
  const ordered = [...texts].sort((a, b) => b.length - a.length)
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()).filter(Boolean))
  const clean = (text: string) => ordered.reduce((now, one) => now.replaceAll(one, leftOut), text)
  const { run, sample, app, ...rest } = shared
  const made: Shared = {
    ...rest,
    app: changed(
      withData(app, (data) => changed(data, clean, wanted)),
      clean,
      new Set(),
    ),
  }
  if (sample) made.sample = changed(sample, clean, wanted)
  if (run) {
    const { digest, ...record } = run
    const cleaned = { ...record, input: changed(record.input, clean, wanted), effects: changed(record.effects, clean, wanted) } // prettier-ignore
    const isSame = JSON.stringify(cleaned) === JSON.stringify(record)
    made.run = isSame && digest !== undefined ? { ...cleaned, digest } : cleaned
  }
  return made
}

/** The app with its data, inputs and pinned answers, changed: what steps are called and how they are set is no data. */
function withData(app: App, change: <T>(data: T) => T): App {
  const made = inEveryState(app, (parts) => ({
    ...parts,
    flows: parts.flows.map((flow) => ({ ...flow, samples: change(flow.samples) })),
    tests: change(parts.tests),
  }))
  return app.mocks ? { ...made, mocks: change(app.mocks) } : made
}

/** 32 characters and more that no person writes: three kinds of them, evenly used. */
function looksRandom(text: string): boolean {
  if (!/[a-z]/.test(text) || !/[A-Z]/.test(text) || !/\d/.test(text)) return false
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  let bits = 0
  for (const n of counts.values()) bits -= (n / text.length) * Math.log2(n / text.length)
  return bits > 4.2
}

/** Every text in a thing with the name it stands under; `isWhole`: it is the whole value of that name. */
function walk(
  thing: unknown,
  name: string,
  told: (text: string, name: string, isWhole: boolean) => void,
): void {
  if (typeof thing === 'string') {
    told(thing, name, true)
    const inner = parsed(thing)
    if (inner !== undefined) walk(inner, name, told)
  } else if (Array.isArray(thing)) for (const one of thing) walk(one, name, told)
  else if (typeof thing === 'object' && thing !== null)
    for (const [key, value] of Object.entries(thing)) {
      const text = bytesIn(key, value)
      walk(text ?? value, key, told)
    }
}

function changed<T>(thing: T, clean: (text: string) => string, names: ReadonlySet<string>): T {
  if (typeof thing === 'string') {
    const inner = names.size > 0 ? parsed(thing) : undefined
    const written = inner === undefined ? '' : JSON.stringify(changed(inner, clean, names))
    return clean(inner === undefined || written === JSON.stringify(inner) ? thing : written) as T
  }
  if (Array.isArray(thing)) return thing.map((one: unknown) => changed(one, clean, names)) as T
  if (typeof thing !== 'object' || thing === null) return thing
  return Object.fromEntries(
    Object.entries(thing).map(([key, value]) => {
      if (names.has(key.toLowerCase())) return [key, blank(value)]
      const text = bytesIn(key, value)
      if (text === undefined) return [key, changed(value as unknown, clean, names)]
      return [key, toBase64(new TextEncoder().encode(changed(text, clean, names)))]
    }),
  ) as T
}

/** Of the same type, so that the flow still reads it. */
function blank(value: unknown): unknown {
  if (typeof value === 'number') return 0
  if (typeof value === 'boolean') return false
  return value === null ? null : leftOut
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || text.length > longest) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Bytes of an Entity, a response or a value as text, where they are UTF-8. */
function bytesIn(key: string, value: unknown): string | undefined {
  if ((key !== 'bytes' && key !== '$bytes') || typeof value !== 'string') return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(value))
  } catch {
    return undefined
  }
}
