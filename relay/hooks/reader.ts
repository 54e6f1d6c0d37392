// The studio that reads what waits: known by the key that it is sealed for.
import { fault } from '../../worker/model/fault.ts'
import { sealName } from '../../worker/relay/sealed.ts'
import type { Arguments } from '../arguments.ts'

export interface Reader {
  /** Of the key. */
  name: string
  /** The public half, base64. */
  key: string
}

/** Throws RELAY:ARGUMENT where `key` is none. */
export async function readerOf(values: Arguments): Promise<Reader> {
  const key = values.bytes('key')
  try {
    return { name: await sealName(key), key: Buffer.from(key).toString('base64') }
  } catch {
    throw fault('RELAY:ARGUMENT', 'key is not a public key.')
  }
}
