// The strip shows one dot a visit, drops what belongs to an older text, and lets one slow script not hold up the rest.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveStrip } from '../../../../web/inspector/live-strip.svelte.ts'
import type { Preview, ValuePlace } from '../../../../worker/api.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const inputs = [1, 2, 3].map((seq): ValuePlace => ({ run: 'r', seq, part: 'message', path: [] }))
const question = { source: 'x', mode: 'expression' as const, as: undefined }
const ok = (type: string, took = 1): Preview => ({ ok: true, text: '', type, took })
const failed: Preview = { ok: false, fault: { code: 'DATAWAY:EXCEPTION', message: 'KeyError' }, took: 1 }

test('a value, None and an error have dots of their own', async () => {
  const answers = [ok('str'), ok('NoneType'), failed]
  const strip = new LiveStrip(async (_source, _mode, _as, input) => answers[(input as ValuePlace).seq - 1]!)
  strip.ask(question, inputs)
  expect(strip.dots).toEqual([undefined, undefined, undefined])
  await vi.runAllTimersAsync()
  expect(strip.dots).toEqual(['ok', 'null', 'error'])
})

test('an older text is not asked on, and one visit alone has no strip', async () => {
  const asked: string[] = []
  const strip = new LiveStrip(async (source) => {
    asked.push(source)
    return ok('str')
  })
  strip.ask(question, inputs)
  strip.ask({ ...question, source: 'y' }, inputs)
  await vi.runAllTimersAsync()
  expect(asked).toEqual(['y', 'y', 'y'])
  strip.ask(question, inputs.slice(0, 1))
  await vi.runAllTimersAsync()
  expect(strip.dots).toEqual([])
  expect(asked).toHaveLength(3)
})

test('after a script that took long the other visits are left open', async () => {
  const strip = new LiveStrip(async () => ok('str', 2000))
  strip.ask(question, inputs)
  await vi.runAllTimersAsync()
  expect(strip.dots).toEqual(['ok', undefined, undefined])
})
