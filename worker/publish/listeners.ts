// The listeners of an app, as routes.
import type { App, Flow } from '../model/app.ts'
import type { Route } from '../model/hook-routes.ts'

export interface Listener {
  app: string
  flow: Flow
}

export function listenersOf(app: App): Route<Listener>[] {
  return app.flows
    .filter((flow) => flow.trigger?.component === 'http-listener' && !flow.trigger.disabled)
    .map((flow) => {
      const { path = '/', methods = '' } = flow.trigger!.config
      const chosen = String(methods ?? '')
        .split(',')
        .map((one) => one.trim().toUpperCase())
        .filter(Boolean)
      return { path: String(path), methods: chosen, target: { app: app.id, flow } }
    })
}
