// Pairing: a code that a person reads from the relay's terminal binds a key of this studio to the relay.
import { fault, isFault } from '../model/fault.ts'
import { fingerprintOf, keyAlgorithm } from './proof.ts'

/** A studio's half of a pairing. The key signs; its bytes cannot be read. */
export interface Pairing {
  /** `http://127.0.0.1:8517` */
  url: string
  /** Id of the key at the relay. */
  key: string
  privateKey: CryptoKey
  /** To compare with what the relay prints. */
  fingerprint: string
}

/** Asks the relay to print a fresh code in its terminal. Throws RELAY:UNREACHABLE, RELAY:BUSY. */
export async function askForCode(url: string): Promise<void> {
  await post(url, 'code', {})
}

/**
 * Pairs with the code. `name` is what the relay's operator sees of this studio. Throws RELAY:UNREACHABLE, RELAY:CODE (wrong
 * or too old), RELAY:ORIGIN (the relay does not take this studio's origin).
 */
export async function pair(url: string, code: string, name: string): Promise<Pairing> {
  const keys = await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])
  const jwk = await crypto.subtle.exportKey('jwk', keys.publicKey)
  const { key } = (await post(url, 'pair', { code, jwk, name })) as { key: string }
  return { url, key, privateKey: keys.privateKey, fingerprint: await fingerprintOf(jwk) }
}

async function post(url: string, path: string, body: unknown): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(`${url}/relay/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Weft-Relay': '1' },
      body: JSON.stringify(body),
      credentials: 'omit',
      redirect: 'error',
    })
  } catch {
    throw fault('RELAY:UNREACHABLE', `No relay answers at ${url}.`, {
      hint: 'Start one with: npm run weft -- relay',
      data: { url },
    })
  }
  const told: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return told
  throw isFault(told)
    ? told
    : fault('RELAY:UNREACHABLE', `What answers at ${url} is no relay (status ${answer.status}).`, {
        hint: 'Start one with: npm run weft -- relay',
        data: { url, status: answer.status },
      })
}
