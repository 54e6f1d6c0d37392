// Pinned answers of steps, for runs from the studio.
import type { App } from '../app.ts'
import type { Mock } from '../flow-test.ts'

export function mockOf(app: App, step: string): Mock | undefined {
  return app.mocks?.find((mock) => mock.step === step)
}

/** Pins answers to a step; the place of the step's old ones is taken. */
export function setMock(app: App, mock: Mock): App {
  return { ...app, mocks: [...(app.mocks ?? []).filter((one) => one.step !== mock.step), mock] }
}

export function removeMock(app: App, step: string): App {
  if (!mockOf(app, step)) return app
  const { mocks = [], ...rest } = app
  const others = mocks.filter((one) => one.step !== step)
  return others.length > 0 ? { ...rest, mocks: others } : rest
}
