// What the lesson says, its solution, and the mistakes that many make.
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Patients of Dr. Brandt get each reminder for a new appointment **twice**, and it costs twice too. Those whose visit was moved get one.

A **message channel** is the one way on which messages of a kind travel. Who has a reminder puts it in; the channel alone knows how it is sent, and writes it
into the book. Here the channel is the flow \`Reminders\`. \`Appointment → reminder\` uses it, but it still sends the text message by itself as well, as it did before there was a channel.`,
    zh: `布兰特医生的病人每次新预约都收到**两条**提醒，费用也是双份。改期的病人只收到一条。

**消息通道**是一类消息共同走的一条路。谁有提醒就放进去，怎么发送只有通道知道，它还负责登记。这里的通道就是流 \`提醒通道\`。\`预约 → 提醒\` 用了它，可还像没有通道时那样，自己又发了一遍短信。`,
  },
  goal: {
    en: '**One** text message, sent and logged by the channel.',
    zh: '**一条**短信，由通道发送并登记。',
  },
  hints: [
    {
      en: 'Follow the run: at which two places is a text message sent?',
      zh: '顺着运行看：短信在哪两处发送了？',
    },
    {
      en: 'Moved appointments use only the channel, and theirs is right. Make new ones the same.',
      zh: '改期只用通道，它是对的。让新预约也一样。',
    },
    {
      en: 'Delete `Send a text message` in `Appointment → reminder`. The channel stays as it is.',
      zh: '删掉 `预约 → 提醒` 里的 `发短信`。通道保持原样。',
    },
  ],
  tasks: [
    { text: { en: 'Run it and count the text messages', zh: '运行一次，数数短信' }, when: { kind: 'ran' } },
    {
      text: { en: 'Look into **Into the channel**', zh: '看看**交给通道**' },
      when: { kind: 'looked', step: 'toreminders' },
    },
    {
      text: { en: 'One text message for a new appointment', zh: '新预约只有一条短信' },
      when: { kind: 'passed', test: 'once' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: {
    test: 'once',
    value: "[one.vars['reminder'] for one in spies.get('direct', []) + spies.get('send', [])]",
  },
  solution: [{ remove: ['direct'] }],
  wrong: [
    {
      says: {
        en: 'One message, but past the channel: it is not in the book, and when the provider changes, two places change.',
        zh: '只剩一条，但绕过了通道：没有登记，换服务商时要改两处。',
      },
      changes: [{ remove: ['toreminders'] }],
    },
    {
      says: {
        en: 'Now the channel sends nothing any more, and moved appointments get no reminder.',
        zh: '现在通道不再发送，改期的病人收不到提醒了。',
      },
      changes: [{ remove: ['send'] }],
    },
  ],
}
export default content
