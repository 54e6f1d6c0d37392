// The tools of an editor, asked of the engine: `mode` and `input` are read when something is asked.
import type { EngineApi, ValuePlace } from '../../worker/api.ts'
import type { Sample, SourceMode } from '../../worker/model/app.ts'
import { type DocExample, exampleScript } from '../../dataway-wasm/example.ts'
import type { DataWayTools } from './dataway-tools.ts'

const nothing: Sample = { id: 'example', name: 'example', mime: 'application/json', payload: 'null' }

export function toolsOf(
  engine: Pick<EngineApi, 'check' | 'complete' | 'hover' | 'preview'>,
  mode: () => SourceMode,
  input: () => ValuePlace | Sample | undefined = () => undefined,
): DataWayTools {
  const modeOf = (isChip: boolean): SourceMode => (isChip ? 'expression' : mode())
  return {
    check: (source) => (source.trim() === '' ? Promise.resolve([]) : engine.check(source, mode())),
    complete: (source, offset, isChip) => engine.complete(source, modeOf(isChip), offset, input()),
    hover: (source, offset, isChip) => engine.hover(source, modeOf(isChip), offset, input()),
    example: (module, examples, at) => exampleText(engine, module, examples, at),
  }
}

/** What an interactive Python shows for an example, or what went wrong. */
export async function exampleText(
  engine: Pick<EngineApi, 'preview'>,
  module: string,
  examples: readonly DocExample[],
  at: number,
): Promise<string> {
  const found = await engine.preview(exampleScript(module, examples, at), 'code', undefined, nothing)
  return found.ok ? unquoted(found.text) : found.fault.message
}
/** A text of which a preview shows the Python form. */
function unquoted(text: string): string {
  const inner = /^(['"])([^]*)\1$/.exec(text)?.[2]
  return inner?.replace(/\\n/g, '\n').replace(/\\([\\'"])/g, '$1') ?? text
}
