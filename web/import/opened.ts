// What a person brings in from outside: a file or pasted text is an app, requests to import, or a backup. The address of an
// OpenAPI document is fetched; the click that led here asked for it.
import type { App } from '../../worker/model/app.ts'
import { fault, toFault } from '../../worker/model/fault.ts'
import type { Backup } from '../../worker/backup/client.ts'
import { isCurl } from '../../worker/import/curl.ts'
import type { Found } from '../../worker/import/found.ts'
import { appFromText } from '../screens/app-files.ts'

export type Opened = { app: App } | { found: Found } | { backup: Backup | undefined }

const patience = 20_000
const largest = 64 * 1024 * 1024

/** Throws the Fault that says what is wrong with it. */
export async function opened(source: string | File): Promise<Opened> {
  if (typeof source === 'string') {
    const address = source.trim()
    if (!/^https?:\/\/\S+$/i.test(address)) return await openedText(source)
    return { found: await imported(await fetched(address), address) }
  }
  const isZip = (await source.slice(0, 4).text()).startsWith('PK\x03\x04')
  if (!isZip) return await openedText(await source.text())
  const { readBackup } = await import('../../worker/backup/client.ts')
  return { backup: await readBackup(source) }
}

/** An app first; what is no app may be something to import. */
async function openedText(text: string): Promise<Opened> {
  if (isCurl(text)) return { found: await imported(text) }
  try {
    return { app: await appFromText(text) }
  } catch (thrown) {
    const failed = toFault(thrown)
    if (!/^APP:(SYNTAX|FORMAT|TOO_LARGE)$/.test(failed.code)) throw thrown
    try {
      return { found: await imported(text) }
    } catch (other) {
      const { code } = toFault(other)
      const isJson = /^\s*[[{]/.test(text)
      throw code === 'IMPORT:UNKNOWN' || (code === 'IMPORT:SYNTAX' && isJson) ? thrown : other
    }
  }
}

async function imported(text: string, from?: string): Promise<Found> {
  const { importText } = await import('../../worker/import/client.ts')
  return await importText(text, from)
}

async function fetched(address: string): Promise<string> {
  const unreachable = (why: string) =>
    fault('IMPORT:ADDRESS', `Nothing could be read from ${address}: ${why}.`, {
      hint: 'The server may not allow other pages to read it. Download the file and open it.',
    })
  let answer: Response
  try {
    answer = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    })
  } catch (thrown) {
    throw unreachable((thrown as Error).message)
  }
  if (!answer.ok) throw unreachable(`it answered ${answer.status}`)
  const bytes = await answer.blob()
  if (bytes.size > largest) throw unreachable('it is larger than 64 MiB')
  return await bytes.text()
}
