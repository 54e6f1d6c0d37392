// While: runs its branch as long as the condition is true. Each round starts with an empty payload.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'
import { loopFields } from '../loop-fields.ts'

const whileLoop: ComponentDefinition = {
  id: 'while',
  version: 1,
  kind: 'scope',
  group: 'flow',
  icon: 'refresh-cw',
  label: componentLabel('While'),
  summary: { en: 'Runs its branch as long as the condition is true.', zh: '条件为真时重复执行分支。' },
  keywords: 'loop until paging 条件循环 循环 分页',
  fields: [
    { name: 'condition', kind: 'condition', label: { en: 'Condition', zh: '条件' }, required: true },
    {
      name: 'maxLoops',
      kind: 'number',
      label: { en: 'At most', zh: '最大循环次数' },
      help: {
        en: 'The loop ends there, with a warning in the log.',
        zh: '达到后循环结束，并在日志中给出警告。',
      },
      default: 10000,
      min: 1,
      max: 10000,
      unit: { en: 'rounds', zh: '次' },
      advanced: true,
    },
    ...loopFields,
  ],
  branches: [
    { role: 'body', label: { en: 'Round', zh: '每次循环' }, min: 1, max: 1, fields: [], holds: 'loop' },
  ],
  line: (step) => lineOf(step.config['condition']),
  pure: true,
  faults: [],
}
export default whileLoop
