// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `A payment service announces each payment to the laundry, and if it hears an error it announces it **again**. That is kind of it, but a payment must be booked only once.

So \`Payment\` first marks the event as seen, then books it. Today the books were closed for a moment: the payment was marked, the booking failed, and the repeat was taken for a
duplicate. An **idempotent consumer** may get a message many times and works once: what counts is that the work was **done**. The component **Idempotent** does it: it forgets the key
when its branch fails, and two at the same moment wait for each other.`,
    zh: `支付服务把每笔付款通知给洗衣店，听到错误就会**再通知一次**。这是好意，但一笔付款只能入账一次。

所以 \`付款\` 先把事件标记为已见，再入账。今天账本恰好关了一会儿：标记做了，入账失败，再送来的又被当成重复。**幂等消费者**可以多次收到同一条消息，只做一次事：关键是事情真的**做完**了。组件 **Idempotent** 就是这样：分支失败时它忘掉键，同一时刻的两条会互相等待。`,
  },
  goal: {
    en: '`ev-1` is booked, once, though the first try failed.',
    zh: '`ev-1` 入账一次，尽管第一次失败了。',
  },
  hints: [
    {
      en: 'Look at the second round: which branch of `Is it new?` was taken, and was anything booked before?',
      zh: '看第二轮：`是新的吗？` 走了哪个分支？在那之前入账了吗？',
    },
    {
      en: 'Put an Idempotent after `Remember the payment` and move `Book it` and `Note it` into it. `Mark as seen` and `Is it new?` are not needed any more.',
      zh: '在 `记住付款` 之后放一个 Idempotent，把 `入账` 和 `记一笔` 移进去。`标记为已见` 和 `是新的吗？` 就用不着了。',
    },
    {
      en: "Its key says when two messages are the same: `msg.vars['payment']['event']`.",
      zh: "键说明两条消息什么时候算同一条：`msg.vars['payment']['event']`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it: what was booked?', zh: '运行一次：入账了什么？' }, when: { kind: 'ran' } },
    {
      text: {
        en: 'Select **Is it new?** and see what happened to the repeat',
        zh: '点开**是新的吗？**，看再送来的那条怎样了',
      },
      when: { kind: 'looked', step: 'fresh' },
    },
    {
      text: { en: 'The repeat after a failure is booked', zh: '失败后再送来的能入账' },
      when: { kind: 'passed', test: 'lost' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'lost' },
  solution: [
    { move: ['book', 'note'], after: 'remember' },
    { remove: ['seen', 'fresh'] },
    {
      wrap: ['book', 'note'],
      in: {
        id: 'once',
        component: 'idempotent',
        version: 1,
        name: 'Only once',
        config: { key: expression("msg.vars['payment']['event']"), window: '1 d' },
        branches: [{ id: 'onlyonce', role: 'body', config: {}, steps: [] }],
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Without any check the laundry books everything it hears, so a repeat is booked twice.',
        zh: '不做检查，听到的都会入账，重复的就入账两次。',
      },
      changes: [{ move: ['book', 'note'], after: 'remember' }, { remove: ['seen', 'fresh'] }],
    },
    {
      says: {
        en: 'Tomas paid 9.00 twice, and both are real. Only the number of the event tells a repeat from another payment.',
        zh: 'Tomas 付了两次 9.00，两笔都是真的。只有事件编号能区分重复和另一笔付款。',
      },
      changes: [
        { move: ['book', 'note'], after: 'remember' },
        { remove: ['seen', 'fresh'] },
        {
          wrap: ['book', 'note'],
          in: {
            id: 'once',
            component: 'idempotent',
            version: 1,
            name: 'Only once',
            config: {
              key: expression("msg.vars['payment']['customer'] + str(msg.vars['payment']['cents'])"),
              window: '1 d',
            },
            branches: [{ id: 'onlyonce', role: 'body', config: {}, steps: [] }],
          },
        },
      ],
    },
    {
      says: {
        en: 'First look, then work, then mark: that helps after a failure. But two at the same moment both look before either has marked. Idempotent lets the second one wait.',
        zh: '先查、再做、后标记：失败后再来没问题了。可同一时刻的两条都在标记之前查过。Idempotent 会让第二条等着。',
      },
      changes: [
        { set: 'seen', config: { operation: 'exists' }, clear: ['value', 'ttl'] },
        { set: 'new', config: { condition: expression("msg.payload == '0' or msg.payload == 0") } },
        {
          add: [
            {
              id: 'mark',
              component: 'cache',
              version: 1,
              name: 'Mark as done',
              config: {
                operation: 'store',
                key: expression("msg.vars['payment']['event']"),
                value: 'done',
                ttl: '1 d',
              },
            },
          ],
          after: 'note',
        },
      ],
    },
  ],
}
export default content
