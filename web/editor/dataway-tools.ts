// Completion and live diagnostics of an editor, asked of the real compiler in its worker.
import { autocompletion, type Completion as Offer, type CompletionContext } from '@codemirror/autocomplete'
import { type Diagnostic as Mark, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { DocExample } from '../../dataway-wasm/example.ts'
import type { Completion, HoverHelp } from '../../worker/model/dataway.ts'
import type { Diagnostic } from '../../worker/model/fault.ts'
import { parseText } from '../../worker/model/text-source.ts'
import { rangeOf } from './source-place.ts'

export interface DataWayTools {
  check(source: string): Promise<Diagnostic[]>
  /** Inside a chip of a text, `source` is the chip's expression. */
  complete(source: string, offset: number, isChip: boolean): Promise<Completion[]>
  hover(source: string, offset: number, isChip: boolean): Promise<HoverHelp | undefined>
  /** What an interactive Python shows for an example of a module's documentation. */
  example(module: string, examples: readonly DocExample[], at: number): Promise<string>
}

const kinds: Record<Completion['kind'], string> = {
  function: 'function',
  method: 'method',
  property: 'property',
  keyword: 'keyword',
  module: 'namespace',
  variable: 'variable',
  data: 'constant',
}

/** Diagnostics while typing; `found` hears of them too, so that the field can say the first one in words. */
export function liveDiagnostics(tools: DataWayTools, found: (all: Diagnostic[]) => void): Extension {
  const source = async (source: string): Promise<Mark[]> => {
    // A worker that is being replaced cannot say what is wrong; the next key asks again.
    const all = source.trim() === '' ? [] : await tools.check(source).catch(() => [])
    found(all)
    return all.map((diagnostic) => ({
      ...rangeOf(source, diagnostic),
      severity: diagnostic.severity,
      message: diagnostic.message,
      renderMessage: () => message(diagnostic),
    }))
  }
  return linter((view) => source(view.state.doc.toString()), { delay: 120 })
}

function message(diagnostic: Diagnostic): Node {
  const node = document.createElement('span')
  node.textContent = diagnostic.message
  if (diagnostic.hint) {
    const hint = document.createElement('span')
    hint.className = 'weft-hint'
    hint.textContent = diagnostic.hint
    node.append(hint)
  }
  return node
}

/** Offers names, members and the keys of the data that is there, with example values. */
export function liveCompletion(tools: DataWayTools, inText: boolean): Extension {
  return autocompletion({
    icons: false,
    activateOnTypingDelay: 60,
    override: [(context) => offers(tools, context, inText)],
  })
}

async function offers(tools: DataWayTools, context: CompletionContext, inText: boolean) {
  const source = context.state.doc.toString()
  const chip = inText ? openChip(source, context.pos) : undefined
  if (inText && !chip) return null
  const word = context.matchBefore(/[\p{L}\p{N}_]*/u)
  const before = context.state.sliceDoc(
    Math.max(0, (word?.from ?? context.pos) - 1),
    word?.from ?? context.pos,
  )
  const started = (word && word.from < word.to) || /[.['"]/.test(before)
  if (!context.explicit && !started) return null
  const asked = chip
    ? tools.complete(chip.source, context.pos - chip.start, true)
    : tools.complete(source, context.pos, false)
  const found = await asked.catch(() => [])
  if (context.aborted || found.length === 0) return null
  const options: Offer[] = found.map((one) => ({
    label: one.label,
    type: kinds[one.kind],
    detail: one.detail,
    info: one.info,
    boost: one.kind === 'data' ? 2 : one.kind === 'keyword' ? -1 : 0,
  }))
  return { from: word?.from ?? context.pos, options, validFor: /^[\p{L}\p{N}_]*$/u }
}

/** The expression of the chip a place of a text is in, also of one that is not closed yet. */
function openChip(source: string, at: number): { source: string; start: number } | undefined {
  const whole = chipAt(source, at)
  if (whole) return whole
  const start = source.lastIndexOf('{{', at - 1) + 2
  if (start < 2 || source[start - 3] === '\\' || source.slice(start, at).includes('}}')) return undefined
  return { source: source.slice(start, at), start }
}

/** The expression of the chip a place of a text is in. */
export function chipAt(source: string, at: number): { source: string; start: number } | undefined {
  const part = parseText(source).find(
    (one) => one.kind === 'expression' && at >= one.start && at <= one.to - 2,
  )
  return part?.kind === 'expression' ? { source: part.source, start: part.start } : undefined
}
