// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The Tea House sends its invoices with article numbers only; the names are in a catalogue of another firm, which charges for **each question**. An invoice with
40 lines costs 40 questions, although half of the lines are the same tea.

A **content enricher** adds to a message what it lacks, from somewhere else. It works already. Now let it ask **once**: gather the numbers first, then put one question
for all of them (\`?sku=MUG-07,TEA-01\`).`,
    zh: `茶屋的发票只有货号，商品名在另一家公司的目录里，而目录**按查询次数收费**。40 行的发票要查 40 次，哪怕一半的行是同一种茶。

**内容补充器**从别处取来消息里缺少的内容。它已经能用了。现在让它只问**一次**：先把货号收集起来，再一起问（\`?sku=MUG-07,TEA-01\`）。`,
  },
  goal: {
    en: 'The four lines have their names, and the catalogue was asked **once**.',
    zh: '四行都有名称，目录只查询了**一次**。',
  },
  hints: [
    {
      en: 'Count how often `Ask the catalogue` ran. It runs once for each round of the loop it stands in.',
      zh: '数一数 `查询目录` 运行了几次。它在循环里，每一轮都会运行。',
    },
    {
      en: 'The question can hold several numbers. So the three steps need no loop: pull them out of it, keep their order, and delete `Each line`.',
      zh: '一次可以问多个货号，所以这三步不需要循环：按原来的顺序把它们拖到外面，再删掉 `每一行`。',
    },
    {
      en: "Outside of the loop `What to ask for` is all the numbers, each once: `sorted({line['sku'] for line in msg.payload['lines']})`.",
      zh: "在循环外，`要问的货号` 是全部货号，每个一次：`sorted({line['sku'] for line in msg.payload['lines']})`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it and count the questions', zh: '运行一次，数数查询了几次' }, when: { kind: 'ran' } },
    {
      text: { en: 'Pull the three steps out of the loop', zh: '把三个步骤拖出循环' },
      when: { kind: 'passed', test: 'cheap' },
    },
    {
      text: {
        en: 'Let **What to ask for** hold every number once',
        zh: '让**要问的货号**包含全部货号，各一次',
      },
      when: { kind: 'passed', test: 'asked' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: {
    test: 'names',
    value: `{
  'questions': calls.get('lookup', 0),
  'lines': [f"{line['quantity']} × {line['name']}" for line in msg.payload],
}`,
  },
  solution: [
    { move: ['ask', 'lookup', 'keep'], after: 'remember' },
    { remove: ['each'] },
    { set: 'ask', config: { value: expression("sorted({line['sku'] for line in msg.payload['lines']})") } },
  ],
  wrong: [
    {
      says: {
        en: 'Better: three questions instead of four. But they still grow with the invoice. Ask for all of them at once, outside of the loop.',
        zh: '好一些：四次变成三次。但次数仍随发票变长而增加。把货号放在一起，在循环外只问一次。',
      },
      changes: [
        {
          set: 'each',
          config: { items: expression("sorted({line['sku'] for line in msg.payload['lines']})") },
        },
        { set: 'ask', config: { value: expression('[msg.payload]') } },
      ],
    },
    {
      says: {
        en: 'One question, but with the same tea in it twice. A set, `{… for line in …}`, holds each number once.',
        zh: '只问了一次，但同一种茶出现了两遍。用集合 `{… for line in …}`，每个货号只留一个。',
      },
      changes: [
        { move: ['ask', 'lookup', 'keep'], after: 'remember' },
        { remove: ['each'] },
        {
          set: 'ask',
          config: { value: expression("sorted([line['sku'] for line in msg.payload['lines']])") },
        },
      ],
    },
    {
      says: {
        en: 'You ask for the first line only, so that the others have no name.',
        zh: '只问了第一行的货号，其他行就没有名称了。',
      },
      changes: [
        { move: ['ask', 'lookup', 'keep'], after: 'remember' },
        { remove: ['each'] },
        { set: 'ask', config: { value: expression("[msg.payload['lines'][0]['sku']]") } },
      ],
    },
  ],
}
export default content
