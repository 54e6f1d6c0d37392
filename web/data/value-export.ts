// Takes a value out of the worker: to the clipboard as text, to a file as the bytes it is.
import type { EngineApi, ValuePlace } from '../../worker/api.ts'

/** Characters shown as text, and the most that is copied. */
export const TEXT_LIMIT = 200_000
const COPY_LIMIT = 20_000_000

export async function copyValue(engine: Pick<EngineApi, 'valueText'>, place: ValuePlace): Promise<void> {
  await navigator.clipboard.writeText(await engine.valueText(place, COPY_LIMIT))
}

export async function downloadValue(
  engine: Pick<EngineApi, 'valueBytes'>,
  place: ValuePlace,
  name: string,
): Promise<void> {
  const { bytes, mime } = await engine.valueBytes(place)
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(name, mime)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

const endings: Record<string, string> = {
  'application/json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
}

export function fileName(name: string, mime: string): string {
  const clean = name
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
  const [type = ''] = mime.split(';')
  return `${clean || 'value'}.${endings[type.trim()] ?? 'bin'}`
}
