// Named inputs of a flow: what the manual trigger offers and what live values are computed on before the first run.
import type { Flow, Sample } from '../../worker/model/app.ts'

/** Characters of a payload that is still edited as text; more stays a file. */
export const EDITABLE = 200_000
/** What a sample may hold: it is part of the app, and an app file has 16 MiB. Larger data is read by a step. */
export const SAMPLE_LIMIT = 8 * 1024 * 1024
/** Live values are computed on a sample up to this many characters. */
export const PREVIEWED = 1_000_000

/** The sample chosen last by this user for a flow, else the first; an empty one where there is none. */
export function preferredSample(flow: Flow): Sample {
  const wanted = chosen.get(flow.id)
  return flow.samples.find((sample) => sample.id === wanted) ?? flow.samples[0] ?? { id: '', name: '' }
}

export function preferSample(flow: string, sample: string): void {
  chosen.set(flow, sample)
}

const chosen = new Map<string, string>()

/** The MIME type that a text most likely is. */
export function guessMime(text: string): string {
  const start = text.trimStart().slice(0, 1)
  if (start === '{' || start === '[' || /^\s*("|-?\d|true|false|null)/.test(text)) return 'application/json'
  if (start === '<') return 'application/xml'
  return 'text/plain'
}
