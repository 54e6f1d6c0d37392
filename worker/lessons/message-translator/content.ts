// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Ostwind Lamps sends its catalogue as XML, the shop wants JSON. A **message translator** stands between two who say the same things in different
words, so that neither has to learn the words of the other.

In \`<price currency="EUR">24.90</price>\` one element says two things: its text is the price, its attribute the currency. \`XML to articles\` makes one
text of both, and nobody can read it. Prices stay text, so that no cent is lost on the way.`,
    zh: `东风灯具送来的目录是 XML，商店要的是 JSON。**消息转换器**站在双方之间：说的是同一件事，用的是不同的说法，谁也不必学对方的。

\`<price currency="EUR">24.90</price>\` 里，一个元素说了两件事：文本是价格，属性是币种。\`XML 转商品\` 把两件事揉成了一段文字，没人能读。价格保持为文字，这样一分钱也不会丢。`,
  },
  goal: {
    en: 'Each article has its `price`, as text, and its `currency`.',
    zh: '每件商品都有 `price`（文字）和 `currency`。',
  },
  hints: [
    {
      en: 'Run it and look at the input of `XML to articles`: an element with an attribute is not just a text, it has several entries.',
      zh: '运行一次，看 `XML 转商品` 的输入：带属性的元素不只是文字，里面有好几项。',
    },
    {
      en: "Attributes have an `@` before their name, see `item['@sku']`. The text of such an element is under `#text`.",
      zh: "属性名前有 `@`，比如 `item['@sku']`。这种元素的文本在 `#text` 里。",
    },
    {
      en: "The price is `item['price']['#text']`. The currency is one more line: `'currency': item['price']['@currency'],`.",
      zh: "价格是 `item['price']['#text']`。币种另加一行：`'currency': item['price']['@currency'],`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it and read the prices', zh: '运行一次，看看价格' }, when: { kind: 'ran' } },
    {
      text: {
        en: 'Select **XML to articles** and look at a `price` in its input',
        zh: '点开**XML 转商品**，看输入里的 `price`',
      },
      when: { kind: 'looked', step: 'translate' },
    },
    {
      text: { en: 'Take price and currency apart', zh: '把价格和币种分开' },
      when: { kind: 'changed', step: 'translate' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'both' },
  solution: [
    {
      set: 'translate',
      config: {
        payload: expression(`[
  {
    'sku': item['@sku'],
    'name': item['name'],
    'price': item['price']['#text'],
    'currency': item['price']['@currency'],
  }
  for item in msg.payload['catalogue']['*item']
]`),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Now the price is right, but the currency is lost: 119 francs look like 119 euros.',
        zh: '价格对了，币种却丢了：119 瑞士法郎看上去像 119 欧元。',
      },
      changes: [
        {
          set: 'translate',
          config: {
            payload: expression(`[
  {
    'sku': item['@sku'],
    'name': item['name'],
    'price': item['price']['#text'],
  }
  for item in msg.payload['catalogue']['*item']
]`),
          },
        },
      ],
    },
    {
      says: {
        en: 'A number cannot say `24.90`: the last zero is gone, and with very large prices a cent too. Leave it text.',
        zh: '数字写不出 `24.90`：末尾的零没了，价格很大时还会差一分。让它保持文字。',
      },
      changes: [
        {
          set: 'translate',
          config: {
            payload: expression(`[
  {
    'sku': item['@sku'],
    'name': item['name'],
    'price': float(item['price']['#text']),
    'currency': item['price']['@currency'],
  }
  for item in msg.payload['catalogue']['*item']
]`),
          },
        },
      ],
    },
    {
      says: {
        en: "`['item']` is one element only. With the star, `['*item']`, you get the list of all, also if there is just one.",
        zh: "`['item']` 只是一个元素。加上星号写成 `['*item']`，得到的总是列表，哪怕只有一个。",
      },
      changes: [
        {
          set: 'translate',
          config: {
            payload: expression(`[
  {
    'sku': item['@sku'],
    'name': item['name'],
    'price': item['price']['#text'],
    'currency': item['price']['@currency'],
  }
  for item in [msg.payload['catalogue']['item']]
]`),
          },
        },
      ],
    },
    {
      says: {
        en: 'Not every supplier price is in euros: the currency is in the attribute of the element.',
        zh: '并非所有价格都是欧元：币种写在元素的属性里。',
      },
      changes: [
        {
          set: 'translate',
          config: {
            payload: expression(`[
  {
    'sku': item['@sku'],
    'name': item['name'],
    'price': item['price']['#text'],
    'currency': 'EUR',
  }
  for item in msg.payload['catalogue']['*item']
]`),
          },
        },
      ],
    },
  ],
}
export default content
