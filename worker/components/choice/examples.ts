// Examples of choice: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'By amount',
      zh: '按金额',
    },
    step: {
      component: 'choice',
      name: 'choice',
      config: {},
      branches: [
        {
          id: 'branch19',
          role: 'when',
          config: {
            condition: {
              mode: 'expression',
              source: "msg.payload['amount'] > 1000",
            },
          },
          steps: [
            {
              id: 'example18',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'by hand',
              },
            },
          ],
        },
        {
          id: 'branch21',
          role: 'otherwise',
          config: {},
          steps: [
            {
              id: 'example20',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'automatic',
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: {
        amount: 1500,
      },
    },
    output: {
      payload: 'by hand',
    },
  },
  {
    title: {
      en: 'None is true: otherwise',
      zh: '都不为真：否则',
    },
    step: {
      component: 'choice',
      name: 'choice',
      config: {},
      branches: [
        {
          id: 'branch23',
          role: 'when',
          config: {
            condition: {
              mode: 'expression',
              source: "msg.payload['country'] == 'CN'",
            },
          },
          steps: [],
        },
        {
          id: 'branch25',
          role: 'otherwise',
          config: {},
          steps: [
            {
              id: 'example24',
              component: 'set-variable',
              version: 1,
              name: 'set-variable',
              config: {
                name: 'zone',
                value: 'abroad',
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: {
        country: 'NL',
      },
    },
    output: {
      payload: {
        country: 'NL',
      },
      variables: {
        zone: 'abroad',
      },
    },
  },
]
export default examples
