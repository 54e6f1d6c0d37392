// Transform: makes a new payload, attributes and variables at once; a part that is not set is inherited.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { isSet, lineOf } from '../../model/field-value.ts'

const transform: ComponentDefinition = {
  id: 'transform',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'shuffle',
  label: componentLabel('Transform'),
  summary: {
    en: 'Maps the message to a new payload, attributes and variables.',
    zh: '将消息映射为新的载荷、属性和变量。',
  },
  keywords: 'map convert mapping dataway 数据转换 映射 转换',
  fields: [
    { name: 'payload', kind: 'value', label: { en: 'Payload', zh: '载荷' } },
    {
      name: 'attributes',
      kind: 'value',
      type: 'dict',
      modes: ['expression', 'code'],
      label: { en: 'Attributes', zh: '属性' },
      help: { en: 'A dict; it replaces all attributes.', zh: '字典，替换全部属性。' },
      advanced: true,
    },
    {
      name: 'variables',
      kind: 'rows',
      label: { en: 'Variables', zh: '变量' },
      help: { en: 'Rows or a dict; merged into the variables.', zh: '逐行填写或给出字典，合并到现有变量。' },
      advanced: true,
    },
  ],
  line: (step) => {
    const field = ['payload', 'variables', 'attributes'].find((name) => isSet(step.config[name]))
    return field ? lineOf(step.config[field]) : undefined
  },
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: { en: 'Attributes or variables are no dict.', zh: '属性或变量不是字典。' },
      hint: { en: "Write a dict: {'key': value}.", zh: "写成字典：{'key': value}。" },
    },
  ],
}
export default transform
