// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The postman's walk down Mill Lane begins at door 10, then 101, then 2. The doors are **text**, since there are doors like \`10a\`, and text is compared sign by sign: \`1\` comes before
\`2\`, whatever follows.

What \`sorted\` compares is what its \`key\` gives for each item. A key may be a pair: first the number, then, at the same number, the rest.`,
    zh: `邮递员沿磨坊巷投递，先到 10 号，再到 101 号，然后才是 2 号。门牌是**文字**，因为有 \`10a\` 这样的门牌。文字是一个字符一个字符比较的：\`1\` 在 \`2\` 前面，不管后面是什么。

\`sorted\` 比较的是 \`key\` 为每一项给出的值。这个值可以是一对：先比数字，数字相同再比其余部分。`,
  },
  goal: { en: 'The walk is 2, 9, 10, 10a, 101.', zh: '路线是 2、9、10、10a、101。' },
  hints: [
    {
      en: '`int(…)` makes a number of a text. What happens with `10a`?',
      zh: '`int(…)` 把文字变成数字。那 `10a` 会怎样？',
    },
    {
      en: "Take the letter off first: `int(stop['door'].rstrip('abc'))`.",
      zh: "先去掉字母：`int(stop['door'].rstrip('abc'))`。",
    },
    {
      en: "And for doors with the same number a pair: `lambda stop: (int(stop['door'].rstrip('abc')), stop['door'])`.",
      zh: "号码相同时，用一对值：`lambda stop: (int(stop['door'].rstrip('abc')), stop['door'])`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it and walk the walk', zh: '运行一次，顺着路线走一遍' }, when: { kind: 'ran' } },
    {
      text: { en: 'Let **Put them in order** compare numbers', zh: '让**排好顺序**比较数字' },
      when: { kind: 'changed', step: 'order' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'mill1' },
  solution: [
    {
      set: 'order',
      config: {
        payload: expression(`[
  stop['door']
  for stop in sorted(msg.payload['stops'], key=lambda stop: (int(stop['door'].rstrip('abc')), stop['door']))
]`),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Right for plain numbers. But `int` cannot read `10a`: take the letter off first.',
        zh: '纯数字没问题。但 `int` 读不了 `10a`：先去掉字母。',
      },
      changes: [
        {
          set: 'order',
          config: {
            payload: expression(`[
  stop['door']
  for stop in sorted(msg.payload['stops'], key=lambda stop: int(stop['door']))
]`),
          },
        },
      ],
    },
    {
      says: {
        en: 'By length works for plain numbers only: `10a` is as long as `101`, and comes after it.',
        zh: '按长度排只适合纯数字：`10a` 和 `101` 一样长。',
      },
      changes: [
        {
          set: 'order',
          config: {
            payload: expression(`[
  stop['door']
  for stop in sorted(msg.payload['stops'], key=lambda stop: (len(stop['door']), stop['door']))
]`),
          },
        },
      ],
    },
    {
      says: {
        en: 'Doors with the same number stay as they came, 7b before 7. Compare the whole door second.',
        zh: '号码相同的门牌还是来时的顺序，7b 在 7 前面。第二步比较整个门牌。',
      },
      changes: [
        {
          set: 'order',
          config: {
            payload: expression(`[
  stop['door']
  for stop in sorted(msg.payload['stops'], key=lambda stop: int(stop['door'].rstrip('abc')))
]`),
          },
        },
      ],
    },
  ],
}
export default content
