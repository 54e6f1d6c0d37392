// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `A reader asks the library Stacks whether a book can be had. The flow asks the publisher, and passes on **its** answer: with the depot, and with the price that the library pays.

**Request-reply**: who asks waits for an answer, and both have agreed on its form. The form is yours, not your partner's. Else all your readers see what is none of their business, and break
when the publisher renames a field.`,
    zh: `读者问「书堆」图书馆能不能借到一本书。流去问出版社，然后把**出版社的**回答原样转了出去：连仓库和进货价都在里面。

**请求-应答**：提问的人等着回答，双方约好了回答的样子。这个样子由你定，不由你的伙伴定。不然读者会看到与他无关的内容，出版社改个字段名，大家就都出错。`,
  },
  goal: {
    en: 'The answer has two fields, `isbn` and `available`, and nothing else.',
    zh: '回答只有两个字段：`isbn` 和 `available`。',
  },
  hints: [
    {
      en: 'After `Ask the publisher` the payload is its answer. One more step has to make yours of it.',
      zh: '`问出版社` 之后，载荷是它的回答。还需要一步，把它变成你的回答。',
    },
    {
      en: "Add a Transform at the end: `{'isbn': msg.vars['isbn'], 'available': …}`.",
      zh: "在末尾加一个 Transform：`{'isbn': msg.vars['isbn'], 'available': …}`。",
    },
    {
      en: "A book that the publisher does not know has no `stockOnHand`: `msg.payload.get('stockOnHand', 0) > 0`.",
      zh: "出版社没有的书没有 `stockOnHand`：写 `msg.payload.get('stockOnHand', 0) > 0`。",
    },
  ],
  tasks: [
    {
      text: { en: 'Run it and read what the reader gets to see', zh: '运行一次，读一读读者看到的内容' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'The reader sees two fields', zh: '读者看到两个字段' },
      when: { kind: 'passed', test: 'there' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'there' },
  solution: [
    {
      add: [
        {
          id: 'answer',
          component: 'transform',
          version: 1,
          name: 'Answer',
          config: {
            payload: expression(`{
  'isbn': msg.vars['isbn'],
  'available': msg.payload.get('stockOnHand', 0) > 0,
}`),
          },
        },
      ],
      after: 'ask',
    },
  ],
  wrong: [
    {
      says: {
        en: 'The price is gone, the rest of the partner is still there, and its next new field will be too. Write down what you want to say, not what you want to hide.',
        zh: '价格去掉了，伙伴的其他内容还在，以后新增的字段也会出现。要写明想说什么，而不是想藏什么。',
      },
      changes: [
        {
          add: [
            {
              id: 'answer',
              component: 'transform',
              version: 1,
              name: 'Answer',
              config: {
                payload: expression(
                  "{name: value for name, value in msg.payload.items() if name != 'wholesaleCents'}",
                ),
              },
            },
          ],
          after: 'ask',
        },
      ],
    },
    {
      says: {
        en: 'A number of copies says more than was asked: true or false is enough, `> 0`.',
        zh: '册数比问的多了：真或假就够了，用 `> 0`。',
      },
      changes: [
        {
          add: [
            {
              id: 'answer',
              component: 'transform',
              version: 1,
              name: 'Answer',
              config: {
                payload: expression(
                  "{'isbn': msg.vars['isbn'], 'available': msg.payload.get('stockOnHand', 0)}",
                ),
              },
            },
          ],
          after: 'ask',
        },
      ],
    },
    {
      says: {
        en: 'The publisher does not know every book. Then there is no `stockOnHand`, and the flow fails: `.get(…, 0)`.',
        zh: '出版社不是每本书都有，那时没有 `stockOnHand`，流就会失败：用 `.get(…, 0)`。',
      },
      changes: [
        {
          add: [
            {
              id: 'answer',
              component: 'transform',
              version: 1,
              name: 'Answer',
              config: {
                payload: expression(
                  "{'isbn': msg.vars['isbn'], 'available': msg.payload['stockOnHand'] > 0}",
                ),
              },
            },
          ],
          after: 'ask',
        },
      ],
    },
  ],
}
export default content
