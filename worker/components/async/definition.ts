// Async: its branch goes on apart from the flow, which does not wait for it and hears nothing of it.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const asyncScope: ComponentDefinition = {
  id: 'async',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'git-fork',
  label: componentLabel('Async'),
  summary: {
    en: 'Runs its branch apart; the flow goes on at once with the same message.',
    zh: '分支单独执行；流立即以原消息继续。',
  },
  keywords: 'background fire forget 异步 后台',
  fields: [],
  branches: [
    { role: 'body', label: { en: 'Apart', zh: '异步执行' }, min: 1, max: 1, fields: [], holds: 'apart' },
  ],
  faults: [],
}
export default asyncScope
