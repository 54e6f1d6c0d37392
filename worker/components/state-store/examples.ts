// Examples of state-store: shown in its docs, run as tests.
import type { Step } from '../../model/app.ts'
import type { Example } from '../../model/definition.ts'

const store = (id: string, config: Step['config']): Step => ({
  id,
  component: 'state-store',
  version: 1,
  name: 'state-store',
  config: { key: 'cursor', ...config },
})
const after = (id: string, ...steps: Step[]): Example['step'] => ({
  component: 'synchronized',
  name: 'synchronized',
  config: { name: 'store' },
  branches: [{ id, role: 'body', config: {}, steps }],
})
const text = (source: string) => ({ mode: 'text' as const, source })

const examples: Example[] = [
  {
    title: { en: 'Nothing stands there', zh: '尚无内容' },
    step: { component: 'state-store', name: 'state-store', config: { key: 'cursor' } },
    input: {},
    output: { payload: { value: null } },
  },
  {
    title: { en: 'A queue: in at the tail, out at the head', zh: '队列：尾部放入，头部取出' },
    step: after(
      'branch1',
      store('example1', { type: 'list', operation: 'push', value: text('first') }),
      store('example2', { type: 'list', operation: 'push', value: text('second') }),
      store('example3', { type: 'list', operation: 'pop', end: 'head' }),
    ),
    input: {},
    output: { payload: { value: 'first' } },
  },
  {
    title: { en: 'A hash, field by field', zh: '哈希：逐个字段' },
    step: after(
      'branch2',
      store('example4', { type: 'hash', operation: 'set', field: text('ada'), value: { mode: 'expression', source: '1' } }), // prettier-ignore
      store('example5', { type: 'hash', operation: 'set', field: text('bob'), value: { mode: 'expression', source: '2' } }), // prettier-ignore
      store('example6', { type: 'hash' }),
    ),
    input: {},
    output: { payload: { value: { ada: 1, bob: 2 } } },
  },
  {
    title: { en: 'Another kind stands there', zh: '该键下是其他类型' },
    step: after(
      'branch3',
      store('example7', { operation: 'set', value: text('x') }),
      store('example8', { type: 'list', operation: 'push' }),
    ),
    input: { payload: 1 },
    fault: 'CORE:TYPE',
  },
]
export default examples
