// Runs side by side: a row for each visit, marked where it came out otherwise than in the first run.
import { expect, test } from 'vitest'
import type { RunEvent } from '../../../worker/model/event.ts'
import { sideBySide } from '../../../web/runs/side-by-side.ts'

let seq = 0
const enter = (path: string): RunEvent => ({ seq: ++seq, at: seq, path, kind: 'enter' })
const leave = (path: string, value: string): RunEvent => ({ seq: ++seq, at: seq, path, kind: 'leave', values: { payload: { inline: value } } }) // prettier-ignore
const fail = (path: string): RunEvent => ({ seq: ++seq, at: seq, path, kind: 'fault', data: { fault: { code: 'A:B', message: '' } } }) // prettier-ignore

test('equal outputs are the same, other ones differ, missing visits too', () => {
  const first = [enter('a'), leave('a', '1'), enter('b'), leave('b', '2')]
  const second = [enter('a'), leave('a', '1'), enter('b'), fail('b'), enter('c'), leave('c', '3')]
  const rows = sideBySide([first, second])
  expect(rows.map(({ path, differs }) => `${path} ${differs}`)).toEqual(['a#0 false', 'b#0 true', 'c#0 true'])
  expect(rows[2]!.cells[0]).toEqual({ differs: false })
})

test('a step that was tried again has a row for each time, a round its number', () => {
  const once = [enter('l/x[0]/a'), leave('l/x[0]/a', '1')]
  const twice = [enter('l/x[0]/a'), fail('l/x[0]/a'), enter('l/x[0]/a'), leave('l/x[0]/a', '1')]
  const rows = sideBySide([once, twice])
  expect(rows.map(({ path, round, differs }) => `${path} ${round} ${differs}`)).toEqual([
    'l/x[0]/a#0 0 true',
    'l/x[0]/a#1 0 true',
  ])
})
