// What the engine knows of components: their definitions and their code, given to it by the host.
import type { App } from './app.ts'
import type { Context, Reply, Run } from './context.ts'
import type { ComponentDefinition } from './definition.ts'
import type { Fault } from './fault.ts'
import type { Message } from './message.ts'

export interface StepCode {
  run: Run
  /** Triggers that answer: what goes back when the flow is done. With `fault` the flow has failed on `message`. */
  reply?(message: Message, context: Context, fault?: Fault): Reply
}

export interface Registry {
  /** Loads what an app uses; `undefined` when all of it is there. Rejects when a file of Weft cannot be fetched. */
  load(app: App): Promise<void> | undefined
  /** Undefined where there is no such component, or none was loaded. */
  definition(id: string): ComponentDefinition | undefined
  code(id: string): StepCode | undefined
}
