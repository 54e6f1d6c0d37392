// Manual: starts a flow by a click, from a test, from `weft run`. Its inputs are the samples of the flow.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const manual: ComponentDefinition = {
  id: 'manual',
  version: 1,
  kind: 'trigger',
  group: 'trigger',
  icon: 'play',
  label: componentLabel('Manual'),
  summary: {
    en: 'Starts the flow by a click, with one of its named inputs.',
    zh: '点击运行，使用流中保存的某个输入。',
  },
  keywords: 'start run click 手动触发 开始 运行',
  fields: [],
  faults: [],
}
export default manual
