// What a foreign text is, and the requests in it. Runs in a throw-away worker: the text is hostile.
import { fault } from '../model/fault.ts'
import { fromCurl, isCurl } from './curl.ts'
import type { Found } from './found.ts'
import { fromHar, isHar } from './har.ts'
import { fromOpenApi, isOpenApi, type Dict } from './openapi.ts'

/** Characters of a text to import. */
const maxText = 64 * 1024 * 1024

/**
 * `from`: the address it came from. Throws IMPORT:UNKNOWN for what is none of curl, HAR and OpenAPI, IMPORT:SYNTAX for JSON or
 * YAML that cannot be read, IMPORT:TOO_LARGE, and what the importers throw.
 */
export async function readForeign(text: string, from?: string): Promise<Found> {
  if (text.length > maxText)
    throw fault('IMPORT:TOO_LARGE', `The text has ${text.length} characters, more than ${maxText}.`)
  if (isCurl(text)) return fromCurl(text)
  const value = await parsed(text.replace(/^\uFEFF/, ''))
  if (isHar(value)) return fromHar(value)
  if (isOpenApi(value)) return fromOpenApi(value as Dict, from)
  throw fault('IMPORT:UNKNOWN', 'The text is no app, curl command, OpenAPI document or HTTP archive.', {
    hint: 'Look whether all of it was copied.',
  })
}

async function parsed(text: string): Promise<unknown> {
  try {
    if (/^\s*[[{]/.test(text)) return JSON.parse(text)
    const { parse } = await import('yaml')
    return /^\s*("?openapi"?|"?swagger"?|#|---|%YAML|[\w-]+:)/.test(text)
      ? parse(text, { maxAliasCount: 1000 })
      : text
  } catch (thrown) {
    throw fault('IMPORT:SYNTAX', `The text cannot be read: ${(thrown as Error).message.slice(0, 300)}`, {
      hint: 'Look whether all of it was copied.',
    })
  }
}
