// Raise Error: ends the branch with an error of one's own type.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const raiseError: ComponentDefinition = {
  id: 'raise-error',
  version: 1,
  kind: 'step',
  group: 'errors',
  icon: 'triangle-alert',
  label: componentLabel('Raise Error'),
  summary: {
    en: 'Stops with an error of a type of your own.',
    zh: '以自定义类型的错误中断执行。',
  },
  keywords: 'throw fail exception 抛出错误 异常 抛出',
  fields: [
    {
      name: 'type',
      kind: 'string',
      label: { en: 'Error type', zh: '错误类型' },
      help: { en: 'NAMESPACE:NAME, for example ORDER:INVALID.', zh: '命名空间:名称，例如 ORDER:INVALID。' },
      required: true,
      default: 'APP:ERROR',
      placeholder: 'ORDER:INVALID',
    },
    {
      name: 'description',
      kind: 'value',
      type: 'str',
      label: { en: 'Description', zh: '描述' },
      required: true,
    },
  ],
  line: (step) => ({ text: lineOf(step.config['type'] ?? 'APP:ERROR').text, code: true }),
  pure: true,
  faults: [],
}
export default raiseError
