// The bidirectional sync scenario: the sample, its second run, and 200 pairs of address books made by chance. For those
// the truth is known from how they were made: an edit script is played on a common state, and what must come out of it
// follows from the edits, not from a second merge.
import { describe, expect, test, vi } from 'vitest'
import { memoryStore, ownData, type DemoData, type Row } from '../../../../worker/demo/state.ts'
import app from '../../../../worker/templates/bidirectional/app.json' with { type: 'json' }
import { chanceOf, expected, scenario } from '../../../support/scenario.ts'

vi.setConfig({ testTimeout: 60_000 })

const LEFT = '/left/contacts'
const RIGHT = '/right/contacts'
const nothing = { toLeft: [], toRight: [], conflicts: [], aliases: [] }
const byKey = (rows: Row[]) => [...rows].sort((a, b) => (String(a['key']) < String(b['key']) ? -1 : 1))

test('the sample: report, both sides, and a second run that does nothing', async () => {
  const copy = scenario(app, memoryStore())
  expect(await copy.run()).toEqual(expected('bidirectional_report'))
  const merged = expected('bidirectional_merged') as Row[]
  const sides = () => copy.look(({ collections }) => [byKey(collections[LEFT]!.rows), byKey(collections[RIGHT]!.rows)]) // prettier-ignore
  const [left, right] = await sides()
  expect(left).toEqual(merged)
  expect(right).toEqual(byKey(merged.map((row) => (row['key'] === 'L7' ? { ...row, key: 'R7' } : row))))
  expect(await copy.run()).toEqual(nothing)
  expect(await sides()).toEqual([left, right])
})

test('a change on either side after a merge goes to the other, also of a person with two keys', async () => {
  const copy = scenario(app, memoryStore())
  await copy.run()
  await copy.look(({ collections }) => {
    const zoe = collections[RIGHT]!.rows.find((row) => row['key'] === 'R7')!
    Object.assign(zoe, { title: 'Director', updatedAt: '2026-11-20T00:00:00Z' })
  })
  expect(await copy.run()).toEqual({ ...nothing, toLeft: [['update', 'L7', ['title']]] })
  await copy.look(({ collections }) => {
    const rows = collections[LEFT]!.rows
    rows.splice(rows.findIndex((row) => row['key'] === 'L7'), 1) // prettier-ignore
  })
  expect(await copy.run()).toEqual({ ...nothing, toRight: [['delete', 'L7']] })
  expect(await copy.run()).toEqual(nothing)
})

test('a write that is refused loses nothing: the next run does it', async () => {
  const faults = { [`PUT ${LEFT}/k2`]: [422, 200] }
  const copy = scenario(app, memoryStore({ ...ownData, faults }))
  await expect(copy.run()).rejects.toThrow('HTTP:422')
  await copy.run()
  const left = await copy.look(({ collections }) => byKey(collections[LEFT]!.rows))
  expect(left).toEqual(expected('bidirectional_merged'))
  expect(await copy.run()).toEqual(nothing)
})

describe('any pair of this shape', () => {
  for (let from = 1; from <= 200; from += 50)
    test(`seeds ${from} to ${from + 49}`, async () => {
      for (let seed = from; seed < from + 50; seed++) {
        const { data, report, merged } = pairOf(seed)
        const copy = scenario(app, memoryStore(data))
        expect(await copy.run(), `seed ${seed}`).toEqual(report)
        const left = await copy.look(({ collections }) => byKey(collections[LEFT]!.rows))
        expect(left, `left of seed ${seed}`).toEqual(byKey(merged))
        expect(await copy.run(), `second run of seed ${seed}`).toEqual(nothing)
      }
    })
})

