// A recorded run as a test: its input, its clock, what came from outside as mocks, and assertions that hold for what came out.
import type { RunRecord } from '../../api.ts'
import type { App, Tagged } from '../../model/app.ts'
import { toTagged } from '../../model/codec.ts'
import type { DataWay, EvaluateEnv } from '../../model/dataway.ts'
import type { RunEvent } from '../../model/event.ts'
import { fault, type Fault } from '../../model/fault.ts'
import type { FlowTest, Mock, MockAnswer } from '../../model/flow-test.ts'
import { newId, newRunId } from '../../model/id.ts'
import type { Message } from '../../model/message.ts'
import type { Value } from '../../model/value.ts'
import { findStep } from '../../model/walk.ts'
import { answerOf } from '../mocks.ts'
import { failuresOf } from './asserts.ts'

export interface RecordedRun {
  record: RunRecord
  events: readonly RunEvent[]
  messageAt(seq: number): Promise<Message>
}

/** What a test does by itself: it has its own clock, chance, cache, kept state and locks, and waits pass at once. */
const inside = new Set(['clock', 'random', 'sleep', 'cache', 'state', 'lock', 'edit'])
const longestLiteral = 200
const mostSuggestions = 12

/**
 * Throws TEST:NO_WHOLE_RUN for a run of a part of a flow, TEST:TOO_MANY for one whose log leaves out visits of a step that
 * is to be mocked.
 */
export async function testOfRun(
  dataway: DataWay,
  app: App,
  run: RecordedRun,
  name: string,
): Promise<FlowTest> {
  const { record, events } = run
  if (record.part)
    throw fault('TEST:NO_WHOLE_RUN', 'Only a part of the flow ran; a test runs the whole flow.', {
      hint: 'Run the flow, then save that run.',
    })
  const mocks: Mock[] = []
  for (const [step, visits] of outsideVisits(record)) {
    if (findStep(app, step)) mocks.push(await mockOf(step, visits, run))
  }
  const end = events.findLast(({ kind }) => kind === 'end')
  const failed = end?.data?.fault
  const message = end && (await run.messageAt(end.seq))
  return {
    id: newId(),
    name,
    flow: record.summary.flow,
    input: { ...record.input, id: newId(), name },
    mocks,
    clock: new Date(record.summary.startedAt).toISOString(),
    seed: 1,
    asserts: message ? suggestions(dataway, app, { events, message, failed, mocks }) : [],
  }
}

/** The visits of each step that asked somebody outside, by step id. */
function outsideVisits({ effects }: RunRecord): Map<string, Set<string>> {
  const visits = new Map<string, Set<string>>()
  for (const { key, kind } of effects) {
    if (inside.has(kind)) continue
    const path = key.slice(0, key.lastIndexOf('#'))
    const step = path.slice(path.lastIndexOf('/') + 1)
    visits.set(step, (visits.get(step) ?? new Set()).add(path))
  }
  return visits
}

async function mockOf(
  step: string,
  visits: ReadonlySet<string>,
  { events, messageAt }: RecordedRun,
): Promise<Mock> {
  const answers: MockAnswer[] = []
  const entered = new Map<string, number>()
  for (const { kind, path, seq, data } of events) {
    if (path !== step && !path.endsWith(`/${step}`)) continue
    if (kind === 'enter') entered.set(path, seq)
    else if (kind === 'fault' && data?.fault)
      answers.push({ fault: { code: data.fault.code, message: data.fault.message } })
    else if (kind === 'leave' && entered.has(path))
      answers.push(answerOf(await messageAt(seq), await messageAt(entered.get(path)!)))
  }
  if (entered.size < visits.size)
    throw fault('TEST:TOO_MANY', 'The log of this run leaves out rounds of a step that calls outside.', {
      hint: 'Run the flow with fewer items, then save that run.',
      data: { step },
    })
  return { step, answers }
}

interface Ended {
  events: readonly RunEvent[]
  message: Message
  failed: Fault | undefined
  mocks: readonly Mock[]
}

/** Assertions about what came out and how often the mocked steps ran; only those that are true of the run. */
function suggestions(dataway: DataWay, app: App, { events, message, failed, mocks }: Ended): string[] {
  const calls = new Map<Value, Value>()
  for (const { kind, path } of events) {
    if (kind !== 'enter') continue
    const id = path.slice(path.lastIndexOf('/') + 1)
    const count = Number(calls.get(id) ?? 0) + 1
    calls.set(id, count).set(findStep(app, id)?.step.name || id, count)
  }
  const run = newRunId()
  const env: EvaluateEnv = {
    run,
    clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print: () => {},
  }
  const seen = {
    message: failed ? { ...message, error: failed } : message,
    calls,
    spies: new Map(),
    values: null,
  }
  const literal = (source: string): string | undefined => {
    try {
      return dataway.text(
        dataway.evaluate(dataway.compile(`repr(${source})`, 'expression'), seen.message, env),
      )
    } catch {
      return undefined
    }
  }
  const wanted = failed
    ? [`msg.error['code'] == ${quoted(failed.code)}`]
    : aboutValue('msg.payload', toTagged(message.payload.value), literal)
  for (const { step, answers } of mocks) {
    const called = findStep(app, step)?.step.name || step
    wanted.push(`calls[${quoted(called)}] == ${answers.length}`)
  }
  const good = wanted.filter((assert) => failuresOf(dataway, [assert], seen, env).length === 0)
  dataway.release(run)
  return good.slice(0, mostSuggestions)
}

/** A value that is short as a whole; else its size and its short parts. */
function aboutValue(
  source: string,
  value: Tagged,
  literal: (source: string) => string | undefined,
): string[] {
  const whole = literal(source)
  if (whole !== undefined && whole.length <= longestLiteral) return [`${source} == ${whole}`]
  if (Array.isArray(value)) return [`len(${source}) == ${value.length}`]
  if (typeof value !== 'object' || value === null) return []
  const keys = '$entity' in value ? keysOf(literal(`list(${source})`)) : Object.keys(value).filter((key) => !key.startsWith('$')) // prettier-ignore
  return keys.flatMap((key) => {
    const part = `${source}[${quoted(key)}]`
    const text = literal(part)
    if (text !== undefined && text.length <= longestLiteral) return [`${part} == ${text}`]
    return [`len(${part}) == ${literal(`len(${part})`) ?? 0}`]
  })
}

/** The keys in Python's text of a list of strings. */
function keysOf(text = ''): string[] {
  return [...text.matchAll(/'([^'\\]*)'/g)].map((found) => found[1]!)
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}
