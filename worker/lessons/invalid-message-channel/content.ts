// What the lesson says, its solution, and the mistakes that many make.
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `An order of a farm box came without a street and with \`six\` eggs in words. \`Is it complete?\` found it out, but the customer got **500**, _we are broken_, and the order was gone.

There are two kinds of failure. A message that makes no sense will never make any: it belongs into an **invalid message channel**, and its sender hears **400**. If the farm
cannot be reached, the message is fine and we are not: that stays **500**, and the sender may try again. The flow \`Invalid orders\` keeps an order and sets the status 400.`,
    zh: `一张订箱单没写街道，鸡蛋数写成了文字 \`six\`。\`填全了吗？\` 查出了问题，可顾客收到的是 **500**，意思是「我们坏了」，订单也没了。

失败有两种。没有意义的消息永远不会变得有意义：它属于**无效消息通道**，发送方应收到 **400**。如果连不上农场，消息没问题，是我们有问题：仍是 **500**，发送方可以再试。流 \`无效订单\` 会保存订单，并把状态码设为 400。`,
  },
  goal: {
    en: 'The answer is **400** with the reason, and the order is kept.',
    zh: '应答是 **400** 和原因，订单已保存。',
  },
  hints: [
    {
      en: 'The error of `Is it complete?` has a code of its own. Select the step after a run and read it.',
      zh: '`填全了吗？` 的错误有自己的代码。运行后点开这一步看看。',
    },
    {
      en: 'Put both steps into a Try: if the check fails, nothing must go to the farm. In its catch branch call `Invalid orders` by a Flow Reference.',
      zh: '把两步都放进 Try：检查没通过，就不能发给农场。在捕获分支里用 Flow Reference 调用 `无效订单`。',
    },
    {
      en: 'The catch branch must take `CORE:INVALID` only, so that a farm that is down stays a 500.',
      zh: '捕获分支只接 `CORE:INVALID`，这样农场系统故障时仍是 500。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run it and read status and error', zh: '运行一次，看状态码和错误' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'The bad order is refused with 400', zh: '无效订单以 400 拒绝' },
      when: { kind: 'passed', test: 'bad' },
    },
    { text: { en: 'It is kept', zh: '订单被保存' }, when: { kind: 'passed', test: 'kept' } },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: {
    test: 'bad',
    value: "{'status': reply['status'], 'orders kept': calls['keep'], 'sent to the farm': calls['accept']}",
  },
  solution: [
    {
      wrap: ['check', 'accept'],
      in: {
        id: 'guard',
        component: 'try',
        version: 1,
        name: 'Guard',
        config: {},
        branches: [
          { id: 'attempt', role: 'body', config: {}, steps: [] },
          {
            id: 'caught',
            role: 'catch',
            config: { errors: 'CORE:INVALID' },
            steps: [
              {
                id: 'aside',
                component: 'flow-reference',
                version: 1,
                name: 'Into the invalid channel',
                config: { flow: 'invalid' },
              },
            ],
          },
        ],
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Now the customer is blamed when the farm is down. Only `CORE:INVALID` is the fault of the message.',
        zh: '现在农场系统故障也怪到顾客头上了。只有 `CORE:INVALID` 才是消息的错。',
      },
      changes: [
        {
          wrap: ['check', 'accept'],
          in: {
            id: 'guard',
            component: 'try',
            version: 1,
            name: 'Guard',
            config: {},
            branches: [
              { id: 'attempt', role: 'body', config: {}, steps: [] },
              {
                id: 'caught',
                role: 'catch',
                config: { errors: 'ANY' },
                steps: [
                  {
                    id: 'aside',
                    component: 'flow-reference',
                    version: 1,
                    name: 'Into the invalid channel',
                    config: { flow: 'invalid' },
                  },
                ],
              },
            ],
          },
        },
      ],
    },
    {
      says: {
        en: 'The order is refused, and goes to the farm all the same: after the Try the flow goes on. Put both steps into it.',
        zh: '订单被拒绝，却照样发给了农场：Try 之后流会继续。把两步都放进去。',
      },
      changes: [
        {
          wrap: ['check'],
          in: {
            id: 'guard',
            component: 'try',
            version: 1,
            name: 'Guard',
            config: {},
            branches: [
              { id: 'attempt', role: 'body', config: {}, steps: [] },
              {
                id: 'caught',
                role: 'catch',
                config: { errors: 'CORE:INVALID' },
                steps: [
                  {
                    id: 'aside',
                    component: 'flow-reference',
                    version: 1,
                    name: 'Into the invalid channel',
                    config: { flow: 'invalid' },
                  },
                ],
              },
            ],
          },
        },
      ],
    },
    {
      says: {
        en: 'Every error is a 400 now, also ours, and the order is still lost. Catch the one error that is meant.',
        zh: '现在所有错误都是 400，我们自己的也是，订单还是丢了。只捕获该捕获的错误。',
      },
      changes: [{ set: 'order', config: { errorStatus: 400 } }],
    },
  ],
}
export default content
