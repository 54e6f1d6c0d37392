// The code of every component, found by its folder: what a host gives to the engine. The page never imports this.
import { definition } from './definitions.ts'
import type { StepCode, Registry } from './model/registry.ts'
import type { Run } from './model/context.ts'

interface RunModule {
  default: Run
  reply?: StepCode['reply']
}

const modules: Record<string, RunModule> = {
  ...import.meta.glob<RunModule>('./components/*/run.ts', { eager: true }),
  ...import.meta.glob<RunModule>('../connectors-browser/*/*/run.ts', { eager: true }),
}

const codes = new Map<string, StepCode>(
  Object.entries(modules).map(([path, module]) => [
    path.replace(/^.*?(components|connectors-browser)\//, '').replace(/\/run\.ts$/, ''),
    { run: module.default, reply: module.reply },
  ]),
)

export const registry: Registry = { definition, code: (id) => codes.get(id) }
