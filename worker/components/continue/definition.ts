// Continue: skips to the next round of the innermost loop. Variables set so far are kept.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const continueStep: ComponentDefinition = {
  id: 'continue',
  version: 1,
  kind: 'step',
  group: 'flow',
  icon: 'skip-forward',
  label: componentLabel('Continue'),
  summary: { en: 'Skips to the next round of the innermost loop.', zh: '跳到最内层循环的下一次。' },
  keywords: 'next skip 继续下一次 跳过',
  fields: [],
  pure: true,
  faults: [
    {
      code: 'CORE:NO_LOOP',
      when: { en: 'It does not stand in a For Each or While.', zh: '不在 For Each 或 While 之内。' },
      hint: { en: 'Move it into the branch of a loop.', zh: '移动到循环的分支中。' },
    },
  ],
}
export default continueStep
