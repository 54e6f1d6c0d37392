// Validate: compares a value with a JSON Schema, its own or that of a data type of the app.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const validate: ComponentDefinition = {
  id: 'validate',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'shield-check',
  label: componentLabel('Validate'),
  summary: {
    en: 'Lets a message pass whose payload fits a JSON Schema or a data type.',
    zh: '载荷符合 JSON Schema 或数据类型时放行。',
  },
  keywords: 'schema check type 校验 检查 模式 类型',
  fields: [
    {
      name: 'content',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Value', zh: '值' },
      required: true,
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'against',
      kind: 'select',
      label: { en: 'Against', zh: '依据' },
      default: 'schema',
      options: [
        { value: 'schema', label: { en: 'A JSON Schema', zh: 'JSON Schema 模式' } },
        { value: 'type', label: { en: 'A data type of this app', zh: '本应用的数据类型' } },
      ],
    },
    {
      name: 'schema',
      kind: 'lines',
      label: { en: 'Schema', zh: '模式' },
      help: { en: 'JSON Schema, draft 2020-12.', zh: 'JSON Schema，2020-12 版。' },
      required: true,
      placeholder: '{"type": "object", "required": ["id"]}',
      when: { field: 'against', is: ['schema'] },
    },
    {
      name: 'type',
      kind: 'dataType',
      label: { en: 'Data type', zh: '数据类型' },
      required: true,
      when: { field: 'against', is: ['type'] },
    },
  ],
  line: (step) =>
    step.config['against'] === 'type' ? lineOf(step.config['type']) : lineOf(step.config['content']),
  pure: true,
  faults: [
    {
      code: 'CORE:INVALID',
      when: { en: 'The value does not fit.', zh: '值不符合模式。' },
      hint: {
        en: 'Look at the violations: each names its place in the value.',
        zh: '查看违规列表，每一项都指明其在值中的位置。',
      },
    },
    {
      code: 'CORE:SCHEMA',
      when: {
        en: 'The schema is no JSON, cannot be used, or there is no such data type.',
        zh: '模式不是 JSON、无法使用，或没有该数据类型。',
      },
      hint: { en: 'Correct the schema.', zh: '修正模式。' },
    },
    {
      code: 'CORE:TYPE',
      when: { en: 'The value cannot be written as JSON.', zh: '值无法写成 JSON。' },
      hint: { en: 'Make dicts, lists, text and numbers of it.', zh: '转换为字典、列表、文本和数字。' },
    },
  ],
}
export default validate
