// Cache: keeps text by key for some time, for all flows of the app.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const cache: ComponentDefinition = {
  id: 'cache',
  version: 1,
  kind: 'step',
  group: 'function',
  icon: 'archive',
  label: componentLabel('Cache'),
  summary: {
    en: 'Keeps text by key for some time, for all flows of the app.',
    zh: '按键保存文本一段时间，供本应用的所有流使用。',
  },
  keywords: 'store read key value 缓存 存储 读取 键值',
  fields: [
    {
      name: 'operation',
      kind: 'select',
      label: { en: 'Operation', zh: '操作' },
      default: 'read',
      options: [
        { value: 'store', label: { en: 'Store', zh: '存储' } },
        { value: 'store-if-absent', label: { en: 'Store if absent', zh: '不存在时存储' } },
        { value: 'read', label: { en: 'Read', zh: '读取' } },
        { value: 'delete', label: { en: 'Delete', zh: '删除' } },
        { value: 'exists', label: { en: 'Exists', zh: '是否存在' } },
      ],
    },
    { name: 'key', kind: 'value', type: 'str', label: { en: 'Key', zh: '键' }, required: true },
    {
      name: 'value',
      kind: 'value',
      type: 'str',
      label: { en: 'Value', zh: '值' },
      help: { en: 'Text of at most 100 KB.', zh: '文本，最多 100 KB。' },
      required: true,
      when: { field: 'operation', is: ['store', 'store-if-absent'] },
    },
    {
      name: 'ttl',
      kind: 'duration',
      label: { en: 'Time to live', zh: '有效期' },
      help: { en: '1 second to 30 days.', zh: '1 秒至 30 天。' },
      required: true,
      default: '1 h',
      min: 1,
      max: 2_592_000,
      when: { field: 'operation', is: ['store', 'store-if-absent'] },
    },
  ],
  line: (step) => ({
    text: `${String(step.config['operation'] ?? 'read')} ${lineOf(step.config['key']).text}`,
    code: true,
  }),
  faults: [
    {
      code: 'CORE:TYPE',
      when: { en: 'The key or the value is not text.', zh: '键或值不是文本。' },
      hint: { en: 'Use str(…) or json.dumps(…).', zh: '使用 str(…) 或 json.dumps(…)。' },
    },
  ],
}
export default cache
