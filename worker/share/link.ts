// What a link carries and how: `#a=1.<base64url(raw deflate(JSON))>`. Pure. Reading trusts nothing: size of the text, size
// while inflating, UTF-8, depth, then every field, into new objects.
import type { RecordedEffect, RunRecord } from '../api.ts'
import type { App, Sample } from '../model/app.ts'
import type { Outcome, RunSummary } from '../model/event.ts'
import { fault, isFault, type Fault } from '../model/fault.ts'
import { AppReader, parseJson } from '../model/read-app.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { deflate, inflate } from './inflate.ts'

export interface Shared {
  app: App
  /** The flow to show first. */
  flow?: string
  sample?: Sample
  /** A recorded run, replayed when the link is opened. */
  run?: RunRecord
  /** `read`: shown and replayed only; `copy`: offered for *Save a copy*. */
  view: 'read' | 'copy'
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

/** Whether a fragment claims to be a shared app, of whatever version. */
export function isShareFragment(fragment: string): boolean {
  return /^#?[ae]=/.test(fragment)
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
    return sharedOf(parseJson(text))
  } catch (thrown) {
    if (!isFault(thrown)) throw broken('it cannot be read')
    if (thrown.code === 'APP:NEWER') throw { ...thrown, code: 'LINK:NEWER' } satisfies Fault
    if (thrown.code === 'APP:TOO_LARGE') throw { ...thrown, code: 'LINK:TOO_LARGE' } satisfies Fault
    throw { ...broken(thrown.message), cause: thrown } satisfies Fault
  }
}

function sharedOf(value: unknown): Shared {
  const reader = new AppReader()
  const from = reader.record(value, 'link')
  const app = reader.app(from.app)
  const shared: Shared = reader.fresh({ app, view: from.view === 'read' ? 'read' : 'copy' })
  const flow = reader.maybeText(from, 'flow', 'link')
  if (flow !== undefined && app.flows.some((one) => one.id === flow)) shared.flow = flow
  if (from.sample !== undefined) shared.sample = reader.sample(from.sample, 'sample')
  if (from.run !== undefined) shared.run = readRun(reader, from.run, app)
  return shared
}

/** The recorded run; what it says of itself is only shown, what counts are its input and effects. */
function readRun(reader: AppReader, value: unknown, app: App): RunRecord {
  const from = reader.record(value, 'run')
  if (from.format !== 'weft-run/1') throw broken('its recorded run has a format that is not known')
  return reader.fresh({
    format: 'weft-run/1',
    summary: readSummary(reader, from.summary, app),
    input: reader.sample(from.input, 'run.input'),
    base: reader.maybeText(from, 'base', 'run') ?? '',
    effects: reader.list(from, 'effects', 'run', (item, at) => readEffect(reader, item, at)),
  })
}

function readSummary(reader: AppReader, value: unknown, app: App): RunSummary {
  const at = 'run.summary'
  const from = reader.record(value, at)
  const flow = reader.id(from, 'flow', at)
  const known = app.flows.find((one) => one.id === flow)
  if (!known) throw broken('its recorded run is of another flow')
  const outcome = reader.oneOf(from, 'outcome', ['ok', 'failed', 'cancelled'], at) as Outcome
  const number = (name: string): number => (typeof from[name] === 'number' ? from[name] : 0)
  const summary: RunSummary = reader.fresh({
    id: reader.id(from, 'id', at),
    app: app.id,
    appName: app.name,
    appHash: reader.maybeText(from, 'appHash', at) ?? '',
    flow,
    flowName: known.name,
    trigger: reader.maybeText(from, 'trigger', at) ?? '',
    startedAt: number('startedAt'),
    took: number('took'),
    outcome,
    steps: number('steps'),
    events: number('events'),
    bytes: number('bytes'),
  })
  if (from.fault !== undefined) summary.fault = readFault(reader, from.fault, `${at}.fault`)
  return summary
}

function readEffect(reader: AppReader, value: unknown, at: string): RecordedEffect {
  const from = reader.record(value, at)
  const outcome = reader.record(from.outcome, `${at}.outcome`)
  return reader.fresh({
    key: reader.text(from, 'key', at),
    kind: reader.name(from, 'kind', at),
    outcome: Object.hasOwn(outcome, 'fault')
      ? reader.fresh({ fault: readFault(reader, outcome.fault, `${at}.outcome.fault`) })
      : reader.fresh({ value: reader.tagged(outcome.value ?? null, `${at}.outcome`) }),
  })
}

function readFault(reader: AppReader, value: unknown, at: string): Fault {
  const from = reader.record(value, at)
  const read = reader.tagged(from, at) as unknown as Fault
  return Object.assign(read, {
    code: reader.name(from, 'code', at),
    message: reader.text(from, 'message', at),
  })
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
