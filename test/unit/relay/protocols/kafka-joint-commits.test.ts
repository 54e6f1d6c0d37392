// Offsets of several partitions: committed together while a commit is under way, each with its own outcome.
import { expect, it } from 'vitest'
import { JointCommits } from '../../../../relay/protocols/kafka/joint-commits.ts'

const at = (partition: number, offset = '1') => ({ topic: 't', partition, offset })

it('offsets that come while a commit is under way go together with the next one', async () => {
  const committed: number[][] = []
  const finish: (() => void)[] = []
  const commits = new JointCommits(async (offsets) => {
    committed.push(offsets.map(({ partition }) => partition))
    await new Promise<void>((done) => finish.push(done))
  })
  const settled: number[] = []
  const add = (partition: number) => commits.add(at(partition)).then(() => void settled.push(partition))
  const all = [add(0), add(1)]
  await expect.poll(() => committed).toEqual([[0, 1]])
  all.push(add(2), add(3))
  await new Promise((turn) => setImmediate(turn))
  expect([committed, settled]).toEqual([[[0, 1]], []])
  finish[0]!()
  await expect
    .poll(() => committed)
    .toEqual([
      [0, 1],
      [2, 3],
    ])
  expect(settled).toEqual([0, 1])
  finish[1]!()
  await Promise.all(all)
  all.push(add(4))
  await expect.poll(() => finish.length).toBe(3)
  finish[2]!()
  await Promise.all(all)
})

it('a refusal of one partition is told to that one alone', async () => {
  const commits = new JointCommits(async (offsets) => {
    if (offsets.some(({ partition }) => partition === 1)) throw new Error('not yours')
  })
  const outcomes = await Promise.allSettled([0, 1, 2].map((partition) => commits.add(at(partition))))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
