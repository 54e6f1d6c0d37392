// Apps made by hand for journeys and benches.
import { emptyApp, type App, type Step } from '../../worker/model/app.ts'

let made = 0

/** A step with a fresh id; `component` of this build's version. */
export function step(component: string, name: string, config: Step['config'] = {}): Step {
  return { id: `testst${10 + made++}`, component, version: 1, name, config }
}

/** An app of one flow that is started by hand with a JSON payload. */
export function handApp(name: string, payload: unknown, steps: Step[]): App {
  const sample = {
    id: 'testsamp',
    name: 'sample',
    payload: JSON.stringify(payload),
    mime: 'application/json',
  }
  const trigger = step('manual', 'Start')
  return {
    ...emptyApp('testapp0', name),
    flows: [{ id: 'testfgh0', name: 'Main', trigger, steps, samples: [sample], settings: {} }],
  }
}
