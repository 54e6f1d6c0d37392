// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `The flower shop Anemone asks three couriers for a price and takes the cheapest. Today Canal does not answer within two seconds, so the customer gets an error and no
courier at all.

**Scatter-gather** asks several at once and gathers the answers: \`"1"\`, \`"2"\`, \`"3"\`. By itself the first error stops all. With _Collect errors_ each answer becomes
\`{ok: True, value: …}\` or \`{ok: False, error: …}\`, and the next step decides with what there is.`,
    zh: `花店「银莲花」向三家快递问价，取最便宜的。今天 Canal 两秒内没有回音，顾客就只看到一个错误，一家快递也没有。

**分散聚集**同时问多家，再把答案收集起来：\`"1"\`、\`"2"\`、\`"3"\`。默认情况下，第一个错误会让全部停下。打开「收集错误」后，每个答案是 \`{ok: True, value: …}\`或 \`{ok: False, error: …}\`，由下一步就现有的答案做决定。`,
  },
  goal: {
    en: '**Swift** for 11.90, although Canal is silent.',
    zh: 'Canal 没回音，也能选出 **Swift**，11.90。',
  },
  hints: [
    {
      en: 'Select `Ask all three`. Among its advanced settings is one about errors.',
      zh: '点开 `问三家`，高级设置里有一项和错误有关。',
    },
    {
      en: "With _Collect errors_ the offers are one level deeper. Keep those that are `ok`: `[answer['value'] for answer in msg.payload.values() if answer['ok']]`.",
      zh: "打开「收集错误」后，报价深了一层。留下 `ok` 的：`[answer['value'] for answer in msg.payload.values() if answer['ok']]`。",
    },
    {
      en: "And if nobody answers, the list is empty. `min(…, default={'courier': None})` knows what to do then.",
      zh: "如果都没回音，列表就是空的。写 `min(…, default={'courier': None})`。",
    },
  ],
  tasks: [
    {
      text: { en: 'Run it: one error, and all is over', zh: '运行一次：一个错误，全都停了' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'Let **Ask all three** collect errors', zh: '让**问三家**收集错误' },
      when: { kind: 'changed', step: 'ask' },
    },
    {
      text: { en: 'Let **Take the best** look at the good answers only', zh: '让**取最优**只看成功的答案' },
      when: { kind: 'changed', step: 'best' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'silent' },
  solution: [
    { set: 'ask', config: { collectErrors: true } },
    {
      set: 'best',
      config: {
        payload: {
          mode: 'code',
          source: `def dw_process(msg):
    offers = [answer['value'] for answer in msg.payload.values() if answer['ok']]
    return min(offers, key=lambda offer: offer['cents'], default={'courier': None})
`,
        },
      },
    },
  ],
  wrong: [
    {
      says: {
        en: "The error stops nobody any more. Now `Take the best` has to know the new form: an offer is `answer['value']`, if `answer['ok']`.",
        zh: "错误不再让大家停下。现在 `取最优` 要认识新的形式：`answer['ok']` 为真时，报价是 `answer['value']`。",
      },
      changes: [{ set: 'ask', config: { collectErrors: true } }],
    },
    {
      says: {
        en: 'With one silent courier it works. With three, `min` of an empty list is an error: give it a `default`.',
        zh: '一家没回音时没问题。三家都没有时，对空列表取 `min` 会出错：给它一个 `default`。',
      },
      changes: [
        { set: 'ask', config: { collectErrors: true } },
        {
          set: 'best',
          config: {
            payload: {
              mode: 'code',
              source: `def dw_process(msg):
    offers = [answer['value'] for answer in msg.payload.values() if answer['ok']]
    return min(offers, key=lambda offer: offer['cents'])
`,
            },
          },
        },
      ],
    },
    {
      says: {
        en: 'That is the first one that answered, and not the cheapest.',
        zh: '这是第一家回答的，不是最便宜的。',
      },
      changes: [
        { set: 'ask', config: { collectErrors: true } },
        {
          set: 'best',
          config: {
            payload: {
              mode: 'code',
              source: `def dw_process(msg):
    offers = [answer['value'] for answer in msg.payload.values() if answer['ok']]
    return offers[0] if offers else {'courier': None}
`,
            },
          },
        },
      ],
    },
    {
      says: {
        en: 'A price of 0 for a courier that does not answer is the lowest of all, and so it wins. Leave such an answer out.',
        zh: '没回音的快递算 0 元，就成了最低价，反而被选中。应该把这种答案去掉。',
      },
      changes: [
        {
          wrap: ['canal'],
          in: {
            id: 'guard',
            component: 'try',
            version: 1,
            name: 'Guard',
            config: {},
            branches: [
              { id: 'guarded', role: 'body', config: {}, steps: [] },
              {
                id: 'caught',
                role: 'catch',
                config: { errors: 'ANY' },
                steps: [
                  {
                    id: 'zero',
                    component: 'set-payload',
                    version: 1,
                    name: 'No price',
                    config: { value: expression("{'courier': 'Canal', 'cents': 0}") },
                  },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
}
export default content
