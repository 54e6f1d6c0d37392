// Work that runs beside each other: at most so many at once, results in input order, one rule for errors.
import type { Branch } from '../model/app.ts'
import type { BranchGroup } from '../model/context.ts'
import type { Data } from '../model/data.ts'
import { isFault, type Fault } from '../model/fault.ts'
import type { MaybePromise } from '../model/maybe-promise.ts'
import { emptyDict, next, type Message } from '../model/message.ts'
import type { Value } from '../model/value.ts'

export type Settled<T> = { value: T } | { fault: Fault }

/**
 * Starts `count` pieces of work, at most `most` at once. Without `collect` the first Fault stops the others and the first
 * one in input order is thrown; with it every piece gives its result or its Fault.
 */
export async function pool<T>(
  group: BranchGroup,
  count: number,
  most: number,
  collect: boolean,
  start: (index: number) => MaybePromise<T>,
): Promise<Settled<T>[]> {
  const settled: Settled<T>[] = []
  let next = 0
  let failed = false
  let signal: { thrown: unknown } | undefined

  const worker = async (): Promise<void> => {
    while (next < count && !failed && !signal) {
      const index = next++
      try {
        settled[index] = { value: await start(index) }
      } catch (thrown) {
        // What is no Fault is a cancel: of the run, or by the failure of another piece.
        if (!isFault(thrown)) {
          if (!failed) signal = { thrown }
          return
        }
        settled[index] = { fault: thrown }
        if (!collect) {
          failed = true
          group.cancel()
        }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, count) }, worker))
  group.end()
  if (signal && !failed) throw signal.thrown
  if (failed) for (const one of settled) if (one && 'fault' in one) throw one.fault
  return settled
}

/** What is handed on of a piece of work: its payload, or the dict of `report` where errors are collected. */
export function resultOf(one: Settled<Message>, collect: boolean): Value {
  const valueOf = (done: Message): Value => done.payload.value
  return !collect && 'value' in one ? valueOf(one.value) : (report(one, valueOf) as Map<Value, Value>)
}

/** Starts a branch for each item, with the item as payload, no attributes, and the variables of its place. */
export async function eachAtOnce(
  group: BranchGroup,
  { items, most, collect, body }: { items: Data[]; most: number; collect: boolean; body: Branch | undefined },
  message: Message,
  variablesOf: (index: number) => Message['variables'],
): Promise<Value[]> {
  const settled = await pool(group, items.length, most, collect, (index) => {
    const start = next(message, {
      payload: items[index]!,
      attributes: emptyDict,
      variables: variablesOf(index),
      error: undefined,
    })
    return body ? group.run(body, start, index, items.length) : start
  })
  return settled.map((one) => resultOf(one, collect))
}

/** `{ok: True, value}` or `{ok: False, error: {code, desc}}`: how collected results are handed on. */
export function report<T>(one: Settled<T>, valueOf: (value: T) => unknown): Map<string, unknown> {
  if ('value' in one)
    return new Map<string, unknown>([
      ['ok', true],
      ['value', valueOf(one.value)],
    ])
  const error = new Map([
    ['code', one.fault.code],
    ['desc', one.fault.message],
  ])
  return new Map<string, unknown>([
    ['ok', false],
    ['error', error],
  ])
}
