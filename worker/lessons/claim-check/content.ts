// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `A photo is large, and most steps do not need it. So \`Photo → print\` leaves it in a store, travels on with the order number alone, and fetches the photo where it is printed. That is a **claim
check**, like the ticket for a coat.

But nobody ever takes a coat away: after 3,000 photos the store is full. Take the photo out, at the right moment: if the printer jams, it must still be there.`,
    zh: `照片很大，多数步骤用不到它。所以 \`照片 → 冲印\` 先把它寄存起来，只带着订单号往下走，到冲印时再取。这就是**寄存单**，像存大衣的小票。

可是从来没人把大衣拿走：3,000 张照片之后，寄存处就满了。把照片取出来，但要选对时候：打印机卡纸时，它必须还在。`,
  },
  goal: {
    en: 'The photo is printed, and nothing is left in the store.',
    zh: '照片印好了，寄存处什么也不剩。',
  },
  hints: [
    {
      en: '_Get_ of a State Store reads and leaves the value there.',
      zh: 'State Store 的「读取」只是读，值还留在那里。',
    },
    {
      en: "Add a State Store with the operation _Delete_ and the same key, `msg.vars['order']`.",
      zh: "加一个 State Store，操作选「删除」，键相同：`msg.vars['order']`。",
    },
    {
      en: 'It stands after `Print`: what comes before it happens also when the printer jams.',
      zh: '放在 `印` 之后：放在前面的话，卡纸时也已经删掉了。',
    },
  ],
  tasks: [
    { text: { en: 'Run it: what is left?', zh: '运行一次：剩下什么？' }, when: { kind: 'ran' } },
    {
      text: { en: 'Select **Fetch the photo** and see what it does', zh: '点开**取回照片**，看它做什么' },
      when: { kind: 'looked', step: 'fetch' },
    },
    {
      text: { en: 'Nothing is left after printing', zh: '印好后什么也不剩' },
      when: { kind: 'passed', test: 'clean' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'clean' },
  solution: [
    {
      add: [
        {
          id: 'out',
          component: 'state-store',
          version: 1,
          name: 'Take it out',
          config: { type: 'value', operation: 'delete', key: expression("msg.vars['order']") },
        },
      ],
      after: 'print',
    },
  ],
  wrong: [
    {
      says: {
        en: 'Too early: if the printer jams, the photo is lost. Take it out after it was printed. And the payload of `Print` is now the answer of the delete.',
        zh: '太早了：打印机卡纸时，照片就没了。印好再取出。而且 `印` 的载荷现在成了删除的结果。',
      },
      changes: [
        {
          add: [
            {
              id: 'out',
              component: 'state-store',
              version: 1,
              name: 'Take it out',
              config: { type: 'value', operation: 'delete', key: expression("msg.vars['order']") },
            },
          ],
          after: 'fetch',
        },
      ],
    },
    {
      says: {
        en: 'Without the store the whole message carries the photo again, through every step.',
        zh: '不用寄存处，整条消息又带着照片走过每一步。',
      },
      changes: [
        { remove: ['leave', 'fetch'] },
        {
          set: 'light',
          config: {
            value: expression(
              "{'order': msg.vars['order'], 'copies': msg.vars['copies'], 'value': msg.payload['photo']}",
            ),
          },
        },
      ],
    },
  ],
}
export default content
