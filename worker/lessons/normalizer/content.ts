// What the lesson says, its solution, and the mistakes that many make.
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The cheese shop has two suppliers. Sud sends JSON with numbers, Norte sends lines of text, and writes **1.234,50** where others write 1,234.50: the comma stands before the decimals, the point between
thousands. Today a whole wheel of Manchego is offered for 1.23.

A **normalizer** is a router with a translator for each partner. All of them end in **one form**, here \`sku\`, \`name\`, \`cents\`, so nothing behind it needs to know
who sent it.`,
    zh: `奶酪店有两家供货商。Sud 发来 JSON 和数字，Norte 发来一行行文字，并把别人写的 1,234.50 写成 **1.234,50**：逗号在小数前，点隔开千位。今天，一整轮曼彻格奶酪只标价 1.23。

**规范器**是一个路由器，加上每个伙伴各自的转换器。最后都归成**一种格式**，这里是 \`sku\`、\`name\`、\`cents\`，后面的步骤不必知道是谁发来的。`,
  },
  goal: {
    en: 'Manchego costs **123450** cents, Cabrales **890**.',
    zh: 'Manchego 是 **123450** 分，Cabrales 是 **890** 分。',
  },
  hints: [
    {
      en: 'Look into `Norte: text with commas`: what does it make of `1.234,50` before it becomes a number?',
      zh: '看 `Norte：带逗号的文字`：`1.234,50` 变成数字之前，成了什么？',
    },
    {
      en: 'First take the points away, then put a point where the comma is.',
      zh: '先去掉点，再把逗号换成点。',
    },
    {
      en: "`text.replace('.', '').replace(',', '.')` gives `1234.50`, and `8.9` of `8,9`.",
      zh: "`text.replace('.', '').replace(',', '.')` 得到 `1234.50`；`8,9` 则得到 `8.9`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it and read the prices', zh: '运行一次，看看价格' }, when: { kind: 'ran' } },
    {
      text: { en: 'Teach **Norte: text with commas** its commas', zh: '让**Norte：带逗号的文字**认得逗号' },
      when: { kind: 'changed', step: 'norte' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'norte1' },
  solution: [
    {
      set: 'norte',
      config: {
        payload: {
          mode: 'code',
          source: `def cents(text):
    return round(float(text.replace('.', '').replace(',', '.')) * 100)


def dw_process(msg):
    rows = [line.split(';') for line in msg.payload['text'].splitlines()]
    return [{'sku': sku, 'name': name, 'cents': cents(price)} for sku, name, price in rows]
`,
        },
      },
    },
  ],
  wrong: [
    {
      says: {
        en: '`1.234.50` is no number. The points between the thousands have to go first.',
        zh: '`1.234.50` 不是数字。要先去掉千位之间的点。',
      },
      changes: [
        {
          set: 'norte',
          config: {
            payload: {
              mode: 'code',
              source: `def cents(text):
    return round(float(text.replace(',', '.')) * 100)


def dw_process(msg):
    rows = [line.split(';') for line in msg.payload['text'].splitlines()]
    return [{'sku': sku, 'name': name, 'cents': cents(price)} for sku, name, price in rows]
`,
            },
          },
        },
      ],
    },
    {
      says: {
        en: 'Taking all marks away works only with two decimals: `8,9` is 8.90 and not 0.89.',
        zh: '去掉所有符号，只在有两位小数时才对：`8,9` 是 8.90，不是 0.89。',
      },
      changes: [
        {
          set: 'norte',
          config: {
            payload: {
              mode: 'code',
              source: `def cents(text):
    return int(text.replace('.', '').replace(',', ''))


def dw_process(msg):
    rows = [line.split(';') for line in msg.payload['text'].splitlines()]
    return [{'sku': sku, 'name': name, 'cents': cents(price)} for sku, name, price in rows]
`,
            },
          },
        },
      ],
    },
    {
      says: {
        en: 'Cut at the comma and there must be one: `1.200` has none.',
        zh: '按逗号切分，前提是有逗号：`1.200` 就没有。',
      },
      changes: [
        {
          set: 'norte',
          config: {
            payload: {
              mode: 'code',
              source: `def cents(text):
    return int(text.replace('.', '').split(',')[0]) * 100 + int((text.split(',')[1] + '0')[:2])


def dw_process(msg):
    rows = [line.split(';') for line in msg.payload['text'].splitlines()]
    return [{'sku': sku, 'name': name, 'cents': cents(price)} for sku, name, price in rows]
`,
            },
          },
        },
      ],
    },
  ],
}
export default content
