// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Somebody ordered two kilos of \` Huila\`, with a blank and a capital, and Roastery Vela offered them for **0.00 EUR**. All the work is in one script
in the step \`Price\`: it looks the price up before it cleans the name. In a long script such a thing is hard to see.

With **pipes and filters** each step does one thing and hands its result to the next, so you can look at what lies between them.
The steps \`Clean\` and \`Write the quote\` are there already, but they only pass on what they get. Give each of them its part of the script.`,
    zh: `有人订了两公斤 \` Huila\`，前面多了空格，又用了大写，维拉烘焙坊就报价 **0.00 EUR**。所有的事都挤在 \`计价\` 的一段脚本里：它先查价格，后清理名称。脚本一长，这种错误就很难看出来。

**管道与过滤器**的做法是：每一步只做一件事，把结果交给下一步，中间的每个结果都看得见。步骤 \`清理\` 和 \`写报价\` 已经放好，但它们只是原样传递。把脚本里属于它们的部分交给它们。`,
  },
  goal: {
    en: 'The quote says **58.00 EUR**, and each of the three steps does its own part.',
    zh: '报价是 **58.00 EUR**，三个步骤各做各的事。',
  },
  hints: [
    {
      en: 'Begin with `Clean`: its payload becomes a dict with `coffee` and `kilos`, as the part `# clean` of the script makes them.',
      zh: '从 `清理` 开始：让它的载荷成为一个字典，含 `coffee` 和 `kilos`，做法就在脚本的 `# clean` 那一段。',
    },
    {
      en: 'Then `Price` needs no `strip` and no `float` any more. It returns `coffee`, `kilos` and `cents`, and no text.',
      zh: '这样 `计价` 就不再需要 `strip` 和 `float`。它返回 `coffee`、`kilos` 和 `cents`，不返回文字。',
    },
    {
      en: 'The line with `f"…"` goes into `Write the quote`, where everything comes from `msg.payload`: `f"{msg.payload[\'kilos\']:g} kg …"`.',
      zh: '带 `f"…"` 的那一行放进 `写报价`，值都来自 `msg.payload`：`f"{msg.payload[\'kilos\']:g} kg …"`。',
    },
  ],
  tasks: [
    { text: { en: 'Run it and read the quote', zh: '运行一次，读一读报价' }, when: { kind: 'ran' } },
    {
      text: { en: 'Let **Clean** do the cleaning', zh: '让**清理**来做清理' },
      when: { kind: 'changed', step: 'clean' },
    },
    {
      text: { en: 'Leave only the price to **Price**', zh: '**计价**只管价格' },
      when: { kind: 'changed', step: 'price' },
    },
    {
      text: { en: 'Let **Write the quote** write it', zh: '让**写报价**来写' },
      when: { kind: 'changed', step: 'write' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'typed' },
  solution: [
    {
      set: 'clean',
      config: {
        payload: expression(`{
  'coffee': msg.payload['coffee'].strip().lower(),
  'kilos': float(msg.payload['kilos']),
}`),
      },
    },
    {
      set: 'price',
      config: {
        payload: {
          mode: 'code',
          source: `PRICES = {'huila': 2900, 'sidamo': 3400, 'decaf': 3100}


def dw_process(msg):
    order = msg.payload
    cents = round(PRICES.get(order['coffee'], 0) * order['kilos'])
    return {'coffee': order['coffee'], 'kilos': order['kilos'], 'cents': cents}
`,
        },
      },
    },
    {
      set: 'write',
      config: {
        payload: expression(
          "f\"{msg.payload['kilos']:g} kg {msg.payload['coffee']}: {msg.payload['cents'] / 100:.2f} EUR\"",
        ),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'The quote is right now, but all of it still happens in one step: between the steps there is nothing to look at. Cut the script up.',
        zh: '报价对了，但一切仍在同一步里，步骤之间没有东西可看。把脚本拆开。',
      },
      changes: [
        {
          set: 'price',
          config: {
            payload: {
              mode: 'code',
              source: `PRICES = {'huila': 2900, 'sidamo': 3400, 'decaf': 3100}


def dw_process(msg):
    order = msg.payload
    coffee = order['coffee'].strip().lower()
    kilos = float(order['kilos'])
    cents = round(PRICES.get(coffee, 0) * kilos)
    return f"{kilos:g} kg {coffee}: {cents / 100:.2f} EUR"
`,
            },
          },
        },
      ],
    },
    {
      says: {
        en: 'Blanks go away, capitals stay, and the price list knows small letters only: `.strip().lower()`.',
        zh: '空格去掉了，大写还在，而价目表只认小写：用 `.strip().lower()`。',
      },
      changes: [
        {
          set: 'clean',
          config: {
            payload: expression(`{
  'coffee': msg.payload['coffee'].strip(),
  'kilos': float(msg.payload['kilos']),
}`),
          },
        },
        {
          set: 'price',
          config: {
            payload: {
              mode: 'code',
              source: `PRICES = {'huila': 2900, 'sidamo': 3400, 'decaf': 3100}


def dw_process(msg):
    order = msg.payload
    cents = round(PRICES.get(order['coffee'], 0) * order['kilos'])
    return {'coffee': order['coffee'], 'kilos': order['kilos'], 'cents': cents}
`,
            },
          },
        },
        {
          set: 'write',
          config: {
            payload: expression(
              "f\"{msg.payload['kilos']:g} kg {msg.payload['coffee']}: {msg.payload['cents'] / 100:.2f} EUR\"",
            ),
          },
        },
      ],
    },
    {
      says: {
        en: '`kilos` is still text when it comes to `Price`. Making a number of it is cleaning too.',
        zh: '`kilos` 到 `计价` 时还是文字。把它变成数字，也属于清理。',
      },
      changes: [
        {
          set: 'clean',
          config: {
            payload: expression(`{
  'coffee': msg.payload['coffee'].strip().lower(),
  'kilos': msg.payload['kilos'],
}`),
          },
        },
        {
          set: 'price',
          config: {
            payload: {
              mode: 'code',
              source: `PRICES = {'huila': 2900, 'sidamo': 3400, 'decaf': 3100}


def dw_process(msg):
    order = msg.payload
    cents = round(PRICES.get(order['coffee'], 0) * float(order['kilos']))
    return {'coffee': order['coffee'], 'kilos': float(order['kilos']), 'cents': cents}
`,
            },
          },
        },
        {
          set: 'write',
          config: {
            payload: expression(
              "f\"{msg.payload['kilos']:g} kg {msg.payload['coffee']}: {msg.payload['cents'] / 100:.2f} EUR\"",
            ),
          },
        },
      ],
    },
  ],
}
export default content
