// What an app must be before its triggers run: without errors. The same check as `weft validate`.
import '../app-connectors.ts'
import { loadDataway } from '../dataway-node.ts'
import { definition } from '../definitions.ts'
import type { App } from '../model/app.ts'
import { checkApp, type AppProblem } from '../model/check-app.ts'
import { readCron } from '../model/cron.ts'
import { fault } from '../model/fault.ts'

export async function problemsOf(app: App): Promise<AppProblem[]> {
  const dataway = await loadDataway()
  return checkApp(app, { definition, check: (source, mode) => dataway.check(source, mode), readCron })
}

/** Throws APP:PROBLEMS with the first error, APP:NO_TRIGGER where there is nothing to keep running. */
export async function mustBeRunnable(app: App): Promise<void> {
  const errors = (await problemsOf(app)).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first)
    throw fault('APP:PROBLEMS', `${app.name} cannot run: ${first.code} ${first.message}`, {
      hint: 'weft validate lists them all.',
      data: { app: app.name },
    })
  const isStarted = app.flows.some(
    ({ trigger }) => trigger && !trigger.disabled && trigger.component !== 'manual',
  )
  if (!isStarted)
    throw fault('APP:NO_TRIGGER', `No flow of ${app.name} has a Scheduler or an HTTP Listener.`, {
      hint: 'weft run runs a flow once.',
      data: { app: app.name },
    })
}
