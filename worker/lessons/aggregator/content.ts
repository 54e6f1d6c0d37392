// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `At the brewery Three Wells crates are scanned one by one. When all crates of a pallet are there, a truck is called. Today the second crate of **P2** fell off the belt. P2 waits for
it, and will wait tomorrow too.

An **aggregator** collects messages that belong together (here by \`pallet\`) until they are a whole (here so many as \`of\` says). It needs a second end: a time after which it
goes on with what it has, and says that it is not complete. In this lesson two seconds are long enough.`,
    zh: `「三井」啤酒厂一箱一箱地扫描。一个托盘的箱子到齐了，就叫货车。今天 **P2** 的第二箱从传送带上掉了下去。P2 在等它，明天还会等。

**聚合器**把属于一起的消息（这里按 \`pallet\`）收集起来，直到齐全（这里是 \`of\` 说的数量）。它还需要第二种结束：到了时间，就带着已有的走，并说明不齐。这一课里，两秒就够长了。`,
  },
  goal: {
    en: 'Two trucks: **P1** with three crates, and after a while **P2** with one, marked as not complete.',
    zh: '两辆货车：**P1** 三箱；过一会儿 **P2** 一箱，并注明不齐。',
  },
  hints: [
    {
      en: 'How long does `Collect the pallet` wait? 0 s means for ever.',
      zh: '`凑齐托盘` 最长等多久？0 s 表示一直等。',
    },
    {
      en: 'It may wait `2 s` at most. The belt needs 0.2 s a crate, so a whole pallet still has time enough.',
      zh: '让它最长等 `2 s`。传送带每箱 0.2 秒，整个托盘仍然来得及。',
    },
    {
      en: 'Nothing else has to change: what stays incomplete runs the branch as it is, and `complete` says so.',
      zh: '别的都不用改：未集齐的以现有内容执行分支，`complete` 会说明不齐。',
    },
  ],
  tasks: [
    { text: { en: 'Run it: which truck is missing?', zh: '运行一次：少了哪辆车？' }, when: { kind: 'ran' } },
    {
      text: {
        en: 'Select **Collect the pallet** and read how long it waits',
        zh: '点开**凑齐托盘**，看它等多久',
      },
      when: { kind: 'looked', step: 'collect' },
    },
    { text: { en: 'Let P2 go in time', zh: '让 P2 按时出发' }, when: { kind: 'passed', test: 'both' } },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'both', value: "[truck.payload for truck in spies['call']]" },
  solution: [{ set: 'collect', config: { timeout: '2 s' } }],
  wrong: [
    {
      says: {
        en: 'Too short: P1 is complete only after 0.4 s. Give the crates time to come.',
        zh: '太短了：P1 要 0.4 秒才齐。给箱子一点时间。',
      },
      changes: [{ set: 'collect', config: { timeout: '100 ms' } }],
    },
    {
      says: {
        en: 'With a size of 1 nothing is collected: there is a truck for each crate.',
        zh: '数量为 1 就什么也不收集了：每箱一辆车。',
      },
      changes: [{ set: 'collect', config: { timeout: '2 s', size: 1 } }],
    },
    {
      says: {
        en: 'All crates share one list now, since all have the same key. What belongs together is what has the same `pallet`.',
        zh: '所有箱子的键都一样，全进了一个列表。属于一起的，是 `pallet` 相同的。',
      },
      changes: [{ set: 'collect', config: { timeout: '2 s', key: expression("'pallet'") } }],
    },
  ],
}
export default content
