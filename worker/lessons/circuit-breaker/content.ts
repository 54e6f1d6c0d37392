// What the lesson says, its solution, and the mistakes that many make.
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The museum café shows prices in euros, and asks a service for the rate. When that is down, a **circuit breaker** spares it and everybody's time: after some failures it _opens_, and
messages take the other way at once, here the rate of yesterday. After a wait it lets one message **try**: if that succeeds, all is as before.

In the café it opens after a single hiccup, and then waits **1 h**: the service has long been well again. Ten times are played here, each 0.3 seconds apart; three failures in a row may open it,
and one second of wait is right.`,
    zh: `博物馆咖啡馆用欧元标价，汇率要问一个服务。服务故障时，**熔断器**不再打扰它，也省下大家的时间：失败几次后就**断开**，消息立刻走另一条路，这里是用昨天的汇率。等一段时间后，它放一条消息去**试**：成功了，一切照旧。

咖啡馆的熔断器，一次失误就断开，然后要等 **1 h**：服务早就恢复了。这里把十次演一遍，每次隔 0.3 秒；连续三次失败才断开，等一秒就合适。`,
  },
  goal: {
    en: 'After three failures and a short pause the rate is that of `today` again.',
    zh: '失败三次、停一小会儿之后，汇率又是 `today` 的。',
  },
  hints: [
    {
      en: 'Run it and count how often `Ask for the rate` ran in the ten rounds.',
      zh: '运行一次，数数十轮里 `问汇率` 运行了几次。',
    },
    {
      en: 'Select `Breaker`. _Try again after_ says how long it stays open.',
      zh: '点开 `熔断器`。「恢复等待时间」决定它断开多久。',
    },
    { en: 'Open after `3` failures, try again after `1 s`.', zh: '熔断阈值填 `3`，恢复等待时间填 `1 s`。' },
  ],
  tasks: [
    { text: { en: 'Run the ten times and read the rates', zh: '运行十次，看看汇率' }, when: { kind: 'ran' } },
    {
      text: { en: 'Select **Breaker** and read its settings', zh: '点开**熔断器**，看它的设置' },
      when: { kind: 'looked', step: 'breaker' },
    },
    {
      text: { en: 'The service is used again when it is well', zh: '服务恢复后又会用它' },
      when: { kind: 'passed', test: 'back' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'back' },
  solution: [{ set: 'breaker', config: { failures: 3, wait: '1 s' } }],
  wrong: [
    {
      says: {
        en: 'It tries again now. But it still opens after a single hiccup: three failures are better.',
        zh: '它会再试了，但一次失误仍会断开：三次失败更好。',
      },
      changes: [{ set: 'breaker', config: { wait: '1 s' } }],
    },
    {
      says: {
        en: 'The service is asked each time while it is down: the breaker never opens, or only for a moment. 3 failures and 1 s are right.',
        zh: '故障期间每次都去问：熔断器没有断开，或只断开了一瞬间。3 次失败、1 s 正合适。',
      },
      changes: [{ set: 'breaker', config: { failures: 50, wait: '1 s' } }],
    },
    {
      says: {
        en: 'One hiccup is forgiven now. But after three it still stays open for an hour.',
        zh: '现在能容忍一次失误了，但三次之后仍要断开一小时。',
      },
      changes: [{ set: 'breaker', config: { failures: 3 } }],
    },
  ],
}
export default content
