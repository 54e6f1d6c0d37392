// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The grocer's basket is split: cold things are fetched from the fridge, dry ones from the shelf. Then the receipt is written. It has all of the cold things first, and customers complain
that they cannot find what they put in first.

A **composed message processor** splits a message, sends each part its own way, and puts the results together **as one message in the same order**. Here each way keeps a list of its own,
and the order gets lost where the two are joined.`,
    zh: `购物篮被拆开：冷的从冷柜取，常温的从货架取，然后写小票。小票上冷的全在前面，顾客抱怨找不到自己先放进去的东西。

**组合消息处理器**把消息拆开，每部分走自己的路，再把结果**按原来的顺序合成一条消息**。这里两条路各有一个列表，合在一起时顺序就丢了。`,
  },
  goal: {
    en: 'The receipt begins with the pasta, as the basket does.',
    zh: '小票和购物篮一样，从意面（pasta）开始。',
  },
  hints: [
    {
      en: 'Look at the variables after the loop: the order of each list is right, but what came between is lost.',
      zh: '看循环之后的变量：每个列表各自的顺序是对的，但彼此之间的先后没有了。',
    },
    {
      en: 'The loop goes through the basket in order. If both ways append to the same list, it has that order too.',
      zh: '循环是按购物篮的顺序走的。如果两条路都追加到同一个列表，它就有同样的顺序。',
    },
    {
      en: 'Let `From the shelf` append to `cold` too (a better name is `receipt`, then in all three places), and let `Write the receipt` take that one list.',
      zh: '让 `来自货架` 也追加到 `cold`（更好的名字是 `receipt`，那就几处一起改），`写小票` 只用这一个列表。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run it and compare basket and receipt', zh: '运行一次，比较购物篮和小票' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'Let both ways write into one list', zh: '让两条路写进同一个列表' },
      when: { kind: 'changed', step: 'shelf' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'order' },
  solution: [
    { set: 'start', config: { variables: { mode: 'literal', value: [['receipt', expression('[]')]] } } },
    { set: 'fridge', config: { name: 'receipt' } },
    { set: 'shelf', config: { name: 'receipt' } },
    { set: 'join', config: { value: expression("msg.vars['receipt']") } },
  ],
  wrong: [
    {
      says: {
        en: 'The other way round is no better: now the shelf comes first.',
        zh: '反过来也没用：现在货架的在前面了。',
      },
      changes: [{ set: 'join', config: { value: expression("msg.vars['dry'] + msg.vars['cold']") } }],
    },
    {
      says: {
        en: 'Sorted by the alphabet is not the order of the basket.',
        zh: '按字母排不是购物篮的顺序。',
      },
      changes: [{ set: 'join', config: { value: expression("sorted(msg.vars['cold'] + msg.vars['dry'])") } }],
    },
    {
      says: {
        en: 'Taking turns fits baskets in which cold and dry take turns. Not all do.',
        zh: '一冷一热轮着来，只适合恰好交替的购物篮。',
      },
      changes: [
        {
          set: 'join',
          config: {
            value: expression("[line for pair in zip(msg.vars['dry'], msg.vars['cold']) for line in pair]"),
          },
        },
      ],
    },
  ],
}
export default content
