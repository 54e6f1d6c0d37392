// Choice: runs the first branch whose condition is true, else the last one.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const choice: ComponentDefinition = {
  id: 'choice',
  version: 1,
  kind: 'scope',
  group: 'flow',
  icon: 'split',
  label: componentLabel('Choice'),
  summary: {
    en: 'Runs the first branch whose condition is true, else the default branch.',
    zh: '执行第一个条件为真的分支，否则执行默认分支。',
  },
  keywords: 'if else switch router 条件分支 如果 判断 路由',
  fields: [],
  branches: [
    {
      role: 'when',
      label: { en: 'When', zh: '当' },
      min: 1,
      fields: [
        { name: 'condition', kind: 'condition', label: { en: 'Condition', zh: '条件' }, required: true },
      ],
    },
    { role: 'otherwise', label: { en: 'Otherwise', zh: '否则' }, min: 1, max: 1, fields: [] },
  ],
  pure: true,
  faults: [],
}
export default choice
