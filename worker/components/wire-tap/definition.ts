// Wire Tap: a copy of the message to another flow, as a run of its own.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const wireTap: ComponentDefinition = {
  id: 'wire-tap',
  version: 1,
  kind: 'step',
  group: 'parallel',
  icon: 'split',
  label: componentLabel('Wire Tap'),
  summary: {
    en: 'Gives a copy of the message to another flow, as a run of its own.',
    zh: '将消息的副本交给另一个流，作为独立的运行。',
  },
  keywords: 'copy tee fork audit 旁路监听 副本 旁路 抄送',
  fields: [{ name: 'flow', kind: 'flow', label: { en: 'Flow', zh: '流' }, required: true }],
  faults: [],
}
export default wireTap
