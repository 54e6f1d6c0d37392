// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const condition = (source: string) => [{ set: 'instock', config: { condition: expression(source) } }]

const content: LessonContent = {
  text: {
    en: `The warehouse got a picking list with an **electronic gift card** on it. It lies in no warehouse, and nobody can pick it.

A **message filter** looks at each message and lets it pass if its condition is true, else drops it. Here the step \`In stock\` is
already in its place, but its condition is wrong: it looks at the quantity only, not at the warehouse.`,
    zh: `仓库收到了一张发货单，里面混进了**电子礼品卡**。它不在任何仓库，也不该被拣货。

**消息过滤器**看每一条消息：条件为真就放行，为假就丢下。这里的步骤 \`有库存的行\` 已经放好，但条件写错了：它只看数量，没有看仓库。`,
  },
  goal: {
    en: 'The picking list has only the **2** lines that a warehouse has, **2100 g** in all.',
    zh: '发货单只留下 **2** 行有仓库的商品，总重 **2100 g**。',
  },
  hints: [
    {
      en: 'Look at the input of `In stock`: of the gift card, `warehouse` is `None`.',
      zh: '看 `有库存的行` 的输入：礼品卡那一行的 `warehouse` 是 `None`。',
    },
    {
      en: "In a condition `None` counts as false, and a name as true: `msg.payload['warehouse']` says it all.",
      zh: "在条件里 `None` 算假，有名称算真：写 `msg.payload['warehouse']` 就够了。",
    },
    {
      en: 'Cancelled lines have the quantity 0 and must stay out too. Join both conditions by `and`.',
      zh: '取消的行数量为 0，也不能进发货单。用 `and` 把两个条件连起来。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run it once and see what is wrong', zh: '运行一次，看结果哪里不对' },
      when: { kind: 'ran' },
    },
    {
      text: {
        en: 'Select **In stock** and look at the `warehouse` of each line in its input',
        zh: '点开**有库存的行**，看输入里每行的 `warehouse`',
      },
      when: { kind: 'looked', step: 'instock' },
    },
    {
      text: { en: 'Change the condition so that it asks for the warehouse', zh: '修改条件：有仓库才放行' },
      when: { kind: 'changed', step: 'instock' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'nogiftcard', value: "spies['send'][0].payload" },
  solution: condition("msg.payload['quantity'] > 0 and msg.payload['warehouse']"),
  wrong: [
    {
      says: {
        en: 'Lines that were cancelled pass again: the quantity still has to be above 0.',
        zh: '已取消的行又进来了：数量仍然必须大于 0。',
      },
      changes: condition("msg.payload['warehouse']"),
    },
    {
      says: {
        en: 'This keeps out one article by its number. The next gift card has another one: ask for the warehouse.',
        zh: '这只挡住了一个货号，下一张礼品卡的货号就不同了：要看的是仓库。',
      },
      changes: condition("msg.payload['quantity'] > 0 and msg.payload['sku'] != 'GIFT-CARD-100'"),
    },
    {
      says: {
        en: 'Lines of other warehouses are lost. Any warehouse will do.',
        zh: '其他仓库的行丢了：不论哪个仓库，有就行。',
      },
      changes: condition("msg.payload['quantity'] > 0 and msg.payload['warehouse'] == 'SZ1'"),
    },
    {
      says: {
        en: 'The wrong way round: a filter **keeps** what its condition is true for.',
        zh: '反了：条件为真的行是**留下**的。',
      },
      changes: condition("msg.payload['quantity'] > 0 and msg.payload['warehouse'] is None"),
    },
  ],
}
export default content
