// Set Payload: replaces the payload; attributes and variables stay.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const setPayload: ComponentDefinition = {
  id: 'set-payload',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'file-pen-line',
  label: componentLabel('Set Payload'),
  summary: { en: 'Replaces the payload of the message.', zh: '替换消息的载荷。' },
  keywords: 'value content body 设置载荷 消息体 内容',
  fields: [
    { name: 'value', kind: 'value', label: { en: 'Value', zh: '值' }, required: true },
    {
      name: 'mime',
      kind: 'string',
      label: { en: 'MIME type', zh: 'MIME 类型' },
      help: {
        en: 'Makes an Entity of text, or gives an Entity another type.',
        zh: '将文本转为 Entity，或改变已有 Entity 的类型。',
      },
      placeholder: 'application/json',
      advanced: true,
    },
  ],
  line: (step) => lineOf(step.config['value']),
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: {
        en: 'A MIME type is set and the value is neither text, bytes nor an Entity.',
        zh: '设置了 MIME 类型，但值不是文本、字节或 Entity。',
      },
      hint: { en: 'Use Entity.from_value(value, mime).', zh: '使用 Entity.from_value(value, mime)。' },
    },
  ],
}
export default setPayload
