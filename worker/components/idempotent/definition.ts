// Idempotent: lets a message with a key through once in a time; what comes again is answered with the earlier result.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const idempotent: ComponentDefinition = {
  id: 'idempotent',
  version: 1,
  kind: 'scope',
  group: 'function',
  icon: 'fingerprint',
  label: componentLabel('Idempotent'),
  summary: {
    en: 'Runs its branch once for each key; a repeat is passed over or gets the earlier result.',
    zh: '每个键只执行一次分支；重复的消息会跳过，或得到先前的结果。',
  },
  keywords: 'duplicate once dedupe 幂等 去重 重复',
  fields: [
    { name: 'key', kind: 'value', label: { en: 'Key', zh: '键' }, required: true },
    {
      name: 'window',
      kind: 'duration',
      label: { en: 'Remember for', zh: '记住时长' },
      default: '1 d',
      min: 1,
      max: 2_592_000,
    },
    {
      name: 'repeat',
      kind: 'select',
      label: { en: 'A repeat', zh: '重复时' },
      default: 'pass',
      options: [
        { value: 'pass', label: { en: 'Passes over the branch', zh: '跳过分支' } },
        { value: 'result', label: { en: 'Gets the earlier payload', zh: '返回先前的载荷' } },
        { value: 'error', label: { en: 'Is an error', zh: '视为错误' } },
      ],
    },
  ],
  branches: [{ role: 'body', label: { en: 'Once', zh: '仅一次' }, min: 1, max: 1, fields: [] }],
  line: (step) => lineOf(step.config['key']),
  faults: [
    {
      code: 'CORE:DUPLICATE',
      when: {
        en: 'The key was seen within the time, and a repeat is an error.',
        zh: '键在时限内出现过，且重复视为错误。',
      },
      hint: { en: 'Catch it, or let repeats pass.', zh: '捕获该错误，或让重复消息通过。' },
    },
  ],
}
export default idempotent
