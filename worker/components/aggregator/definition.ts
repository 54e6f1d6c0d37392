// Aggregator: keeps messages by a key until they are a whole, then runs its branch with the list of them.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const aggregator: ComponentDefinition = {
  id: 'aggregator',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'combine',
  label: componentLabel('Aggregator'),
  summary: {
    en: 'Keeps messages that belong together, over runs and restarts, and runs its branch with the list of them.',
    zh: '跨运行和重启保存相关的消息，集齐后以其列表执行分支。',
  },
  keywords: 'collect join correlation gather 聚合 汇总 集齐 关联',
  fields: [
    {
      name: 'key',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Belong together by', zh: '关联键' },
      required: true,
      default: { mode: 'expression', source: "msg.vars['correlationId']" },
    },
    {
      name: 'item',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'What is kept', zh: '保存的内容' },
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'size',
      kind: 'value',
      label: { en: 'Complete with so many', zh: '集齐数量' },
      help: {
        en: 'Empty: the size of the batch, where a Splitter made one.',
        zh: '留空：由 Splitter 得到的批次总数。',
      },
      default: { mode: 'expression', source: "msg.vars.get('partCount')" },
    },
    {
      name: 'condition',
      kind: 'condition',
      label: { en: 'Or when', zh: '或满足条件' },
      help: { en: 'msg.payload is the list so far.', zh: 'msg.payload 为目前的列表。' },
    },
    {
      name: 'order',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'In the order of', zh: '排序依据' },
      help: { en: 'None: as they came.', zh: 'None：按到达顺序。' },
      default: { mode: 'expression', source: "msg.vars.get('partIndex')" },
      advanced: true,
    },
    {
      name: 'timeout',
      kind: 'duration',
      label: { en: 'Wait at most', zh: '最长等待' },
      help: {
        en: 'After the first one of a list. 0 s: for ever.',
        zh: '从列表的第一条消息算起。0 s：一直等待。',
      },
      default: '60 s',
      min: 0,
      max: 2_592_000,
    },
    {
      name: 'incomplete',
      kind: 'select',
      label: { en: 'A list that stays incomplete', zh: '未集齐时' },
      default: 'through',
      options: [
        { value: 'through', label: { en: 'Runs the branch as it is', zh: '以现有内容执行分支' } },
        { value: 'drop', label: { en: 'Is dropped', zh: '丢弃' } },
      ],
    },
  ],
  branches: [
    { role: 'body', label: { en: 'Each list', zh: '每个列表' }, min: 1, max: 1, fields: [], holds: 'apart' },
  ],
  line: (step) => lineOf(step.config['key'] ?? { mode: 'expression', source: "msg.vars['correlationId']" }),
  faults: [
    {
      code: 'CORE:AGGREGATOR_FULL',
      when: {
        en: 'A list has 10,000 messages, or 1,000 lists are open.',
        zh: '一个列表已有 10,000 条消息，或有 1,000 个未完成的列表。',
      },
      hint: {
        en: 'Give a size, a condition or a time after which lists are let go.',
        zh: '设置数量、条件或最长等待时间。',
      },
    },
    {
      code: 'CORE:TYPE',
      when: { en: 'The size or the order is no whole number.', zh: '数量或排序依据不是整数。' },
      hint: {
        en: 'Write a number, or an expression that gives one.',
        zh: '填写数字或结果为数字的表达式。',
      },
    },
  ],
}
export default aggregator
