// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The bird watch gives its list in **pages** of three. Each page says which one is next; the last says \`null\`. Seven birds were seen, but only six are in the list: the crane on the last page is
missing.

Page by page means: get a page, **keep** what is on it, go to the next, until there is none. The loop here looks whether there is a next page before it keeps this one.`,
    zh: `观鸟站的列表每**页**三只。每页会说下一页是哪页，最后一页说 \`null\`。一共看到七只鸟，列表里却只有六只：最后一页的鹤（crane）不见了。

一页一页地取，就是：取一页，**记下**这一页的内容，再去下一页，直到没有。这里的循环在记下这一页之前，就先问有没有下一页了。`,
  },
  goal: { en: 'All **seven** birds, with the crane.', zh: '**七只**鸟都在，包括 crane。' },
  hints: [
    {
      en: 'Look at the third round: which steps of it ran, and which did not?',
      zh: '看第三轮：哪些步骤运行了，哪些没有？',
    },
    {
      en: 'The condition of `Every page` already ends the loop when there is no next page. It is asked before each round.',
      zh: '没有下一页时，`每一页` 的条件已经会结束循环。每一轮之前都会问它。',
    },
    {
      en: 'Delete `Was it the last?`, or move it behind `Keep the birds`.',
      zh: '删掉 `是最后一页吗？`，或者把它移到 `记下鸟` 之后。',
    },
  ],
  tasks: [
    { text: { en: 'Run it and count the birds', zh: '运行一次，数数鸟' }, when: { kind: 'ran' } },
    {
      text: { en: 'Select **Keep the birds**: how often did it run?', zh: '点开**记下鸟**：它运行了几次？' },
      when: { kind: 'looked', step: 'keep' },
    },
    { text: { en: 'All seven birds are there', zh: '七只鸟都在' }, when: { kind: 'passed', test: 'seven' } },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'seven' },
  solution: [{ remove: ['last'] }],
  wrong: [
    {
      says: {
        en: 'Without an end the loop begins again with the first page. Its condition must be false after the last one.',
        zh: '没有终点，循环又从第一页开始了。最后一页之后，条件必须为假。',
      },
      changes: [{ remove: ['last'] }, { set: 'pages', config: { condition: expression('True') } }],
    },
    {
      says: {
        en: '_Append_ puts the whole page into the list as one item. _Extend_ adds its items.',
        zh: '「追加到列表」把整页当成一项放进去，「合并到列表末尾」才是逐项加入。',
      },
      changes: [{ remove: ['last'] }, { set: 'keep', config: { operation: 'append' } }],
    },
    {
      says: {
        en: 'Each page overwrites the one before, so the crane is alone now.',
        zh: '每一页都覆盖了前一页，现在只剩下 crane。',
      },
      changes: [{ remove: ['last'] }, { set: 'keep', config: { operation: 'overwrite' } }],
    },
    {
      says: {
        en: 'Three pages are right today. Ask the answer whether there is one more.',
        zh: '今天恰好是三页。还有没有下一页，要看应答怎么说。',
      },
      changes: [
        { remove: ['last'] },
        {
          set: 'next',
          config: { value: expression("msg.vars['page'] + 1 if msg.vars['page'] < 3 else None") },
        },
      ],
    },
  ],
}
export default content
