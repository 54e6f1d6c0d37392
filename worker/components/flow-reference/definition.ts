// Flow Reference: runs another flow of the app as a part of this one, without its trigger.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const flowReference: ComponentDefinition = {
  id: 'flow-reference',
  version: 1,
  kind: 'step',
  group: 'flow',
  icon: 'corner-down-right',
  label: componentLabel('Flow Reference'),
  summary: {
    en: 'Runs another flow of this app and goes on with its result.',
    zh: '执行本应用的另一个流，并以其结果继续。',
  },
  keywords: 'subflow call sub-flow 引用流 子流 调用',
  fields: [{ name: 'flow', kind: 'flow', label: { en: 'Flow', zh: '流' }, required: true }],
  faults: [
    {
      code: 'CORE:NO_FLOW',
      when: { en: 'The flow is not in this app.', zh: '本应用中没有该流。' },
      hint: { en: 'Choose another flow.', zh: '选择其他流。' },
    },
    {
      code: 'CORE:RECURSION',
      when: { en: 'Flows call each other more than 64 deep.', zh: '流之间的调用超过 64 层。' },
      hint: { en: 'End the recursion with a Choice.', zh: '用 Choice 结束递归。' },
    },
  ],
}
export default flowReference