/** A common state, what happens to each person in it, and what must come of that. */
function pairOf(seed: number) {
  const { below, pick, happens } = chanceOf(seed)
  const base: Row[] = []
  const left: Row[] = []
  const right: Row[] = []
  const merged: Row[] = []
  const report = { toLeft: [] as unknown[][], toRight: [] as unknown[][], conflicts: [] as Row[], aliases: [] as string[][] } // prettier-ignore
  const time = (day: number) => `2026-11-${String(day).padStart(2, '0')}T0${below(9)}:00:00Z`
  for (let i = 0; i < below(14); i++) {
    const key = `k${10 + i}`
    const common: Row = { key, name: pick(['Mei Lin', '王伟', 'Zoë Katz']), email: `${key}@firm.example`, phone: pick(['', '+31612345678']), title: pick(['Buyer', 'CTO']), updatedAt: '2026-11-01T00:00:00Z' } // prettier-ignore
    const mine = { ...common, title: `Left title ${i}`, updatedAt: time(10) }
    const yours = { ...common, phone: `+1${i}`, updatedAt: time(12) }
    const both = { key, kind: 'delete/update', kept: 'update' }
    const add = (b?: Row, l?: Row, r?: Row, m?: Row) => {
      if (b) base.push(b)
      if (l) left.push(l)
      if (r) right.push(r)
      if (m) merged.push(m)
    }
    switch (below(11)) {
      case 0:
        add(common, common, common, common)
        break
      case 1:
        add(common, mine, common, mine)
        report.toRight.push(['update', key, ['title']])
        break
      case 2:
        add(common, common, yours, yours)
        report.toLeft.push(['update', key, ['phone']])
        break
      case 3:
        add(common, mine, yours, { ...yours, title: mine.title })
        report.toLeft.push(['update', key, ['phone']])
        report.toRight.push(['update', key, ['title']])
        break
      case 4: {
        const leftWins = happens(0.5)
        const other = { ...common, title: `Right title ${i}`, updatedAt: time(leftWins ? 8 : 14) }
        const [kept, told] = leftWins ? [mine, report.toRight] : [other, report.toLeft]
        add(common, mine, other, kept)
        told.push(['update', key, ['title']])
        report.conflicts.push({ key, kind: 'field', field: 'title', left: mine.title, right: other.title, kept: leftWins ? 'left' : 'right' }) // prettier-ignore
        break
      }
      case 5:
        add(common, undefined, common)
        report.toRight.push(['delete', key])
        break
      case 6:
        add(common, common, undefined)
        report.toLeft.push(['delete', key])
        break
      case 7:
        add(common, undefined, yours, yours)
        report.toLeft.push(['create', key])
        report.conflicts.push(both)
        break
      case 8:
        add(common, mine, undefined, mine)
        report.toRight.push(['create', key])
        report.conflicts.push(both)
        break
      case 9:
        if (happens(0.5)) {
          add(undefined, mine, undefined, mine)
          report.toRight.push(['create', key])
        } else {
          add(undefined, undefined, yours, yours)
          report.toLeft.push(['create', key])
        }
        break
      default: {
        // The same person made on both sides: the right one has a phone and writes the address in capitals.
        const l: Row = { ...common, key: `L${key}`, phone: '', updatedAt: time(10) }
        const r: Row = { ...l, key: `R${key}`, email: ` ${String(l["email"]).toUpperCase()}`, phone: `+2${i}`, updatedAt: time(12) } // prettier-ignore
        add(undefined, l, r, { ...r, key: `L${key}`, email: l['email'] })
        report.toLeft.push(['update', `L${key}`, ['phone']])
        report.toRight.push(['update', `L${key}`, ['email']])
        report.aliases.push([`L${key}`, `R${key}`])
      }
    }
  }
  const byName = (list: unknown[][]) => list.sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1))
  byName(report.toLeft)
  byName(report.toRight)
  const faults: Record<string, number[]> = happens(0.3) ? { [`GET ${LEFT}`]: [503, 200], [`PUT ${RIGHT}/k10`]: [500, 200] } : {} // prettier-ignore
  const data: DemoData = {
    ...ownData,
    documents: { '/pair/base': { type: 'application/json', text: JSON.stringify({ records: base, aliases: [] }) } }, // prettier-ignore
    collections: { [LEFT]: { id: 'key', rows: left }, [RIGHT]: { id: 'key', rows: right } },
    faults,
  }
  return { data, report, merged }
}
