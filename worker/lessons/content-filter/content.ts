// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Wheelsure insures bicycles. When one is damaged, a repair shop gets the report. Names and phone numbers are struck out, as somebody asked for that once. Since then the app has got a bank account
and the code of the lock, and both went to the shop.

A **content filter** makes a message smaller: it leaves what the receiver needs. Written as a list of what must **not** go, it forgets all that comes later. Written as a list of what
**may** go, it is right tomorrow as well.`,
    zh: `「轮保」给自行车上保险。车坏了，报告会发给维修店。姓名和电话被划掉了，因为有人提过。后来应用里又有了银行账号和锁的密码，两样都传给了维修店。

**内容过滤器**把消息变小，只留接收方需要的。写成**不能**给的清单，后来新增的就漏了；写成**可以**给的清单，明天也还是对的。`,
  },
  goal: {
    en: 'The shop gets `case`, `model`, `frame`, `damage`, and nothing else.',
    zh: '维修店只得到 `case`、`model`、`frame`、`damage`。',
  },
  hints: [
    {
      en: 'Look at the input of `Send`: what in it does a repair shop not need?',
      zh: '看 `发送` 的输入：里面哪些是维修店不需要的？',
    },
    {
      en: "Write the four fields down one by one: `{'case': msg.payload['case'], …}`.",
      zh: "把四个字段一个一个写出来：`{'case': msg.payload['case'], …}`。",
    },
    {
      en: "Model and frame are inside `bike`, beside the code of its lock: `'model': msg.payload['bike']['model']`.",
      zh: "型号和车架号在 `bike` 里，和锁的密码放在一起：`'model': msg.payload['bike']['model']`。",
    },
  ],
  tasks: [
    {
      text: { en: 'Run it and read what the shop gets', zh: '运行一次，看维修店得到什么' },
      when: { kind: 'ran' },
    },
    { text: { en: 'Pick the four fields', zh: '挑出四个字段' }, when: { kind: 'changed', step: 'pick' } },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'need', value: "spies['send'][0].payload" },
  solution: [
    {
      set: 'pick',
      config: {
        payload: expression(`{
  'case': msg.payload['case'],
  'model': msg.payload['bike']['model'],
  'frame': msg.payload['bike']['frame'],
  'damage': msg.payload['damage'],
}`),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'The list of what must not go is longer, and it will have to grow for ever: tomorrow there is a `birthday`. Pick what may go.',
        zh: '不能给的清单变长了，而且要永远加下去：明天就有了 `birthday`。应该挑出可以给的。',
      },
      changes: [
        {
          set: 'pick',
          config: {
            payload: expression(`{
  'case': msg.payload['case'],
  'model': msg.payload['bike']['model'],
  'frame': msg.payload['bike']['frame'],
  **{name: value for name, value in msg.payload['^value'].items() if name not in ['case', 'bike', 'name', 'phone', 'iban']},
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'The whole `bike` goes along, with the code of its lock.',
        zh: '整个 `bike` 都传了出去，包括锁的密码。',
      },
      changes: [
        {
          set: 'pick',
          config: {
            payload: expression(`{
  'case': msg.payload['case'],
  'bike': msg.payload['bike'],
  'damage': msg.payload['damage'],
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'Without its frame number the shop cannot order parts.',
        zh: '没有车架号，维修店没法订零件。',
      },
      changes: [
        {
          set: 'pick',
          config: {
            payload: expression(`{
  'case': msg.payload['case'],
  'model': msg.payload['bike']['model'],
  'damage': msg.payload['damage'],
}`),
          },
        },
      ],
    },
  ],
}
export default content
