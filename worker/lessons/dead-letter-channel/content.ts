// What the lesson says, its solution, and the mistakes that many make.
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `A tip of 42.50 was to be paid out, but the account is closed. The bank said so with the status **422**, and it will say so tomorrow too. Still the flow asked
21 times, and then the payout was gone.

Some errors pass: the bank is busy (**5xx**) or wants you to slow down (**429**). These are worth a **retry**, a few times. All others are not. What cannot be delivered goes into a
**dead letter channel** with its reason, where a person can look at it. The flow \`Dead letters\` is there already; nobody calls it.`,
    zh: `要付一笔 42.50 的小费，可账户已经销了。银行用状态码 **422** 说明了这一点，明天再问也一样。流程却问了 21 次，然后这笔付款就不见了。

有些错误会过去：银行繁忙（**5xx**），或要你慢一点（**429**）。它们值得**重试**几次，其他的不值得。送不到的消息连同原因进入**死信通道**，等人来看。流 \`死信\` 已经做好，只是没人调用它。`,
  },
  goal: {
    en: 'The payout was tried **once** and is put aside, with the reason `HTTP:422`.',
    zh: '付款只试了**一次**，然后放到一边，原因是 `HTTP:422`。',
  },
  hints: [
    {
      en: 'Select `Again and again`: how often does it try, and after which errors?',
      zh: '点开 `反复尝试`：它试几次，遇到哪些错误才试？',
    },
    {
      en: '3 retries are enough. The errors to retry are `HTTP:5XX, HTTP:429`; all others are thrown at once.',
      zh: '重试 3 次就够。要重试的错误写 `HTTP:5XX, HTTP:429`，其他错误会立即抛出。',
    },
    {
      en: 'In the catch branch, after `Could not pay`, put a Flow Reference to `Dead letters`.',
      zh: '在捕获分支的 `没付成` 之后，放一个指向 `死信` 的 Flow Reference。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run it and count how often **Pay** ran', zh: '运行一次，数数**付款**运行了几次' },
      when: { kind: 'ran' },
    },
    {
      text: {
        en: 'Let **Again and again** retry only what may pass',
        zh: '让**反复尝试**只重试会过去的错误',
      },
      when: { kind: 'changed', step: 'again' },
    },
    {
      text: { en: 'Put aside what cannot be paid', zh: '把付不成的放到一边' },
      when: { kind: 'passed', test: 'closed' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'closed' },
  solution: [
    { set: 'again', config: { retryOn: 'HTTP:5XX, HTTP:429', maxRetries: 3 } },
    {
      add: [
        {
          id: 'park',
          component: 'flow-reference',
          version: 1,
          name: 'Put it aside',
          config: { flow: 'deadletters' },
        },
      ],
      after: 'log',
    },
  ],
  wrong: [
    {
      says: {
        en: 'Nothing is lost now. But the closed account is still tried 21 times: only some errors are worth it.',
        zh: '现在什么也不丢了，但已销账户还是试了 21 次：只有一部分错误值得重试。',
      },
      changes: [
        {
          add: [
            {
              id: 'park',
              component: 'flow-reference',
              version: 1,
              name: 'Put it aside',
              config: { flow: 'deadletters' },
            },
          ],
          after: 'log',
        },
      ],
    },
    {
      says: {
        en: 'Fewer tries, but each error gets them, also a 422, which no retry will change.',
        zh: '次数少了，但任何错误都在重试，包括 422，它重试多少次都一样。',
      },
      changes: [
        { set: 'again', config: { retryOn: 'ANY', maxRetries: 3 } },
        {
          add: [
            {
              id: 'park',
              component: 'flow-reference',
              version: 1,
              name: 'Put it aside',
              config: { flow: 'deadletters' },
            },
          ],
          after: 'log',
        },
      ],
    },
    {
      says: {
        en: '429 means: you ask too fast. A little later it works, so it belongs to the errors to retry.',
        zh: '429 的意思是问得太快，过一会儿就好，所以它也该重试。',
      },
      changes: [
        { set: 'again', config: { retryOn: 'HTTP:5XX', maxRetries: 3 } },
        {
          add: [
            {
              id: 'park',
              component: 'flow-reference',
              version: 1,
              name: 'Put it aside',
              config: { flow: 'deadletters' },
            },
          ],
          after: 'log',
        },
      ],
    },
    {
      says: {
        en: 'The tries are right. What could not be paid is still only a line in the log: call `Dead letters` in the catch branch.',
        zh: '重试对了。但没付成的仍只是日志里的一行：在捕获分支里调用 `死信`。',
      },
      changes: [{ set: 'again', config: { retryOn: 'HTTP:5XX, HTTP:429', maxRetries: 3 } }],
    },
  ],
}
export default content
