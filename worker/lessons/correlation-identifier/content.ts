// What the lesson says, its solution, and the mistakes that many make.
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `A vet sends three samples to a laboratory. The answers come when they are ready, and the horse was quicker than the cat. \`Match them\` lays questions and answers side by side **in the order they came**,
and now Mia the cat is lame.

A **correlation identifier** goes along with each question, and the answer brings it back: \`to\` of the answer is the \`id\` of the question. Order then does not matter, and neither does it
when one is late, or one comes that was never asked for.`,
    zh: `兽医给化验室送了三份样本。答案谁先好谁先来，马比猫快。\`配对\` 却**按来的顺序**把问题和答案一一对上，于是猫咪 Mia 成了瘸腿。

**关联标识**随每个问题一起送出，答案再把它带回来：答案的 \`to\` 就是问题的 \`id\`。这样顺序不重要；有的来晚了，或来了没人问过的，也不要紧。`,
  },
  goal: {
    en: 'Mia the cat is `healthy`, and Apollo the horse `lame`.',
    zh: '猫咪 Mia 是 `healthy`，马儿 Apollo 是 `lame`。',
  },
  hints: [
    {
      en: 'Compare `to` of the answers with `id` of the questions in the input.',
      zh: '看输入，比较答案的 `to` 和问题的 `id`。',
    },
    {
      en: "Make a dict of the answers first: `results = {answer['to']: answer['result'] for answer in msg.payload['answers']}`.",
      zh: "先把答案做成字典：`results = {answer['to']: answer['result'] for answer in msg.payload['answers']}`。",
    },
    {
      en: "Then look up each question: `results.get(question['id'])` gives `None` when there is no answer yet.",
      zh: "再为每个问题查找：`results.get(question['id'])`，还没有答案时得到 `None`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it: who is lame?', zh: '运行一次：谁瘸了？' }, when: { kind: 'ran' } },
    {
      text: {
        en: 'Select **Match them** and compare `id` and `to` in its input',
        zh: '点开**配对**，比较输入里的 `id` 和 `to`',
      },
      when: { kind: 'looked', step: 'match' },
    },
    {
      text: { en: 'Each animal gets its own result', zh: '每只动物得到自己的结果' },
      when: { kind: 'passed', test: 'right' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'right' },
  solution: [
    {
      set: 'match',
      config: {
        payload: {
          mode: 'code',
          source: `def dw_process(msg):
    results = {answer['to']: answer['result'] for answer in msg.payload['answers']}
    return {question['animal']: results.get(question['id']) for question in msg.payload['asked']}
`,
        },
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Right as long as every answer is there. The horse waits for one: `results.get(…)` gives `None` then.',
        zh: '答案都在时没问题。马还在等：这时 `results.get(…)` 给出 `None`。',
      },
      changes: [
        {
          set: 'match',
          config: {
            payload: {
              mode: 'code',
              source: `def dw_process(msg):
    results = {answer['to']: answer['result'] for answer in msg.payload['answers']}
    return {question['animal']: results[question['id']] for question in msg.payload['asked']}
`,
            },
          },
        },
      ],
    },
    {
      says: {
        en: 'Sorted, they fit only if none is missing and none is too many.',
        zh: '排序之后，只有不多不少时才对得上。',
      },
      changes: [
        {
          set: 'match',
          config: {
            payload: {
              mode: 'code',
              source: `def dw_process(msg):
    pairs = zip(msg.payload['asked'], sorted(msg.payload['answers'], key=lambda answer: answer['to']))
    return {question['animal']: answer['result'] for question, answer in pairs}
`,
            },
          },
        },
      ],
    },
    {
      says: {
        en: 'Whoever has no answer yet is missing from the list, and nobody asks where the horse is.',
        zh: '还没有答案的动物从结果里消失了，没人会问马在哪儿。',
      },
      changes: [
        {
          set: 'match',
          config: {
            payload: {
              mode: 'code',
              source: `def dw_process(msg):
    names = {question['id']: question['animal'] for question in msg.payload['asked']}
    return {names[answer['to']]: answer['result'] for answer in msg.payload['answers'] if answer['to'] in names}
`,
            },
          },
        },
      ],
    },
  ],
}
export default content
