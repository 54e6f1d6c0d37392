// For Each: runs its branch once for every item, one after another. Variables carry over; the payload afterwards is the
// one from before.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'
import { loopFields } from '../loop-fields.ts'

const forEach: ComponentDefinition = {
  id: 'for-each',
  version: 1,
  kind: 'scope',
  group: 'flow',
  icon: 'repeat',
  label: componentLabel('For Each'),
  summary: { en: 'Runs its branch once for every item.', zh: '对每一项执行一次分支。' },
  keywords: 'loop list iterate 循环遍历 循环 遍历 列表',
  fields: [
    {
      name: 'items',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Items', zh: '数据集' },
      help: {
        en: 'A list: its items. A dict: its values. A str: its characters. An int n: 0 … n-1.',
        zh: '列表取各项，字典取各值，字符串取各字符，整数 n 取 0 … n-1。',
      },
      required: true,
      default: { mode: 'expression', source: 'msg.payload' },
    },
    ...loopFields,
  ],
  branches: [
    { role: 'body', label: { en: 'Each', zh: '每一项' }, min: 1, max: 1, fields: [], holds: 'loop' },
  ],
  line: (step) => lineOf(step.config['items'] ?? { mode: 'expression', source: 'msg.payload' }),
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: {
        en: 'The data set cannot be looped over: bytes, None, a float …',
        zh: '数据集无法遍历：bytes、None、float 等。',
      },
      hint: { en: 'Give a list, a dict, a str or an int.', zh: '提供列表、字典、字符串或整数。' },
    },
  ],
}
export default forEach
