// Examples of table-state: shown in its docs, run as tests.
import type { Step } from '../../model/app.ts'
import type { Example } from '../../model/definition.ts'

const table = (id: string, config: Step['config']): Step => ({
  id,
  component: 'table-state',
  version: 1,
  name: 'table-state',
  config: { table: 'stock', ...config },
})
const after = (id: string, ...steps: Step[]): Example['step'] => ({
  component: 'synchronized',
  name: 'synchronized',
  config: { name: 'stock' },
  branches: [{ id, role: 'body', config: {}, steps }],
})

const examples: Example[] = [
  {
    title: { en: 'A key that is there already', zh: '主键已存在' },
    step: { component: 'table-state', name: 'table-state', config: { table: 'stock', operation: 'insert', ignoreErrors: false } }, // prettier-ignore
    input: { payload: [{ id: 1 }, { id: 1 }] },
    fault: 'CORE:DUPLICATE',
  },
  {
    title: { en: 'What has changed since the last time', zh: '自上次以来的变化' },
    step: after(
      'branch1',
      table('example1', { operation: 'insert', rows: { mode: 'expression', source: "[{'id': 1, 'n': 5}, {'id': 2, 'n': 7}]" } }), // prettier-ignore
      table('example2', { operation: 'diff', rows: { mode: 'expression', source: "[{'id': 2, 'n': 8}, {'id': 3, 'n': 1}]" } }), // prettier-ignore
    ),
    input: {},
    output: {
      payload: [
        { id: 2, n: 8, op_type: 'Modify' },
        { id: 3, n: 1, op_type: 'Add' },
        { id: 1, n: 5, op_type: 'Deleted' },
      ],
    },
  },
  {
    title: { en: 'Rows by a condition', zh: '按条件查询' },
    step: after(
      'branch2',
      table('example3', { operation: 'merge' }),
      table('example4', { where: { mode: 'expression', source: "msg.payload['n'] > 5" } }),
    ),
    input: { payload: [{ id: 'a', n: 5 }, { id: 'b', n: 7 }] }, // prettier-ignore
    output: { payload: [{ id: 'b', n: 7 }] },
  },
]
export default examples
