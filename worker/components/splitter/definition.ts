// Splitter: one run of its branch for each part of a list, as a batch whose parts know each other.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'
import { parallelFields } from '../parallel-fields.ts'

const collectErrors = parallelFields.find((field) => field.name === 'collectErrors')!

const splitter: ComponentDefinition = {
  id: 'splitter',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'scissors',
  label: componentLabel('Splitter'),
  summary: {
    en: 'Runs its branch for each part, which knows its batch, its place in it and the size of it.',
    zh: '对每个部分执行分支；每个部分知道所属批次、序号和总数。',
  },
  keywords: 'parts batch correlation 批次 拆分 关联',
  fields: [
    {
      name: 'items',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Parts', zh: '数据集' },
      required: true,
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'correlation',
      kind: 'value',
      type: 'str',
      label: { en: 'Name of the batch', zh: '批次标识' },
      help: { en: 'Empty: one of its own for each message.', zh: '留空：每条消息自动生成。' },
      advanced: true,
    },
    {
      name: 'parallel',
      kind: 'number',
      label: { en: 'At once', zh: '最大并行数' },
      default: 1,
      min: 1,
      max: 8,
    },
    collectErrors,
  ],
  branches: [
    { role: 'body', label: { en: 'Each part', zh: '每个部分' }, min: 1, max: 1, fields: [], holds: 'apart' },
  ],
  output: () => ({ type: 'list', items: { type: 'unknown' } }),
  line: (step) => lineOf(step.config['items'] ?? { mode: 'expression', source: 'msg.payload' }),
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: { en: 'What is to be split cannot be looped over.', zh: '数据集无法遍历。' },
      hint: { en: 'Give a list.', zh: '提供列表。' },
    },
  ],
}
export default splitter
