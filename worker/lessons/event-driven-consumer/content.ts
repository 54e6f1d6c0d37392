// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The scale of a recycling yard sends each weight to a listener, and hangs up after three seconds. Entering it into the public register takes five. So the scale thinks its message was lost
and sends it again.

An **event-driven consumer** is called by the sender, so the sender must not wait for its work. It says **202**, I have got it, and works **beside**: in an **Async**. But it looks at the message
before it says so, since after 202 it can refuse nothing any more.`,
    zh: `回收站的地磅把每次的重量发给监听器，等三秒就挂断。而录入公共登记处要五秒。于是地磅以为消息丢了，又发一遍。

**事件驱动消费者**由发送方来叫，所以不能让发送方等它干活。它先答 **202**，表示收到，然后在**旁边**干活：放进 **Async**。但答复之前要先看一眼消息，因为答了 202 就不能再拒绝了。`,
  },
  goal: {
    en: 'The scale gets **202** at once; the weight is entered all the same.',
    zh: '地磅马上得到 **202**，重量照样登记。',
  },
  hints: [
    {
      en: 'Which step takes long? Only that one need not be waited for.',
      zh: '哪一步慢？只有那一步不必等。',
    },
    { en: 'Put `Enter it into the register` into an Async.', zh: '把 `登记` 放进 Async。' },
    {
      en: 'The status of the answer is a setting of `Weight comes in`: 202. Leave `Is it a weight?` where it is.',
      zh: '应答的状态码是 `收到重量` 的设置：填 202。`是重量吗？` 留在原处。',
    },
  ],
  tasks: [
    { text: { en: 'Run it', zh: '运行一次' }, when: { kind: 'ran' } },
    {
      text: { en: 'Do the slow work beside the flow', zh: '让慢的工作在旁边做' },
      when: { kind: 'passed', test: 'down' },
    },
    { text: { en: 'Answer with 202', zh: '用 202 应答' }, when: { kind: 'changed', step: 'scale' } },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'quick', value: "{'status': reply['status'], 'answer': reply['body']['^value']}" },
  solution: [
    {
      wrap: ['register'],
      in: {
        id: 'beside',
        component: 'async',
        version: 1,
        name: 'Beside',
        config: {},
        branches: [{ id: 'work', role: 'body', config: {}, steps: [] }],
      },
    },
    { set: 'scale', config: { status: 202 } },
  ],
  wrong: [
    {
      says: {
        en: 'The word is right, but the scale still waits: when the register is down it hears of it. Put the slow step into an Async.',
        zh: '说法对了，但地磅还在等：登记处故障时它就会知道。把慢的那一步放进 Async。',
      },
      changes: [{ set: 'scale', config: { status: 202 } }],
    },
    {
      says: {
        en: 'The scale waits no longer. 200 says that all is done; 202 says that it has come.',
        zh: '地磅不用等了。200 表示做完了，202 表示收到了。',
      },
      changes: [
        {
          wrap: ['register'],
          in: {
            id: 'beside',
            component: 'async',
            version: 1,
            name: 'Beside',
            config: {},
            branches: [{ id: 'work', role: 'body', config: {}, steps: [] }],
          },
        },
      ],
    },
    {
      says: {
        en: 'Now nonsense is thanked for as well. What is to be refused must be checked before the answer.',
        zh: '现在乱写的消息也得到了收到。要拒绝的，必须在应答之前检查。',
      },
      changes: [
        { move: ['ticket'], after: 'scale' },
        {
          wrap: ['check', 'register'],
          in: {
            id: 'beside',
            component: 'async',
            version: 1,
            name: 'Beside',
            config: {},
            branches: [{ id: 'work', role: 'body', config: {}, steps: [] }],
          },
        },
        { set: 'scale', config: { status: 202 } },
        { set: 'ticket', config: { value: expression("msg.payload.get('ticket')") } },
      ],
    },
  ],
}
export default content
