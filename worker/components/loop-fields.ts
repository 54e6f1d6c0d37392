// Fields that the loops share: names of the variables their branch reads.
import type { Field } from '../model/definition.ts'

export const loopFields: Field[] = [
  {
    name: 'counter',
    kind: 'string',
    label: { en: 'Counter variable', zh: '计数器变量' },
    help: { en: 'Holds the number of the round, from 0.', zh: '当前循环的序号，从 0 开始。' },
    default: 'counter',
    advanced: true,
  },
  {
    name: 'rootMessage',
    kind: 'string',
    label: { en: 'Root message variable', zh: '根消息变量' },
    help: {
      en: "Holds the message that entered the loop: msg.vars['rootMessage'].payload.",
      zh: "进入循环的消息：msg.vars['rootMessage'].payload。",
    },
    default: 'rootMessage',
    advanced: true,
  },
]
