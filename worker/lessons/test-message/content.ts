// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Each morning at six a scheduler sends one order with the header \`x-test: true\`, to see whether all is well: it is read, priced, billed. And **shipped**. The address is that of a lady in Ghent, who has 212
candles by now.

A **test message** goes through everything, so that the test says something. Only what changes the world outside is left out for it, and as late as possible.`,
    zh: `每天早上六点，定时任务会发一张带请求头 \`x-test: true\` 的订单，看看一切是否正常：读取、计价、开账单。还有**发货**。地址是根特的一位女士，她已经有 212 支蜡烛了。

**测试消息**要走完全程，这样测试才有意义。只有会影响外部世界的那一步要避开，而且越晚避开越好。`,
  },
  goal: {
    en: 'The test order gets its bill of 11.80 and is **not** shipped.',
    zh: '测试订单得到 11.80 的账单，但**不**发货。',
  },
  hints: [
    { en: 'Only one step of this flow changes the world.', zh: '这个流里只有一步会影响外部世界。' },
    {
      en: 'Put `Ship it` into a Choice that asks whether the order is real. The branch `Otherwise` stays empty.',
      zh: '把 `发货` 放进一个 Choice，问订单是不是真的。「否则」分支留空。',
    },
    {
      en: "Real is what does not say true: `msg.attrs['headers'].get('x-test', ['false'])[0] != 'true'`.",
      zh: "没有写 true 的就是真的：`msg.attrs['headers'].get('x-test', ['false'])[0] != 'true'`。",
    },
  ],
  tasks: [
    {
      text: { en: 'Run the test of the morning: it is shipped', zh: '运行早上的测试：它发货了' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'Do not ship test orders', zh: '测试订单不发货' },
      when: { kind: 'passed', test: 'notship' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'notship', value: "{'shipped': calls.get('ship', 0), 'answer': reply['body']['^value']}" },
  solution: [
    {
      wrap: ['ship'],
      in: {
        id: 'real',
        component: 'choice',
        version: 1,
        name: 'Is it real?',
        config: {},
        branches: [
          {
            id: 'yes',
            role: 'when',
            config: { condition: expression("msg.attrs['headers'].get('x-test', ['false'])[0] != 'true'") },
            steps: [],
          },
          { id: 'no', role: 'otherwise', config: {}, steps: [] },
        ],
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'A customer whose shop sends `x-test: false` gets nothing now. Look at what the header says, not whether it is there.',
        zh: '有的商店会发 `x-test: false`，它的顾客就收不到货了。要看请求头写了什么，不是有没有。',
      },
      changes: [
        {
          wrap: ['ship'],
          in: {
            id: 'real',
            component: 'choice',
            version: 1,
            name: 'Is it real?',
            config: {},
            branches: [
              {
                id: 'yes',
                role: 'when',
                config: { condition: expression("'x-test' not in msg.attrs['headers']") },
                steps: [],
              },
              { id: 'no', role: 'otherwise', config: {}, steps: [] },
            ],
          },
        },
      ],
    },
    {
      says: {
        en: 'The test order is stopped at the door, so the test says nothing about price and bill any more.',
        zh: '测试订单在门口就停了，计价和账单都没测到。',
      },
      changes: [
        {
          wrap: ['price', 'ship', 'bill'],
          in: {
            id: 'real',
            component: 'choice',
            version: 1,
            name: 'Is it real?',
            config: {},
            branches: [
              {
                id: 'yes',
                role: 'when',
                config: {
                  condition: expression("msg.attrs['headers'].get('x-test', ['false'])[0] != 'true'"),
                },
                steps: [],
              },
              { id: 'no', role: 'otherwise', config: {}, steps: [] },
            ],
          },
        },
      ],
    },
    {
      says: { en: 'Nothing is shipped any more, to anybody.', zh: '现在谁的货也不发了。' },
      changes: [{ remove: ['ship'] }],
    },
  ],
}
export default content
