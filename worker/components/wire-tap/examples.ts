// Examples of wire-tap: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: { en: 'A flow that is not there is no error', zh: '流不存在也不会报错' },
    step: { component: 'wire-tap', name: 'wire-tap', config: { flow: 'nowhere1' } },
    input: { payload: 'same' },
    output: { payload: 'same' },
  },
  {
    title: { en: 'The variables stay as they are', zh: '变量保持不变' },
    step: { component: 'wire-tap', name: 'wire-tap', config: { flow: 'nowhere1' } },
    input: { payload: 1, variables: { kept: 2 } },
    output: { payload: 1, variables: { kept: 2 } },
  },
]
export default examples
