// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The audit wants a copy of each sale, with the card number hidden. So two steps were put into the line: \`Hide the card\` and \`Tell the audit\`. Since then the bank is asked to charge the card
\`None\`, and when the audit is down nobody can buy at all.

A **wire tap** listens in. The main line must go on as if it was not there: with the same message, at once, and also if the tap fails. What stands in an **Async** runs beside the line with a copy of the
message, and nothing of it comes back.`,
    zh: `审计要每笔交易的副本，卡号须隐藏。于是线上多了两步：\`隐藏卡号\` 和 \`告知审计\`。从那以后，银行收到的卡号是 \`None\`；审计一出故障，谁也买不成东西。

**旁路监听**只是听。主线必须像它不存在一样继续：消息不变，不等待，旁路失败也不受影响。放进 **Async** 的步骤带着消息的副本在旁边运行，什么也不会带回来。`,
  },
  goal: {
    en: 'The bank gets the whole card number, the audit the hidden one.',
    zh: '银行收到完整卡号，审计收到隐藏的卡号。',
  },
  hints: [
    {
      en: 'Compare the input of `Charge the card` with the sale that came in.',
      zh: '把 `扣款` 的输入和收到的交易比一比。',
    },
    {
      en: 'Both new steps belong beside the line, since both change the message.',
      zh: '新加的两步都改变了消息，都应该放到旁边。',
    },
    {
      en: 'Put `Hide the card` and `Tell the audit` together into an Async.',
      zh: '把 `隐藏卡号` 和 `告知审计` 一起放进一个 Async。',
    },
  ],
  tasks: [
    { text: { en: 'Run it', zh: '运行一次' }, when: { kind: 'ran' } },
    {
      text: {
        en: 'Select **Charge the card**: what would the bank get?',
        zh: '点开**扣款**：银行会收到什么？',
      },
      when: { kind: 'looked', step: 'charge' },
    },
    {
      text: { en: 'The bank gets the sale as it came', zh: '银行收到原样的交易' },
      when: { kind: 'passed', test: 'whole' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: {
    test: 'whole',
    value: `{
  'to the bank': [spies['charge'][0].payload.get(name) for name in ['sale', 'card']] if spies['charge'] else None,
  'to the audit': [spies['audit'][0].payload.get(name) for name in ['sale', 'card']] if spies['audit'] else None,
}`,
  },
  solution: [
    {
      wrap: ['hide', 'audit'],
      in: {
        id: 'beside',
        component: 'async',
        version: 1,
        name: 'Beside the line',
        config: {},
        branches: [{ id: 'tap', role: 'body', config: {}, steps: [] }],
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'The failure of the audit does no harm now, but the message still changes on its way through the Try.',
        zh: '审计故障不再有影响了，但消息经过 Try 时仍然变了。',
      },
      changes: [
        {
          wrap: ['hide', 'audit'],
          in: {
            id: 'guard',
            component: 'try',
            version: 1,
            name: 'Guard',
            config: {},
            branches: [
              { id: 'tap', role: 'body', config: {}, steps: [] },
              { id: 'caught', role: 'catch', config: { errors: 'ANY' }, steps: [] },
            ],
          },
        },
      ],
    },
    {
      says: {
        en: 'The bank gets the right sale again. But when the audit is down, nobody can buy: the line still waits for it.',
        zh: '银行又收到正确的交易了。但审计故障时还是没法买：主线仍在等它。',
      },
      changes: [
        {
          add: [
            {
              id: 'keep',
              component: 'set-variable',
              version: 1,
              name: 'Keep the sale',
              config: { name: 'sale', value: expression('msg.payload') },
            },
          ],
          after: 'sale',
        },
        {
          add: [
            {
              id: 'back',
              component: 'set-payload',
              version: 1,
              name: 'Bring it back',
              config: { value: expression("msg.vars['sale']") },
            },
          ],
          after: 'audit',
        },
      ],
    },
    {
      says: {
        en: 'Only the call stands beside the line. The card is still hidden in the line itself.',
        zh: '只把调用放到了旁边，卡号仍在主线上被隐藏。',
      },
      changes: [
        {
          wrap: ['audit'],
          in: {
            id: 'beside',
            component: 'async',
            version: 1,
            name: 'Beside the line',
            config: {},
            branches: [{ id: 'tap', role: 'body', config: {}, steps: [] }],
          },
        },
      ],
    },
    {
      says: {
        en: 'The other way round: the bank gets the sale, but the audit sees the whole card number.',
        zh: '反过来了：银行没问题，审计却看到了完整卡号。',
      },
      changes: [
        { remove: ['hide'] },
        {
          wrap: ['audit'],
          in: {
            id: 'beside',
            component: 'async',
            version: 1,
            name: 'Beside the line',
            config: {},
            branches: [{ id: 'tap', role: 'body', config: {}, steps: [] }],
          },
        },
      ],
    },
  ],
}
export default content
