// Batch: For Each over chunks of a list, several at once, with the errors of chunks collected.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const batch: ComponentDefinition = {
  id: 'batch',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'boxes',
  label: componentLabel('Batch'),
  summary: {
    en: 'Runs its branch for chunks of a list and sums up what went well.',
    zh: '按批次对列表执行分支，并汇总成功与失败。',
  },
  keywords: 'chunk bulk list 批处理 分批 批量',
  fields: [
    {
      name: 'items',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Items', zh: '数据集' },
      required: true,
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'size',
      kind: 'number',
      label: { en: 'Items in a chunk', zh: '每批数量' },
      default: 100,
      min: 1,
      max: 100_000,
    },
    {
      name: 'parallel',
      kind: 'number',
      label: { en: 'Chunks at once', zh: '并行批次数' },
      default: 1,
      min: 1,
      max: 8,
    },
  ],
  branches: [
    { role: 'body', label: { en: 'Each chunk', zh: '每批' }, min: 1, max: 1, fields: [], holds: 'apart' },
  ],
  output: () => ({
    type: 'dict',
    fields: {
      items: { type: 'int' },
      chunks: { type: 'int' },
      succeeded: { type: 'int' },
      failed: { type: 'int' },
      errors: { type: 'list', items: { type: 'dict', fields: {} } },
    },
  }),
  line: (step) => ({ text: `${String(step.config['size'] ?? 100)} × ${lineOf(step.config['items'] ?? { mode: 'expression', source: 'msg.payload' }).text}` }), // prettier-ignore
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: { en: 'The data set cannot be looped over.', zh: '数据集无法遍历。' },
      hint: { en: 'Give a list.', zh: '提供列表。' },
    },
  ],
}
export default batch
