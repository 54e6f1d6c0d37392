// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Noor's journey needs a train, a boat and a hotel, each from another system. If one of them fails, the others must be given back. They depend on each other: the hotel may be cancelled
as long as the boat is booked, the boat as long as there is the train. So it has to go **from the end**.

A **saga** has an undo for each step, and on a failure runs them in reverse, for what was really done. Here they run from the beginning. And a boat that was full is cancelled too, although
nobody got it: one of the notes is made too early.`,
    zh: `Noor 的行程要订火车、船和酒店，分别在不同的系统里。有一样订不成，其他的就要退掉。它们互相依赖：船还订着，酒店才能退；火车还在，船才能退。所以必须**从后往前**。

**Saga** 的每一步都有对应的撤销；失败时按相反的顺序，撤销真正做过的事。现在却是从头撤销的。而且船满了也会去取消它，可根本没订到：有一条记录写得太早了。`,
  },
  goal: {
    en: 'When paying fails: `hotel`, `boat`, `train` are cancelled, in this order.',
    zh: '付款失败时，依次取消 `hotel`、`boat`、`train`。',
  },
  hints: [
    {
      en: 'Run it and read `cancelled`. `Undo` goes through `done` as it was filled.',
      zh: '运行一次，看 `cancelled`。`撤销` 是按 `done` 填写的顺序进行的。',
    },
    {
      en: "A list from its end: `list(reversed(msg.vars['done']))`, or `msg.vars['done'][::-1]`.",
      zh: "倒过来的列表：`list(reversed(msg.vars['done']))`，或 `msg.vars['done'][::-1]`。",
    },
    {
      en: '`Boat is booked` stands before `Book the boat`. It belongs after it, as with the others.',
      zh: '`船已订` 排在 `订船` 之前。它应该像其他的一样放在后面。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run it and read the order of what was cancelled', zh: '运行一次，看取消的顺序' },
      when: { kind: 'ran' },
    },
    { text: { en: 'Undo from the end', zh: '从后往前撤销' }, when: { kind: 'passed', test: 'nopay' } },
    { text: { en: 'Undo only what was done', zh: '只撤销做过的' }, when: { kind: 'passed', test: 'noboat' } },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'nopay' },
  solution: [
    { set: 'undo', config: { items: expression("list(reversed(msg.vars['done']))") } },
    { move: ['boatnote'], after: 'boat' },
  ],
  wrong: [
    {
      says: {
        en: 'The order is right. But a boat that was full is cancelled, though nobody got it: note it after it was booked.',
        zh: '顺序对了。但船满了也去取消，其实没订到：订到之后再记。',
      },
      changes: [{ set: 'undo', config: { items: expression("list(reversed(msg.vars['done']))") } }],
    },
    {
      says: {
        en: 'Only what was done is undone, but still from the beginning.',
        zh: '只撤销做过的了，但还是从头开始。',
      },
      changes: [{ move: ['boatnote'], after: 'boat' }],
    },
    {
      says: {
        en: 'A list by hand does not know how far it got: when the hotel is full there is no hotel to cancel.',
        zh: '手写的列表不知道做到了哪一步：酒店满的时候，没有酒店可退。',
      },
      changes: [
        { set: 'undo', config: { items: expression("['hotel', 'boat', 'train']") } },
        { move: ['boatnote'], after: 'boat' },
      ],
    },
    {
      says: {
        en: 'By the alphabet `boat` comes before `hotel`, and that is not the order in which they were booked, from the end.',
        zh: '按字母排，`boat` 在 `hotel` 前面，这并不是预订顺序的倒序。',
      },
      changes: [
        { set: 'undo', config: { items: expression("sorted(msg.vars['done'])") } },
        { move: ['boatnote'], after: 'boat' },
      ],
    },
  ],
}
export default content
