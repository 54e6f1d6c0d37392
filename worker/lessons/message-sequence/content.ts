// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Radio takes three words at a time. So a long story is sent as a **message sequence**: parts that each say which story they belong to (\`story\`), which one they are (\`number\`), and whether they are
the **last**. From these the lighthouse puts the story together again.

The parts of today all say \`"last": false\`. The lighthouse has heard everything, and still waits for more.`,
    zh: `无线电一次只能发三个词。所以长故事作为**消息序列**发送：每一部分都写明属于哪个故事（\`story\`）、是第几部分（\`number\`）、是不是**最后**一部分（\`last\`）。灯塔靠这些把故事重新拼起来。

今天的每一部分都写着 \`"last": false\`。灯塔全听完了，却还在等下文。`,
  },
  goal: {
    en: 'The third part says `"last": true`, the others do not.',
    zh: '第三部分写着 `"last": true`，其他的不是。',
  },
  hints: [
    {
      en: "In the loop `msg.vars['counter']` is the number of the round, from 0.",
      zh: "循环里，`msg.vars['counter']` 是当前轮次，从 0 开始。",
    },
    {
      en: "How many parts there are says `len(msg.vars['parts'])`.",
      zh: "一共有几部分，看 `len(msg.vars['parts'])`。",
    },
    {
      en: "The last round is the one whose number is one less: `msg.vars['counter'] + 1 == len(msg.vars['parts'])`.",
      zh: "最后一轮的序号比总数少一：`msg.vars['counter'] + 1 == len(msg.vars['parts'])`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it and read the labels', zh: '运行一次，看看标签' }, when: { kind: 'ran' } },
    {
      text: { en: 'Let **Label it** say which is the last', zh: '让**贴标签**写明哪个是最后' },
      when: { kind: 'changed', step: 'part' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'three', value: "[part.payload for part in spies['send']]" },
  solution: [
    {
      set: 'part',
      config: {
        value: expression(`{
  'story': msg.vars['story'],
  'number': msg.vars['counter'] + 1,
  'last': msg.vars['counter'] + 1 == len(msg.vars['parts']),
  'words': msg.payload,
}`),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Off by one: the counter begins at 0, so it never gets as far as the number of parts.',
        zh: '差了一：计数从 0 开始，永远到不了总数。',
      },
      changes: [
        {
          set: 'part',
          config: {
            value: expression(`{
  'story': msg.vars['story'],
  'number': msg.vars['counter'],
  'last': msg.vars['counter'] > len(msg.vars['parts']),
  'words': msg.payload,
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'The same words can come twice, see the song: compare the place, not the words.',
        zh: '同样的话可能出现两次，比如歌词：要比较位置，不是内容。',
      },
      changes: [
        {
          set: 'part',
          config: {
            value: expression(`{
  'story': msg.vars['story'],
  'number': msg.vars['counter'] + 1,
  'last': msg.payload == msg.vars['parts'][-1],
  'words': msg.payload,
}`),
          },
        },
      ],
    },
    {
      says: { en: 'Three parts is true of this story only.', zh: '只有这个故事恰好是三部分。' },
      changes: [
        {
          set: 'part',
          config: {
            value: expression(`{
  'story': msg.vars['story'],
  'number': msg.vars['counter'] + 1,
  'last': msg.vars['counter'] == 2,
  'words': msg.payload,
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'A part with fewer words may be the last, but the last may also be full.',
        zh: '词少的可能是最后一部分，但最后一部分也可能是满的。',
      },
      changes: [
        {
          set: 'part',
          config: {
            value: expression(`{
  'story': msg.vars['story'],
  'number': msg.vars['counter'] + 1,
  'last': len(msg.payload.split()) < 3,
  'words': msg.payload,
}`),
          },
        },
      ],
    },
  ],
}
export default content
