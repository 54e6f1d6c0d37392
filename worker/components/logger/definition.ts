// Logger: writes a line into the log of the run; the message goes on unchanged.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const logger: ComponentDefinition = {
  id: 'logger',
  version: 1,
  kind: 'step',
  group: 'errors',
  icon: 'scroll-text',
  label: componentLabel('Logger'),
  summary: { en: 'Writes a line into the log.', zh: '写入一行日志。' },
  keywords: 'log print debug 日志 打印 调试',
  fields: [
    {
      name: 'level',
      kind: 'select',
      label: { en: 'Level', zh: '级别' },
      default: 'INFO',
      options: ['DEBUG', 'INFO', 'WARN', 'ERROR'].map((value) => ({
        value,
        label: { en: value, zh: value },
      })),
    },
    {
      name: 'content',
      kind: 'value',
      type: 'str',
      label: { en: 'Content', zh: '内容' },
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'category',
      kind: 'string',
      label: { en: 'Category', zh: '类别' },
      help: { en: 'Empty: the name of the flow.', zh: '留空：使用流的名称。' },
      advanced: true,
    },
  ],
  line: (step) => lineOf(step.config['content'] ?? { mode: 'expression', source: 'msg.payload' }),
  pure: true,
  faults: [],
}
export default logger
