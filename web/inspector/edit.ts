// How the inspector changes the open App: a pure command with what the history says of it.
import type { App } from '../../worker/model/app.ts'

export type Edit = (label: string, command: (app: App) => App, options?: { merge?: string }) => void
