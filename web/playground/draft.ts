// What a playground holds: a script and named inputs; and how it travels in a link, in the fragment, which no server sees.
import type { Sample } from '../../worker/model/app.ts'
import { fromBase64Url, toBase64Url } from '../../worker/model/base64url.ts'

export interface Draft {
  mode: 'expression' | 'code'
  source: string
  samples: Sample[]
  /** Which of the samples is the message. */
  at: number
}

const mostInputs = 20
/** Characters of a link that browsers, chats and mail programs carry. */
export const longestLink = 8_000
/** Of the unpacked text: a small link must not become a huge page. */
const mostBytes = 2_000_000

/** The part of the address behind `#/dataway/`: `1` names the form, then deflate, then base64url. */
export async function pack({ mode, source, samples, at }: Draft): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify({ mode, source, samples, at }))
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `1${toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`
}

/** Nothing when the text is no playground, or one of a form that this version does not know. */
export async function unpack(link: string): Promise<Draft | undefined> {
  const bytes = link.startsWith('1') ? fromBase64Url(link.slice(1)) : undefined
  if (!bytes) return undefined
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let text = ''
    for (let size = 0; ;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > mostBytes) return undefined
      text += decoder.decode(value, { stream: true })
    }
    return readDraft(JSON.parse(text + decoder.decode()))
  } catch {
    return undefined
  }
}

/** A draft of whatever was kept or received; nothing when it is none. Only what is known comes along. */
export function readDraft(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { mode, source, samples, sample, at } = value as Record<string, unknown>
  // Kept by a version that had one input.
  const list = Array.isArray(samples) ? samples : [sample]
  const read = list.slice(0, mostInputs).map(readSample)
  if (typeof source !== 'string' || read.length === 0 || read.some((one) => one === undefined))
    return undefined
  const isIndex = typeof at === 'number' && Number.isInteger(at) && at >= 0 && at < read.length
  return {
    mode: mode === 'expression' ? 'expression' : 'code',
    source,
    samples: read as Sample[],
    at: isIndex ? at : 0,
  }
}

function readSample(value: unknown, index: number): Sample | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { name, payload, mime, attributes, variables } = value as Record<string, unknown>
  const isDict = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one)
  return {
    id: `playground${index}`,
    name: typeof name === 'string' && name !== '' ? name.slice(0, 80) : `${index + 1}`,
    ...(typeof payload === 'string' && { payload }),
    ...(typeof mime === 'string' && { mime: mime.slice(0, 200) }),
    ...(isDict(attributes) && { attributes: attributes as Sample['attributes'] }),
    ...(isDict(variables) && { variables: variables as Sample['variables'] }),
  }
}

/** The inputs with one more, named by the first number that is free. */
export function withInput(draft: Draft, word: string): Draft {
  const names = new Set(draft.samples.map(({ name }) => name))
  let n = draft.samples.length + 1
  while (names.has(`${word} ${n}`)) n++
  const sample: Sample = {
    id: `playground${Date.now()}`,
    name: `${word} ${n}`,
    mime: 'application/json',
    payload: '{}',
  }
  return { ...draft, samples: [...draft.samples, sample], at: draft.samples.length }
}

export function withoutInput(draft: Draft, at: number): Draft {
  const samples = draft.samples.filter((_, i) => i !== at)
  return { ...draft, samples, at: Math.max(0, Math.min(at, samples.length - 1)) }
}

export const isFull = (draft: Draft): boolean => draft.samples.length >= mostInputs
