// Examples of remove-variable: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Remove',
      zh: '移除',
    },
    step: {
      component: 'remove-variable',
      name: 'remove-variable',
      config: {
        name: 'draft',
      },
    },
    input: {
      variables: {
        draft: 1,
        kept: 2,
      },
    },
    output: {
      variables: {
        kept: 2,
      },
    },
  },
  {
    title: {
      en: 'Not there: nothing happens',
      zh: '不存在：无变化',
    },
    step: {
      component: 'remove-variable',
      name: 'remove-variable',
      config: {
        name: 'draft',
      },
    },
    input: {
      variables: {
        kept: 2,
      },
    },
    output: {
      variables: {
        kept: 2,
      },
    },
  },
]
export default examples
