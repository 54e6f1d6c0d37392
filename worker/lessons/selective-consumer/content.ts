// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `All alarms of the county go to all fire stations. The station in the north turns out for its own region, and that works. But for each alarm it first buys a map sheet, for **2 euros**, also
for those of others.

A **selective consumer** asks first of all whether a message is meant for it. What is not goes by, and costs nothing.`,
    zh: `全县的警报会发给所有消防站。北站只为自己的区域出动，这没问题。可每来一次警报，它都先花 **2 欧元**买一张地图，别处的也买。

**选择性消费者**首先问：这条消息是给我的吗？不是就放过去，不花一分钱。`,
  },
  goal: { en: 'For the alarm in the south **no** map is bought.', zh: '南边的警报**不**买地图。' },
  hints: [
    {
      en: 'What of `Buy a map` and `Keep the map` is needed for an alarm of others?',
      zh: '别处的警报，用得着 `买地图` 和 `记住地图` 吗？',
    },
    {
      en: 'Both steps belong into the first branch of `Is it ours?`.',
      zh: '这两步都应该放进 `归我们吗？` 的第一个分支。',
    },
    {
      en: 'There they stand before `Wake the crew`, which needs the map.',
      zh: '在那里要排在 `叫醒队员` 之前，它需要地图。',
    },
  ],
  tasks: [
    { text: { en: 'Run the alarm in the south', zh: '运行南边的警报' }, when: { kind: 'ran' } },
    { text: { en: 'Buy no map for it', zh: '不为它买地图' }, when: { kind: 'passed', test: 'south1' } },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'south1', value: "{'maps bought': calls.get('map', 0), 'crew woken': calls['alarm']}" },
  solution: [{ move: ['map', 'sheet'], first: 'ours' }],
  wrong: [
    {
      says: {
        en: 'The crew is woken before it has a map. Both steps belong before `Wake the crew`.',
        zh: '队员还没有地图就被叫醒了。这两步要排在 `叫醒队员` 之前。',
      },
      changes: [
        { move: ['map', 'sheet'], after: 'alarm' },
        { set: 'alarm', config: { body: expression("msg.vars['alarm']") } },
      ],
    },
    {
      says: {
        en: 'No map is bought at all now, and the crew in the north drives without one.',
        zh: '现在完全不买地图了，北边的队员只好摸黑出发。',
      },
      changes: [
        { move: ['map', 'sheet'], first: 'theirs' },
        { set: 'ours', config: { condition: expression('True') } },
        { set: 'alarm', config: { body: expression("msg.vars['alarm']") } },
      ],
    },
    {
      says: {
        en: 'Now the crew also turns out for the south: the condition is what keeps it in bed.',
        zh: '现在南边的警报也要出动：是条件让他们能睡觉。',
      },
      changes: [
        { move: ['map', 'sheet'], first: 'ours' },
        { set: 'ours', config: { condition: expression("msg.vars['alarm']['region']") } },
      ],
    },
  ],
}
export default content
