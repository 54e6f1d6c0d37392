// Scatter Gather: the same message into several branches at once; the payload becomes their results, "1", "2", ….
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { parallelFields } from '../parallel-fields.ts'

const scatterGather: ComponentDefinition = {
  id: 'scatter-gather',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'network',
  label: componentLabel('Scatter Gather'),
  summary: {
    en: 'Sends the message into several branches at once and gathers their results.',
    zh: '将消息同时发送到多个分支，并汇总其结果。',
  },
  keywords: 'parallel broadcast fork join 分发聚合 广播 并行 汇总',
  fields: [
    ...parallelFields,
    {
      name: 'rootMessage',
      kind: 'string',
      label: { en: 'Root message variable', zh: '根消息变量' },
      default: 'rootMessage',
      advanced: true,
    },
  ],
  branches: [{ role: 'worker', label: { en: 'Worker', zh: '工作分支' }, min: 2, fields: [], holds: 'apart' }],
  output: () => ({ type: 'dict', fields: {} }),
  pure: true,
  faults: [],
}
export default scatterGather
