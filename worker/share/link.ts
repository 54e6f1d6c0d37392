// What a link carries and how: `#a=1.<base64url(raw deflate(JSON))>`. Pure. Reading trusts nothing: size of the text, size
// while inflating, UTF-8, depth, then every field, into new objects.
import type { RecordedEffect, RunRecord } from '../api.ts'
import type { App, Sample, Tagged } from '../model/app.ts'
import type { RunPart } from '../model/debug.ts'
import type { Outcome, RunSummary } from '../model/event.ts'
import { fault, isFault, type Fault } from '../model/fault.ts'
import { appFrom, mocksFrom, parseBounded, Reader, sampleFrom } from '../model/validate.ts'
import { fromBase64Url, toBase64Url } from '../model/base64url.ts'
import { deflate, inflate } from './inflate.ts'

export interface Shared {
  app: App
  /** The flow to show first. */
  flow?: string
  sample?: Sample
  /** A recorded run, replayed when the link is opened. */
  run?: RunRecord
  /** Values of connections that its receiver is asked for. */
  blanks?: Blank[]
  /** `read`: shown and replayed only; `copy`: offered for *Save a copy*. */
  view: 'read' | 'copy'
}

export interface Blank {
  /** Id of the connection, and which of its fields. */
  connection: string
  field: string
}

export const linkLimits = {
  /** Bytes after base64url. */
  compressed: 64 * 1024,
  inflated: 1024 * 1024,
  /** Characters up to which a link survives chats and mails; above, a file is offered. */
  comfortable: 8 * 1024,
  milliseconds: 2_000,
}
const prefix = 'a=1.'

/** The fragment without its `#`. */
export async function toFragment(shared: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared))
  if (bytes.length > linkLimits.inflated) throw tooLarge()
  const packed = await deflate(bytes)
  if (packed.length > linkLimits.compressed) throw tooLarge()
  return prefix + toBase64Url(packed)
}

