// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Fjellbruk sells things for the mountains. Each line of an order becomes a job for the warehouse, and today the warehouse asks: whose rope is this, and why is the order
number **1**?

A **splitter** cuts a message into parts and sends each on by itself. Inside its branch \`msg.payload\` is only the **part**, here a line; its \`id\` is the number of the line.
What belongs to the whole has to be kept before the cut: variables go along into each part.`,
    zh: `山野用品店把订单的每一行变成仓库的一个任务。今天仓库来问：这根绳子是谁的，订单号怎么是 **1**？

**拆分器**把一条消息切成几个部分，各自送走。在它的分支里，\`msg.payload\` 只是那**一部分**，这里就是一行；它的 \`id\` 是行号。属于整张订单的东西，要在切开之前记下来：变量会跟着进入每一部分。`,
  },
  goal: {
    en: 'Three jobs, and each says order **F-2041** and city **Tromsø**.',
    zh: '三个任务，每个都写着订单 **F-2041** 和城市 **Tromsø**。',
  },
  hints: [
    {
      en: 'Look at the input of `Make a job`. Where in it could the city be?',
      zh: '看 `生成任务` 的输入：城市可能在哪里？',
    },
    {
      en: 'Put a Set Variable before `Each line` and keep the whole order in it, as `order`.',
      zh: '在 `每一行` 之前放一个 Set Variable，把整张订单记为 `order`。',
    },
    {
      en: "In `Make a job` take both from there: `msg.vars['order']['id']` and `msg.vars['order']['city']`.",
      zh: "在 `生成任务` 里，两个值都从那里取：`msg.vars['order']['id']` 和 `msg.vars['order']['city']`。",
    },
  ],
  tasks: [
    {
      text: { en: 'Run it and look at the order numbers', zh: '运行一次，看看订单号' },
      when: { kind: 'ran' },
    },
    {
      text: {
        en: 'Select **Make a job** and compare its input with the order',
        zh: '点开**生成任务**，把输入和订单比一比',
      },
      when: { kind: 'looked', step: 'job' },
    },
    {
      text: {
        en: 'Keep the order before it is cut, and use it in **Make a job**',
        zh: '切开前记住订单，并在**生成任务**里使用',
      },
      when: { kind: 'changed', step: 'job' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'three', value: "[job.payload for job in spies['send']]" },
  solution: [
    {
      add: [
        {
          id: 'keep',
          component: 'set-variable',
          version: 1,
          name: 'Remember the order',
          config: { name: 'order', value: expression('msg.payload') },
        },
      ],
      after: 'arrives',
    },
    {
      set: 'job',
      config: {
        payload: expression(`{
  'order': msg.vars['order']['id'],
  'city': msg.vars['order']['city'],
  'part': f"{msg.vars['partIndex'] + 1} of {msg.vars['partCount']}",
  'article': msg.payload['article'],
  'quantity': msg.payload['quantity'],
}`),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Too late: inside the branch the payload is the line already, so you remember a line. The step belongs before `Each line`.',
        zh: '太晚了：分支里的载荷已经是一行，记住的也只是一行。这一步要放在 `每一行` 之前。',
      },
      changes: [
        {
          add: [
            {
              id: 'keep',
              component: 'set-variable',
              version: 1,
              name: 'Remember the order',
              config: { name: 'order', value: expression('msg.payload') },
            },
          ],
          first: 'part',
        },
        {
          set: 'job',
          config: {
            payload: expression(`{
  'order': msg.vars['order']['id'],
  'city': msg.vars['order'].get('city', '?'),
  'part': f"{msg.vars['partIndex'] + 1} of {msg.vars['partCount']}",
  'article': msg.payload['article'],
  'quantity': msg.payload['quantity'],
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'The number is right now, the city is still missing: it belongs to the order too.',
        zh: '编号对了，城市还缺着：它也属于整张订单。',
      },
      changes: [
        {
          add: [
            {
              id: 'keep',
              component: 'set-variable',
              version: 1,
              name: 'Remember the order',
              config: { name: 'order', value: expression('msg.payload') },
            },
          ],
          after: 'arrives',
        },
        {
          set: 'job',
          config: {
            payload: expression(`{
  'order': msg.vars['order']['id'],
  'city': msg.payload.get('city'),
  'part': f"{msg.vars['partIndex'] + 1} of {msg.vars['partCount']}",
  'article': msg.payload['article'],
  'quantity': msg.payload['quantity'],
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'That fits this order only. Take the number from the message.',
        zh: '这只适合这一张订单。编号要从消息里取。',
      },
      changes: [
        {
          set: 'job',
          config: {
            payload: expression(`{
  'order': 'F-2041',
  'city': 'Tromsø',
  'part': f"{msg.vars['partIndex'] + 1} of {msg.vars['partCount']}",
  'article': msg.payload['article'],
  'quantity': msg.payload['quantity'],
}`),
          },
        },
      ],
    },
  ],
}
export default content
