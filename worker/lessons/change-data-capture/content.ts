// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Each night the Brassfield Museum sends its changed members to a letter service. A **cursor** remembers how far it got: the next night asks only for what changed after it. This
is **change data capture**, and it saves copying all 40,000 members.

One night the letter service was down after the first member. The next night nobody was sent: the cursor had moved on **before** the members were delivered. \`Two nights\` plays
both of them.`,
    zh: `布拉斯菲尔德博物馆每晚把有变化的会员发给邮件服务。**游标**记着上次到了哪儿：下一夜只问在它之后变化的。这就是**变更数据捕获**，不必每次搬动全部 40,000 位会员。

有一夜，邮件服务在第一位会员之后断了。第二夜谁也没发：会员还没送到，游标已经**提前**移走了。流 \`两个夜晚\` 把这两夜演一遍。`,
  },
  goal: {
    en: 'In the end **m1**, **m2** and **m3** were sent. One of them twice does no harm.',
    zh: '最终 **m1**、**m2**、**m3** 都发送了。有人发两次也无妨。',
  },
  hints: [
    {
      en: 'Open the flow `Changed members → letters`. If `Send the member` fails, where is the cursor already?',
      zh: '打开流 `有变化的会员 → 邮件服务`。如果 `发送会员` 失败，游标这时已经在哪儿了？',
    },
    {
      en: 'Move `Move the cursor` to the end of the flow, after the loop: an error in the loop then leaves it where it was.',
      zh: '把 `移动游标` 移到流的末尾，循环之后：循环里出错时，它就留在原处。',
    },
    {
      en: 'After the loop, not in it: m2 and m3 changed in the same second, and a cursor between them would pass over m3.',
      zh: '放在循环之后，不是循环里面：m2 和 m3 在同一秒变化，游标停在两者之间会漏掉 m3。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run the two nights and see who is missing', zh: '运行两个夜晚，看看少了谁' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'Select **Move the cursor** in the other flow', zh: '在另一个流里点开**移动游标**' },
      when: { kind: 'looked', step: 'move' },
    },
    {
      text: { en: 'Everybody is sent in the end', zh: '最终人人都发送了' },
      when: { kind: 'passed', test: 'bad' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'bad' },
  solution: [{ move: ['move'], after: 'each' }],
  wrong: [
    {
      says: {
        en: 'A cursor that moves with each member seems finer, but m2 and m3 changed in the same second: when m3 fails it is asked for never again.',
        zh: '随每位会员移动的游标看似更细，但 m2 和 m3 在同一秒变化：m3 失败后，再也不会问到它。',
      },
      changes: [
        { move: ['move'], after: 'note' },
        { set: 'move', config: { value: expression("msg.vars['members'][msg.vars['counter']]['changed']") } },
      ],
    },
    {
      says: {
        en: 'Without the cursor all members are sent each night.',
        zh: '没有游标，每晚都会发送全部会员。',
      },
      changes: [{ remove: ['move'] }],
    },
    {
      says: {
        en: 'Your own clock is not that of the museum: who changed just before midnight and was listed a moment later is passed over. Take the newest time that was delivered.',
        zh: '你的时钟不是博物馆的：午夜前一刻变化、稍后才列出的会员会被漏掉。要用已送达的最新时间。',
      },
      changes: [
        { move: ['move'], after: 'each' },
        { set: 'move', config: { value: expression('datetime.datetime.now().isoformat()[:19]') } },
      ],
    },
  ],
}
export default content
