// Break: ends the innermost loop. The message at this point is the end of the round.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const breakStep: ComponentDefinition = {
  id: 'break',
  version: 1,
  kind: 'step',
  group: 'flow',
  icon: 'circle-stop',
  label: componentLabel('Break'),
  summary: { en: 'Ends the innermost loop.', zh: '结束最内层的循环。' },
  keywords: 'stop exit 跳出循环 结束 退出',
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
export default breakStep
