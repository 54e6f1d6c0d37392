// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Each shoe at Cobbler Rust brings a slip with the works it needs, in order. That is a **routing slip**: the message carries its own way, and the flow only follows it.

A boot came with \`stitch\`, which nobody here can do. It was cleaned and glued, \`stitch\` was passed over in silence, it was polished and given back as ready. A glued boot cannot be stitched any more: so read the
**whole** slip before you begin, and refuse what you cannot do.`,
    zh: `拉斯特修鞋铺的每只鞋都带着一张单子，按顺序写着要做的工序。这就是**流转单**：消息自己带着路线，流只是照着走。

一只靴子的单子上有 \`stitch\`（缝），这里没人会。它被清洁、粘合，\`stitch\` 悄悄跳过，再上光，就当成修好了。粘过的靴子没法再缝：所以动手前先看**整张**单子，做不了就拒绝。`,
  },
  goal: {
    en: 'The boot is refused with **400**, and nothing was done to it.',
    zh: '靴子以 **400** 拒绝，一点没动。',
  },
  hints: [
    {
      en: 'The slip is a list: whether all its works are known can be asked in one condition, before the loop.',
      zh: '单子是一个列表：所有工序会不会做，可以在循环之前用一个条件问清。',
    },
    {
      en: 'Put a Choice before the loop; in its first branch a Raise Error.',
      zh: '在循环之前放一个 Choice，第一个分支里放 Raise Error。',
    },
    {
      en: "Its condition: `any(work not in ['clean', 'glue', 'polish'] for work in msg.payload['slip'])`.",
      zh: "条件是：`any(work not in ['clean', 'glue', 'polish'] for work in msg.payload['slip'])`。",
    },
  ],
  tasks: [
    {
      text: { en: 'Run it: the boot is said to be ready', zh: '运行一次：靴子说是修好了' },
      when: { kind: 'ran' },
    },
    { text: { en: 'Refuse the slip', zh: '拒绝这张单子' }, when: { kind: 'passed', test: 'refused' } },
    {
      text: { en: 'Leave the shoe untouched', zh: '鞋一点不动' },
      when: { kind: 'passed', test: 'untouched' },
    },
    { text: { en: 'All five tests pass', zh: '五个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: {
    test: 'refused',
    value:
      "{'status': reply['status'], 'works that were done': calls['clean'] + calls['glue'] + calls['polish']}",
  },
  solution: [
    {
      add: [
        {
          id: 'known',
          component: 'choice',
          version: 1,
          name: 'Can we do all of it?',
          config: {},
          branches: [
            {
              id: 'notall',
              role: 'when',
              config: {
                condition: expression(
                  "any(work not in ['clean', 'glue', 'polish'] for work in msg.payload['slip'])",
                ),
              },
              steps: [
                {
                  id: 'refuse',
                  component: 'raise-error',
                  version: 1,
                  name: 'Refuse the job',
                  config: { type: 'SLIP:UNKNOWN', description: 'There is no such work on the slip.' },
                },
              ],
            },
            { id: 'allright', role: 'otherwise', config: {}, steps: [] },
          ],
        },
      ],
      after: 'start',
    },
  ],
  wrong: [
    {
      says: {
        en: 'Refused, but halfway: the boot is glued already. Ask before the loop.',
        zh: '拒绝了，可已经做了一半：靴子粘过了。要在循环之前问。',
      },
      changes: [
        {
          add: [
            {
              id: 'refuse',
              component: 'raise-error',
              version: 1,
              name: 'Refuse the job',
              config: { type: 'SLIP:UNKNOWN', description: 'There is no such work on the slip.' },
            },
          ],
          first: 'nowork',
        },
      ],
    },
    {
      says: {
        en: 'Only the first work is looked at; the unknown one stands third.',
        zh: '只看了第一道工序，不会的那道排在第三。',
      },
      changes: [
        {
          add: [
            {
              id: 'known',
              component: 'choice',
              version: 1,
              name: 'Can we do all of it?',
              config: {},
              branches: [
                {
                  id: 'notall',
                  role: 'when',
                  config: {
                    condition: expression(
                      "msg.payload['slip'] and msg.payload['slip'][0] not in ['clean', 'glue', 'polish']",
                    ),
                  },
                  steps: [
                    {
                      id: 'refuse',
                      component: 'raise-error',
                      version: 1,
                      name: 'Refuse the job',
                      config: { type: 'SLIP:UNKNOWN', description: 'There is no such work on the slip.' },
                    },
                  ],
                },
                { id: 'allright', role: 'otherwise', config: {}, steps: [] },
              ],
            },
          ],
          after: 'start',
        },
      ],
    },
    {
      says: {
        en: '`stitch` is refused, and the next unknown word is not. Ask for what you know, not for what you do not.',
        zh: '`stitch` 被拒绝了，下一个不认识的词却不会。要问会做的，而不是不会的。',
      },
      changes: [
        {
          add: [
            {
              id: 'known',
              component: 'choice',
              version: 1,
              name: 'Can we do all of it?',
              config: {},
              branches: [
                {
                  id: 'notall',
                  role: 'when',
                  config: { condition: expression("'stitch' in msg.payload['slip']") },
                  steps: [
                    {
                      id: 'refuse',
                      component: 'raise-error',
                      version: 1,
                      name: 'Refuse the job',
                      config: { type: 'SLIP:UNKNOWN', description: 'There is no such work on the slip.' },
                    },
                  ],
                },
                { id: 'allright', role: 'otherwise', config: {}, steps: [] },
              ],
            },
          ],
          after: 'start',
        },
      ],
    },
    {
      says: {
        en: 'An empty slip is refused as well. `any` of nothing is false, `all` of nothing is true: `not any` of what is known says something else.',
        zh: '空单子也被拒绝了。对空列表，`any` 为假，`all` 为真：「没有一道是会做的」是另一回事。',
      },
      changes: [
        {
          add: [
            {
              id: 'known',
              component: 'choice',
              version: 1,
              name: 'Can we do all of it?',
              config: {},
              branches: [
                {
                  id: 'notall',
                  role: 'when',
                  config: {
                    condition: expression(
                      "not any(work in ['clean', 'glue', 'polish'] for work in msg.payload['slip'])",
                    ),
                  },
                  steps: [
                    {
                      id: 'refuse',
                      component: 'raise-error',
                      version: 1,
                      name: 'Refuse the job',
                      config: { type: 'SLIP:UNKNOWN', description: 'There is no such work on the slip.' },
                    },
                  ],
                },
                { id: 'allright', role: 'otherwise', config: {}, steps: [] },
              ],
            },
          ],
          after: 'start',
        },
      ],
    },
  ],
}
export default content
