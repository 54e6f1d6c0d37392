// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Prices are asked for over HTTP by day, and for a whole list by night. When the tax changed, somebody mended the flow for the day and forgot the night: there a lamp still has 19 % and a book
no reduced rate.

A **service activator** connects a way in with a service. There may be many ways in, but the service exists **once** and knows none of them. Here it is the flow \`The service: price with tax\`. The day
calls it already; the night has a copy of its own.`,
    zh: `白天通过 HTTP 询价，夜里成批计价。税率变动时，有人改了白天的流，却忘了夜里的：那里的灯还是 19 %，书也没有优惠税率。

**服务激活器**把一个入口接到一个服务上。入口可以有很多，服务只有**一个**，也不认识任何入口。这里的服务是流 \`服务：含税价\`。白天已经在调用它；夜里却有自己的一份副本。`,
  },
  goal: {
    en: 'By night too: the book **21.00**, the lamp **60.00**.',
    zh: '夜里也一样：书 **21.00**，灯 **60.00**。',
  },
  hints: [
    {
      en: 'Compare `Price with tax` with the one step of the service.',
      zh: '把 `含税价` 和服务里的那一步比一比。',
    },
    {
      en: 'Mending the numbers helps until the next change. Call the service instead of keeping a copy.',
      zh: '改数字只管到下一次变动。不要留副本，改为调用服务。',
    },
    {
      en: 'Delete `Price with tax` and put a Flow Reference to the service in its place, before `Note the price`.',
      zh: '删掉 `含税价`，在原处、`记下价格` 之前，放一个指向服务的 Flow Reference。',
    },
  ],
  tasks: [
    { text: { en: 'Run the list of the night', zh: '运行夜里的列表' }, when: { kind: 'ran' } },
    {
      text: { en: 'Select **Price with tax** and read its rate', zh: '点开**含税价**，看它的税率' },
      when: { kind: 'looked', step: 'copy' },
    },
    {
      text: { en: 'Let the night call the service', zh: '让夜里也调用服务' },
      when: { kind: 'passed', test: 'onlyone' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'same' },
  solution: [
    {
      add: [
        {
          id: 'callprice',
          component: 'flow-reference',
          version: 1,
          name: 'Ask the service',
          config: { flow: 'price' },
        },
      ],
      after: 'copy',
    },
    { remove: ['copy'] },
  ],
  wrong: [
    {
      says: {
        en: 'The lamp is right now, but the copy knows nothing of the rate for books. And it will be forgotten again.',
        zh: '灯对了，但副本不知道书的税率，下次还会被忘记。',
      },
      changes: [
        {
          set: 'copy',
          config: {
            payload: expression(`{
  'item': msg.payload['item'],
  'cents': round(msg.payload['cents'] * 1.20),
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'The same rule twice. Both are right today; the next change needs two again. Call the service.',
        zh: '同一条规则写了两遍。今天都对，下次又要改两处。应该调用服务。',
      },
      changes: [
        {
          set: 'copy',
          config: {
            payload: expression(`{
  'item': msg.payload['item'],
  'cents': round(msg.payload['cents'] * (1.05 if msg.payload['item'] == 'book' else 1.20)),
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'Now the tax is added twice: the copy still stands before the service.',
        zh: '现在加了两次税：副本还在服务前面。',
      },
      changes: [
        {
          add: [
            {
              id: 'callprice',
              component: 'flow-reference',
              version: 1,
              name: 'Ask the service',
              config: { flow: 'price' },
            },
          ],
          after: 'copy',
        },
      ],
    },
  ],
}
export default content
