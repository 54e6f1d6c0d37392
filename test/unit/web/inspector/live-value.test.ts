// The live value asks one question at a time, skips what was typed over, and never shows an answer to an older text.
import { expect, test } from 'vitest'
import { LiveValue, type Question } from '../../../../web/inspector/live-value.svelte.ts'
import type { Preview } from '../../../../worker/api.ts'

const question = (source: string): Question => ({
  source,
  mode: 'expression',
  as: undefined,
  input: { id: 's', name: 's' },
})

function engine() {
  const asked: { source: string; answer: (preview: Preview) => void; fail: (thrown: unknown) => void }[] = []
  const live = new LiveValue((source) => new Promise((answer, fail) => asked.push({ source, answer, fail })))
  return { live, asked }
}
const value = (text: string): Preview => ({ ok: true, text, type: 'int', took: 1 })
const turn = () => new Promise((resolve) => setTimeout(resolve))

test('what is typed during a question is asked once, the newest only', async () => {
  const { live, asked } = engine()
  live.ask(question('1'))
  live.ask(question('1 '))
  live.ask(question('1 + 1'))
  asked[0]!.answer(value('1'))
  await turn()
  expect(live.value).toBeUndefined()
  expect(asked.map((a) => a.source)).toEqual(['1', '1 + 1'])
  asked[1]!.answer(value('2'))
  await turn()
  expect(live.value).toEqual(value('2'))
  expect(live.old).toBe(false)
})

test('an emptied field shows nothing, also when an answer comes late', async () => {
  const { live, asked } = engine()
  live.ask(question('1'))
  live.ask(question(''))
  asked[0]!.answer(value('1'))
  await turn()
  expect(live.value).toBeUndefined()
})

test('a worker that dies is told as a fault, and the next text is asked again', async () => {
  const { live, asked } = engine()
  live.ask(question('1'))
  asked[0]!.fail(new Error('gone'))
  await turn()
  expect(live.value).toMatchObject({ ok: false, fault: { message: 'gone' } })
  live.ask(question('2'))
  asked[1]!.answer(value('2'))
  await turn()
  expect(live.value).toEqual(value('2'))
})
