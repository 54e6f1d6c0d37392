// Tests of an app.
import type { App } from '../app.ts'
import type { FlowTest } from '../flow-test.ts'
import { newId } from '../id.ts'

export function newTest(flow: string, name: string): FlowTest {
  return { id: newId(), name, flow, input: { id: newId(), name }, mocks: [], asserts: [] }
}
export function addTest(app: App, test: FlowTest): App {
  return { ...app, tests: [...app.tests, test] }
}
export function editTest(app: App, id: string, change: (test: FlowTest) => FlowTest): App {
  return { ...app, tests: app.tests.map((test) => (test.id === id ? change(test) : test)) }
}
export function deleteTest(app: App, id: string): App {
  return { ...app, tests: app.tests.filter((test) => test.id !== id) }
}
