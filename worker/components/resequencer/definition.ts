// Resequencer: lets messages into its branch one at a time, in the order of a number.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const resequencer: ComponentDefinition = {
  id: 'resequencer',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'arrow-down-0-1',
  label: componentLabel('Resequencer'),
  summary: {
    en: 'Lets messages into its branch one at a time, in the order of a number, over runs and restarts.',
    zh: '按编号顺序逐条放行消息进入分支，跨运行和重启有效。',
  },
  keywords: 'order sequence sort gap 重排序 顺序 编号',
  fields: [
    {
      name: 'number',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Number', zh: '编号' },
      required: true,
      default: { mode: 'expression', source: "msg.vars['partIndex']" },
    },
    {
      name: 'stream',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Numbered for each', zh: '分组' },
      help: { en: 'Each value counts by itself.', zh: '每个值单独计数。' },
      default: { mode: 'expression', source: "msg.vars.get('correlationId')" },
    },
    { name: 'first', kind: 'number', label: { en: 'First number', zh: '起始编号' }, default: 0 },
    {
      name: 'count',
      kind: 'value',
      label: { en: 'How many there are', zh: '总数' },
      help: { en: 'After the last one the numbering begins anew.', zh: '最后一条之后重新开始编号。' },
      default: { mode: 'expression', source: "msg.vars.get('partCount')" },
      advanced: true,
    },
    {
      name: 'timeout',
      kind: 'duration',
      label: { en: 'Wait at a gap', zh: '缺号等待' },
      default: '60 s',
      min: 0,
      max: 86_400,
    },
    {
      name: 'gap',
      kind: 'select',
      label: { en: 'When a gap stays', zh: '缺号超时' },
      default: 'skip',
      options: [
        { value: 'skip', label: { en: 'Go on with the next one', zh: '继续下一条' } },
        { value: 'error', label: { en: 'Is an error of who waits', zh: '等待者报错' } },
      ],
    },
    {
      name: 'late',
      kind: 'select',
      label: { en: 'One whose turn is over', zh: '迟到时' },
      default: 'pass',
      options: [
        { value: 'pass', label: { en: 'Passes over the branch', zh: '跳过分支' } },
        { value: 'error', label: { en: 'Is an error', zh: '视为错误' } },
      ],
    },
  ],
  branches: [{ role: 'body', label: { en: 'In order', zh: '按序' }, min: 1, max: 1, fields: [] }],
  line: (step) => lineOf(step.config['number'] ?? { mode: 'expression', source: "msg.vars['partIndex']" }),
  faults: [
    {
      code: 'CORE:GAP',
      when: {
        en: 'A number did not come in time, and that is an error.',
        zh: '编号未按时到达，且视为错误。',
      },
      hint: { en: 'Wait longer, or go on with the next one.', zh: '延长等待，或继续下一条。' },
    },
    {
      code: 'CORE:LATE',
      when: { en: 'A later number went first, and that is an error.', zh: '后面的编号已先行，且视为错误。' },
      hint: { en: 'Wait longer at gaps.', zh: '延长缺号等待。' },
    },
    {
      code: 'CORE:RESEQUENCER_FULL',
      when: { en: '1,000 messages wait already.', zh: '已有 1,000 条消息在等待。' },
      hint: { en: 'Wait less long at gaps.', zh: '缩短缺号等待。' },
    },
    {
      code: 'CORE:TYPE',
      when: { en: 'The number is no whole number.', zh: '编号不是整数。' },
      hint: { en: 'Write an expression that gives a number.', zh: '填写结果为数字的表达式。' },
    },
  ],
}
export default resequencer
