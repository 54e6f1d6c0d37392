// Remove Variable: takes a variable off the message.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const removeVariable: ComponentDefinition = {
  id: 'remove-variable',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'eraser',
  label: componentLabel('Remove Variable'),
  summary: { en: 'Takes a variable off the message.', zh: '从消息中移除一个变量。' },
  keywords: 'vars delete 移除变量 删除',
  fields: [{ name: 'name', kind: 'string', label: { en: 'Name', zh: '变量名' }, required: true }],
  line: (step) => ({ text: String(step.config['name'] ?? ''), code: true }),
  pure: true,
  faults: [],
}
export default removeVariable
