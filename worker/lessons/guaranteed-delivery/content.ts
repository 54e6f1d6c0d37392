// What the lesson says, its solution, and the mistakes that many make.
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Letters wait in an **outbox** that survives a restart. The postman comes, takes the next letter out and sends it. On his first round the post office was closed: the
letter to Ida was out of the box already, and was never seen again.

**Guaranteed delivery** keeps a message until its delivery is sure. So first only **look** at the next letter, then send it, and take it out when it has arrived. If it fails in between,
the letter is still there.`,
    zh: `信放在**发件箱**里，重启也不会丢。邮差来了，取出下一封去寄。第一趟邮局关着门：给 Ida 的信已经从箱里取了出来，从此再没人见过它。

**保证送达**就是：没有确实送到，就一直留着消息。所以先只**看**下一封，再寄，寄到了才取出。中途失败，信还在箱里。`,
  },
  goal: { en: 'Both letters arrive, to Ida and to Omar.', zh: '给 Ida 和给 Omar 的两封信都寄到。' },
  hints: [
    {
      en: 'Select `Next letter` in the flow `Outbox → post office`: what does its operation do to the list?',
      zh: '在流 `发件箱 → 邮局` 里点开 `下一封`：它的操作对列表做了什么？',
    },
    {
      en: '_Peek_ looks at the item and leaves it in the list, _Pop_ takes it out.',
      zh: '「查看」只看，项目仍在列表里；「取出」会把它拿走。',
    },
    {
      en: 'Set `Next letter` to _Peek_, and after `Send` add a State Store that pops the head of the same list, `outbox`.',
      zh: '把 `下一封` 改为「查看」，再在 `寄出` 之后加一个 State Store，从同一个列表 `outbox` 的头部取出。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run the two rounds: who got no letter?', zh: '运行两趟：谁没收到信？' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'Let **Next letter** only look', zh: '让**下一封**只看不取' },
      when: { kind: 'changed', step: 'take' },
    },
    {
      text: { en: 'Take the letter out when it has arrived', zh: '寄到之后再取出' },
      when: { kind: 'passed', test: 'closed1' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'closed1' },
  solution: [
    { set: 'take', config: { operation: 'peek', end: 'head' } },
    {
      add: [
        {
          id: 'remove',
          component: 'state-store',
          version: 1,
          name: 'Take it out',
          config: { type: 'list', operation: 'pop', key: 'outbox', end: 'head' },
        },
      ],
      after: 'send',
    },
  ],
  wrong: [
    {
      says: {
        en: 'Nothing is lost, but nothing ever leaves the box either: the first letter is sent again and again. Take it out when it has arrived.',
        zh: '什么也没丢，可什么也没离开发件箱：第一封信寄了一遍又一遍。寄到后要取出。',
      },
      changes: [{ set: 'take', config: { operation: 'peek', end: 'head' } }],
    },
    {
      says: {
        en: 'You look at one end and take out at the other, so a letter goes that nobody has sent. Both must be the head.',
        zh: '看的是一头，取的是另一头，没寄过的信就被拿走了。两处都要用头部。',
      },
      changes: [
        { set: 'take', config: { operation: 'peek', end: 'head' } },
        {
          add: [
            {
              id: 'remove',
              component: 'state-store',
              version: 1,
              name: 'Take it out',
              config: { type: 'list', operation: 'pop', key: 'outbox', end: 'tail' },
            },
          ],
          after: 'send',
        },
      ],
    },
    {
      says: {
        en: 'This step stands behind the loop: inside it the same letter is sent again and again. It belongs right after `Send`.',
        zh: '这一步放在了循环之后：循环里同一封信寄了一遍又一遍。它应该紧跟在 `寄出` 之后。',
      },
      changes: [
        { set: 'take', config: { operation: 'peek', end: 'head' } },
        {
          add: [
            {
              id: 'remove',
              component: 'state-store',
              version: 1,
              name: 'Take it out',
              config: { type: 'list', operation: 'pop', key: 'outbox', end: 'head' },
            },
          ],
          after: 'more',
        },
      ],
    },
  ],
}
export default content
