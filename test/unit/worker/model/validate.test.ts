// A file is an app or a Fault that says what is wrong with it; nothing else comes through.
import { expect, test } from 'vitest'
import { emptyApp, type App } from '../../../../worker/model/app.ts'
import { APP_LIMITS, parseApp } from '../../../../worker/model/validate.ts'

const app: App = {
  ...emptyApp('a1', 'Orders'),
  description: 'Text',
  flows: [
    {
      id: 'f1',
      name: 'Main',
      trigger: { id: 't1', component: 'manual', version: 1, name: 'Start', config: {} },
      steps: [
        {
          id: 's1',
          component: 'not/known',
          version: 3,
          name: 'Strange',
          note: 'why',
          disabled: true,
          connection: 'c1',
          config: {
            a: 1,
            b: { mode: 'expression', source: 'msg.payload', as: 'int' },
            c: { mode: 'literal', value: { $decimal: '1.20' } },
            d: { mode: 'secret', id: 'x' },
            constructor: 'a field may be called so',
          },
          branches: [{ id: 'b1', role: 'when', config: {}, steps: [] }],
        },
      ],
      samples: [{ id: 'p1', name: 'One', payload: '{}', mime: 'application/json' }],
      settings: { trace: 'full' },
    },
  ],
  connections: [{ id: 'c1', connector: 'http', name: 'CRM', config: { baseUrl: '/demo/1' } }],
  tests: [
    {
      id: 'q1',
      name: 'Test',
      flow: 'f1',
      input: { id: 'p2', name: '' },
      mocks: [{ step: 's1', answers: [{ payload: 1 }, { fault: { code: 'A:B', message: 'no' } }] }],
      asserts: ['True'],
    },
  ],
}
const text = (change: (copy: Record<string, any>) => void): string => {
  const copy = JSON.parse(JSON.stringify(app))
  change(copy)
  return JSON.stringify(copy)
}
const code = (source: string): string => {
  try {
    parseApp(source)
    return 'no fault'
  } catch (fault) {
    return (fault as { code: string }).code
  }
}

test('an app comes through whole, an unknown component too', () => {
  expect(parseApp(JSON.stringify(app))).toEqual(app)
})
test('what is not known is dropped', () => {
  expect(parseApp(text((copy) => (copy['evil'] = 1)))).toEqual(app)
})
test('each kind of broken file has its own Fault', () => {
  expect(code('{')).toBe('APP:SYNTAX')
  expect(code('[]')).toBe('APP:FIELD')
  expect(code('{"name":"package"}')).toBe('APP:FORMAT')
  expect(code(text((copy) => (copy['format'] = 'weft/2')))).toBe('APP:NEWER')
  expect(code(`{"format":"weft/1","flows":[{"id":"f","__proto__":{"steps":[]}}]}`)).toBe('APP:UNSAFE_KEY')
  expect(code(`{"format":"weft/1","flows":${'['.repeat(200)}${']'.repeat(200)}}`)).toBe('APP:DEPTH')
  expect(code(' '.repeat(APP_LIMITS.bytes + 1))).toBe('APP:TOO_LARGE')
  expect(code(text((copy) => (copy['flows'][0].steps[0].name = 5)))).toBe('APP:FIELD')
  expect(code(text((copy) => (copy['flows'][0].steps[0].config.b = { mode: 'magic' })))).toBe('APP:FIELD')
  expect(code(text((copy) => (copy['flows'][0].steps[0].branches[0].id = 's1')))).toBe('APP:FIELD')
})
test('a Fault names the place', () => {
  const broken = text((copy) => (copy['flows'][0].steps[0].branches[0].role = null))
  expect(() => parseApp(broken)).toThrow(
    expect.objectContaining({
      data: expect.objectContaining({ where: 'flows[0].steps[0].branches[0].role' }),
    }),
  )
})
