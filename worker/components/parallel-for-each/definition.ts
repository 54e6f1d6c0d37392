// Parallel For Each: its branch for every item, several at once; the payload becomes the list of results in input order.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'
import { loopFields } from '../loop-fields.ts'
import { parallelFields } from '../parallel-fields.ts'

const parallelForEach: ComponentDefinition = {
  id: 'parallel-for-each',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'rows-3',
  label: componentLabel('Parallel For Each'),
  summary: {
    en: 'Runs its branch for every item, several at once, and collects the results.',
    zh: '对每一项并行执行分支，并收集结果。',
  },
  keywords: 'loop concurrent map 并行遍历 并发 循环',
  fields: [
    {
      name: 'items',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Items', zh: '数据集' },
      required: true,
      default: { mode: 'expression', source: 'msg.payload' },
    },
    ...parallelFields,
    ...loopFields,
  ],
  branches: [
    { role: 'body', label: { en: 'Each', zh: '每一项' }, min: 1, max: 1, fields: [], holds: 'apart' },
  ],
  output: () => ({ type: 'list', items: { type: 'unknown' } }),
  line: (step) => lineOf(step.config['items'] ?? { mode: 'expression', source: 'msg.payload' }),
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: { en: 'The data set cannot be looped over.', zh: '数据集无法遍历。' },
      hint: { en: 'Give a list, a dict, a str or an int.', zh: '提供列表、字典、字符串或整数。' },
    },
  ],
}
export default parallelForEach
