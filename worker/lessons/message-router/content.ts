// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The garden centre Oakleaf knows two types of messages, \`order\` and \`return\`. Last week the shop began to send \`exchange\`. Each got the answer **200**, all is well, and none was
ever worked on: no branch took them, and an empty \`Otherwise\` lets messages pass.

A **message router** decides which way a message goes. If it knows no way it must say so, loudly, to whoever sent the message. The listener answers an error
with **400** already.`,
    zh: `橡叶园艺中心认得两类消息：\`order\` 和 \`return\`。上周商店开始发 \`exchange\`，每条都得到 **200**，看似一切正常，却没有一条被处理：没有分支接它，而空的「否则」会放行。

**消息路由器**决定消息走哪条路。如果没有路，就要明明白白地告诉发送方。出错时，监听器已经会用 **400** 应答。`,
  },
  goal: { en: 'The exchange is answered with **400** and a reason.', zh: '换货消息得到 **400** 和原因。' },
  hints: [
    { en: 'Run it: which branch was taken, and what did it do?', zh: '运行一次：走了哪个分支，它做了什么？' },
    {
      en: 'In the branch `Otherwise` something must end the flow with an error.',
      zh: '在「否则」分支里，要让流以错误结束。',
    },
    {
      en: 'Put a Raise Error there, with a type of your own such as `MESSAGE:UNKNOWN_TYPE`.',
      zh: '在那里放一个 Raise Error，用自己的类型，比如 `MESSAGE:UNKNOWN_TYPE`。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run the exchange: the answer looks fine', zh: '运行换货消息：应答看起来没问题' },
      when: { kind: 'ran' },
    },
    {
      text: {
        en: 'Select **What is it?** and see which branch was taken',
        zh: '点开**是什么？**，看走了哪个分支',
      },
      when: { kind: 'looked', step: 'route' },
    },
    {
      text: { en: 'The exchange is refused', zh: '换货消息被拒绝' },
      when: { kind: 'passed', test: 'unknown' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: {
    test: 'unknown',
    value: "{'status': reply['status'], 'answer': reply['body'].get('desc', reply['body']['^value'])}",
  },
  solution: [
    {
      add: [
        {
          id: 'refuse',
          component: 'raise-error',
          version: 1,
          name: 'Refuse it',
          config: {
            type: 'MESSAGE:UNKNOWN_TYPE',
            description: expression('f"Unknown type: {msg.payload.get(\'type\')}"'),
          },
        },
      ],
      first: 'else',
    },
  ],
  wrong: [
    {
      says: {
        en: 'Now everything that is no order counts as a return. A wrong way is worse than none.',
        zh: '现在凡不是订单的都当成退货了。走错路比没有路更糟。',
      },
      changes: [{ set: 'return', config: { condition: expression('True') } }],
    },
    {
      says: {
        en: 'This refuses the exchange and lets the next unknown type pass. `Otherwise` takes all of them.',
        zh: '这只拒绝换货，下一种未知类型照样通过。「否则」能接住所有这些。',
      },
      changes: [
        {
          addBranch: {
            id: 'swaps',
            role: 'when',
            config: { condition: expression("msg.payload.get('type') == 'exchange'") },
            steps: [
              {
                id: 'refuse',
                component: 'raise-error',
                version: 1,
                name: 'Refuse it',
                config: {
                  type: 'MESSAGE:UNKNOWN_TYPE',
                  description: expression('f"Unknown type: {msg.payload.get(\'type\')}"'),
                },
              },
            ],
          },
          to: 'route',
        },
      ],
    },
    {
      says: {
        en: 'The error comes too early: orders and returns are refused as well. It belongs into `Otherwise`.',
        zh: '错误抛得太早：订单和退货也被拒绝了。它应该放在「否则」里。',
      },
      changes: [
        {
          add: [
            {
              id: 'refuse',
              component: 'raise-error',
              version: 1,
              name: 'Refuse it',
              config: {
                type: 'MESSAGE:UNKNOWN_TYPE',
                description: expression('f"Unknown type: {msg.payload.get(\'type\')}"'),
              },
            },
          ],
          after: 'route',
        },
      ],
    },
  ],
}
export default content
