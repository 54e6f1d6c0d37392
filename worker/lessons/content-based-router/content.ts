// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `At Kessel & Rao claims over **5,000** go to the director, trips abroad to the travel desk, others over **500** to the manager; the rest is paid at once.
Yet a claim for 7,200 landed on the manager's desk.

A **content-based router** looks into each message and sends it where it belongs. A Choice asks its conditions from the first to the last, and **the first true one**
decides. 7,200 is over 500 as well, and that is asked first.`,
    zh: `凯罗公司的规定：超过 **5,000** 的报销由总监审批，出国的由差旅组，其余超过 **500** 的由经理，剩下的直接付款。可是一张 7,200 的单子却送到了经理桌上。

**基于内容的路由器**看每条消息的内容，把它送到该去的地方。Choice 从上到下逐个问条件，**第一个为真的**说了算。7,200 也超过 500，而这个条件排在最前面。`,
  },
  goal: {
    en: 'The claim for 7,200 goes to the **director**; all the other rules still hold.',
    zh: '7,200 的报销单送到**总监**那里，其他规定照旧。',
  },
  hints: [
    {
      en: 'Run it and see which branch is taken. Were the conditions below it asked at all?',
      zh: '运行一次，看走了哪个分支。它下面的条件还有机会被问到吗？',
    },
    {
      en: 'The narrowest rule stands first: what is over 5,000 is also over 500, but not the other way round.',
      zh: '范围最窄的规则放在最前面：超过 5,000 的也超过 500，反过来就不成立。',
    },
    {
      en: 'Order of the branches: over 5,000, then abroad, then over 500. A branch can be moved up and down.',
      zh: '分支顺序：超过 5,000，然后是出国，最后是超过 500。分支可以上下移动。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run it: who decides about 7,200?', zh: '运行一次：7,200 由谁审批？' },
      when: { kind: 'ran' },
    },
    {
      text: {
        en: 'Select **Who decides?** and read its conditions from the top',
        zh: '点开**由谁审批？**，从上往下读条件',
      },
      when: { kind: 'looked', step: 'route' },
    },
    {
      text: { en: 'The claim for 7,200 goes to the director', zh: '7,200 的单子送到总监那里' },
      when: { kind: 'passed', test: 'large' },
    },
    { text: { en: 'All five rules hold', zh: '五条规定全部成立' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'large' },
  solution: [
    { set: 'first', config: { condition: expression("msg.payload['amount'] > 5000") } },
    { set: 'third', config: { condition: expression("msg.payload['amount'] > 500") } },
    { move: ['director'], first: 'first' },
    { move: ['manager'], first: 'third' },
  ],
  wrong: [
    {
      says: {
        en: 'The director gets the large claims now, but trips abroad for 900 go to the manager: abroad is asked too late.',
        zh: '大额单子送到总监了，但 900 元的出国单给了经理：出国问得太晚。',
      },
      changes: [
        { set: 'first', config: { condition: expression("msg.payload['amount'] > 5000") } },
        { move: ['director'], first: 'first' },
        { set: 'second', config: { condition: expression("msg.payload['amount'] > 500") } },
        { move: ['manager'], first: 'second' },
        { set: 'third', config: { condition: expression("msg.payload['abroad']") } },
        { move: ['travel'], first: 'third' },
      ],
    },
    {
      says: {
        en: 'Large trips abroad pass by the director: abroad is asked before the amount over 5,000.',
        zh: '大额出国单绕过了总监：出国这一条排在了超过 5,000 之前。',
      },
      changes: [
        { set: 'first', config: { condition: expression("msg.payload['abroad']") } },
        { move: ['travel'], first: 'first' },
        { set: 'second', config: { condition: expression("msg.payload['amount'] > 5000") } },
        { move: ['director'], first: 'second' },
        { set: 'third', config: { condition: expression("msg.payload['amount'] > 500") } },
        { move: ['manager'], first: 'third' },
      ],
    },
    {
      says: {
        en: '**Over** 5,000 is meant: exactly 5,000 is still for the manager. Use `>` and not `>=`.',
        zh: '规定说的是**超过** 5,000：正好 5,000 仍归经理。用 `>`，不用 `>=`。',
      },
      changes: [
        { set: 'first', config: { condition: expression("msg.payload['amount'] >= 5000") } },
        { set: 'third', config: { condition: expression("msg.payload['amount'] > 500") } },
        { move: ['director'], first: 'first' },
        { move: ['manager'], first: 'third' },
      ],
    },
    {
      says: {
        en: 'Without that rule nobody looks at claims over 500.',
        zh: '去掉这条规定，超过 500 的单子就没人看了。',
      },
      changes: [{ remove: ['first'] }],
    },
  ],
}
export default content
