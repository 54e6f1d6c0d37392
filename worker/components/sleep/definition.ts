// Sleep: waits, then goes on with the same message.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const sleep: ComponentDefinition = {
  id: 'sleep',
  version: 1,
  kind: 'step',
  group: 'flow',
  icon: 'hourglass',
  label: componentLabel('Sleep'),
  summary: { en: 'Waits for some time.', zh: '等待一段时间。' },
  keywords: 'wait delay pause 等待 延迟 暂停',
  fields: [
    {
      name: 'time',
      kind: 'duration',
      label: { en: 'Time', zh: '时长' },
      required: true,
      default: '1 s',
      max: 86_400,
    },
  ],
  line: (step) => lineOf(step.config['time'] ?? '1 s'),
  faults: [],
}
export default sleep