/** Faults: LINK:BROKEN, LINK:TOO_LARGE, LINK:NEWER. */
export async function fromFragment(fragment: string): Promise<Shared> {
  const text = fragment.replace(/^#/, '')
  const version = /^([a-z])=(\d+)\./.exec(text)
  if (!version) throw broken('it does not begin as a link of Weft does')
  if (!text.startsWith(prefix)) {
    throw fault('LINK:NEWER', 'This link was made by a newer version of Weft.', {
      hint: 'Reload the page to get the newest version, then open the link again.',
      data: { version: `${version[1]}=${version[2]}` },
    })
  }
  const body = text.slice(prefix.length)
  if (body.length > Math.ceil((linkLimits.compressed * 4) / 3)) throw tooLarge()
  const packed = fromBase64Url(body)
  if (!packed) throw broken('it has characters that no link has, or its end is missing')
  const bytes = await inflate(packed, linkLimits.inflated)
  if (bytes === 'too-large') throw tooLarge()
  if (bytes === 'broken') throw broken('a part of it is missing or changed')
  return readShared(decodeUtf8(bytes))
}

/** Reads what a link or a shared file says. */
export function readShared(text: string): Shared {
  try {
    return sharedOf(parseBounded(text))
  } catch (thrown) {
    if (!isFault(thrown)) throw broken('it cannot be read')
    if (thrown.code.startsWith('LINK:')) throw thrown
    if (thrown.code === 'APP:NEWER') throw { ...thrown, code: 'LINK:NEWER' } satisfies Fault
    if (thrown.code === 'APP:TOO_LARGE' || thrown.code === 'APP:DEPTH') throw { ...tooLarge(), cause: thrown }
    throw { ...broken('what is in it is not what an app has'), cause: thrown } satisfies Fault
  }
}

function sharedOf(value: Tagged): Shared {
  const from = new Reader('link').object(value)
  const app = appFrom(from['app'] ?? null)
  const shared: Shared = { app, view: from['view'] === 'read' ? 'read' : 'copy' }
  const flow = app.flows.find((one) => one.id === from['flow'])
  if (flow) shared.flow = flow.id
  if (from['sample'] !== undefined) shared.sample = sampleFrom(from['sample'], new Reader('sample'))
  if (from['run'] !== undefined) shared.run = recordFrom(from['run'], app)
  if (from['blanks'] !== undefined) shared.blanks = blanksFrom(from['blanks'], app)
  return shared
}

/** Of connections that are there; what is not is left out. */
function blanksFrom(value: Tagged, app: App): Blank[] {
  const at = new Reader('blanks')
  const all = at.list(value, 'blanks').map((one, i): Blank => {
    const inner = at.in(`[${i}]`)
    const from = inner.object(one)
    return {
      connection: inner.text(from['connection'], 'connection', 64),
      field: inner.text(from['field'], 'field', 100),
    }
  })
  return all.filter(({ connection }) => app.connections.some(({ id }) => id === connection))
}

/** The recorded run; what it says of itself is only shown, what counts are its input and effects. */
export function recordFrom(value: Tagged, app: App): RunRecord {
  const at = new Reader('run')
  const from = at.object(value)
  if (from['format'] !== 'weft-run/1') throw broken('its recorded run has a format that is not known')
  return {
    format: 'weft-run/1',
    summary: summaryFrom(from['summary'] ?? null, app),
    input: sampleFrom(from['input'] ?? null, at.in('input')),
    base: at.text(from['base'] ?? '', 'base', 2_000),
    effects: at.list(from['effects'], 'effects').map((one, i) => effectFrom(one, at.in(`effects[${i}]`))),
    ...(from['mocks'] !== undefined && { mocks: mocksFrom(from['mocks'], at) }),
    ...(from['part'] !== undefined && { part: partFrom(from['part'], at.in('part')) }),
    ...(typeof from['digest'] === 'string' && { digest: at.text(from['digest'], 'digest', 100) }),
  }
}

function partFrom(value: Tagged, at: Reader): RunPart {
  const from = at.object(value)
  return {
    steps: at.list(from['steps'], 'steps').map((one) => at.text(one, 'steps', 64)),
    ...(from['error'] !== undefined && { error: faultFrom(from['error'], at.in('error')) }),
  }
}

const outcomes: Outcome[] = ['ok', 'failed', 'cancelled']

function summaryFrom(value: Tagged, app: App): RunSummary {
  const at = new Reader('run.summary')
  const from = at.object(value)
  const flow = app.flows.find((one) => one.id === from['flow'])
  if (!flow) throw broken('its recorded run is of another flow')
  const outcome = outcomes.find((one) => one === from['outcome'])
  if (!outcome) throw broken('its recorded run has not ended')
  const number = (name: string): number => at.number(from[name] ?? 0, name)
  const summary: RunSummary = {
    id: at.text(from['id'], 'id', 64),
    app: app.id,
    appName: app.name,
    appHash: at.text(from['appHash'] ?? '', 'appHash', 200),
    flow: flow.id,
    flowName: flow.name,
    trigger: at.text(from['trigger'] ?? '', 'trigger', 200),
    startedAt: number('startedAt'),
    took: number('took'),
    outcome,
    steps: number('steps'),
    events: number('events'),
    bytes: number('bytes'),
  }
  return from['fault'] === undefined
    ? summary
    : { ...summary, fault: faultFrom(from['fault'], at.in('fault')) }
}

function effectFrom(value: Tagged, at: Reader): RecordedEffect {
  const from = at.object(value)
  const outcome = at.object(from['outcome'])
  return {
    key: at.text(from['key'], 'key'),
    kind: at.text(from['kind'], 'kind', 100),
    asked: at.text(from['asked'] ?? '', 'asked'),
    outcome:
      outcome['fault'] === undefined
        ? { value: outcome['value'] ?? null }
        : { fault: faultFrom(outcome['fault'], at.in('outcome.fault')) },
  }
}

function faultFrom(value: Tagged, at: Reader): Fault {
  const from = at.object(value)
  const code = at.text(from['code'], 'code', 200)
  return { ...(from as unknown as Fault), code, message: at.text(from['message'], 'message') }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw broken('it is not UTF-8')
  }
}

function broken(why: string): Fault {
  return fault('LINK:BROKEN', `The link cannot be opened: ${why}.`, {
    hint: 'It was probably cut when it was copied. Ask for it again, or for a file.',
  })
}
function tooLarge(): Fault {
  return fault('LINK:TOO_LARGE', 'There is more in this link than a link may hold (1 MiB unpacked).', {
    hint: 'Use a file instead of a link.',
    data: { limits: linkLimits },
  })
}
