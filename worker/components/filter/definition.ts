// Filter: a list in, the list of the items that pass out.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const filter: ComponentDefinition = {
  id: 'filter',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'funnel',
  label: componentLabel('Filter'),
  summary: {
    en: 'Keeps the items of a list for which a condition is true.',
    zh: '保留列表中条件为真的项。',
  },
  keywords: 'where select list 过滤 筛选 列表',
  fields: [
    {
      name: 'items',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'List', zh: '列表' },
      required: true,
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'condition',
      kind: 'condition',
      sees: 'item',
      label: { en: 'Keep when', zh: '保留条件' },
      help: {
        en: "msg.payload is the item: msg.payload['stock'] > 0.",
        zh: "msg.payload 为当前项：msg.payload['stock'] > 0。",
      },
      required: true,
    },
  ],
  output: () => ({ type: 'list', items: { type: 'unknown' } }),
  line: (step) => lineOf(step.config['condition']),
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: { en: 'What is to be filtered is no list.', zh: '要过滤的不是列表。' },
      hint: { en: "Name the list: msg.payload['items'].", zh: "指定列表：msg.payload['items']。" },
    },
  ],
}
export default filter
