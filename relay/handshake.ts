// Who is at the other end of a new WebSocket: the relay says a nonce, the studio signs it with its paired key, within ten
// seconds, for this relay and this origin.
import { randomBytes } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import { fault, isFault, type Fault } from '../worker/model/fault.ts'
import { linkVersion, readFrame, writeFrame, type Header } from '../worker/relay/frame.ts'
import { keyAlgorithm, proofAlgorithm, proofOf } from '../worker/relay/proof.ts'
import type { Keys, PairedKey } from './keys.ts'

export interface Greeted {
  key: PairedKey
  resume?: { session: string; got: number }
}

const patience = 10_000
/** A proof may be made at most this long before its end. */
const longestProof = 120_000

/** Rejects with RELAY:REFUSED after telling the studio so. */
export async function greet(
  socket: WebSocket,
  { relay, origin, keys }: { relay: string; origin: string; keys: Keys },
): Promise<Greeted> {
  const nonce = randomBytes(32).toString('hex')
  const answer = next(socket)
  socket.send(writeFrame({ t: 'challenge', version: linkVersion, relay, nonce }))
  try {
    const { header } = readFrame(await answer)
    if (header.t !== 'prove') throw refused('it does not prove who it is')
    const key = await proven(header, keys, { relay, origin, nonce })
    return { key, ...(header.resume && { resume: header.resume }) }
  } catch (thrown) {
    const failure = isFault(thrown) ? thrown : refused('its proof is not well formed')
    socket.send(writeFrame({ t: 'refused', fault: failure }))
    throw failure
  }
}

async function proven(
  proof: Header & { t: 'prove' },
  keys: Keys,
  known: { relay: string; origin: string; nonce: string },
): Promise<PairedKey> {
  const key = keys.find(String(proof.key))
  if (!key) throw refused('its key is not known here, or has ended')
  if (key.origin !== known.origin) throw refused('its key belongs to another origin')
  const left = Number(proof.expires) - Date.now()
  if (!(left > 0 && left <= longestProof)) throw refused('its proof is too old; look at the clock')
  const signed = proofOf({ ...known, clientNonce: String(proof.nonce), expires: Number(proof.expires) })
  const publicKey = await crypto.subtle.importKey('jwk', key.jwk, keyAlgorithm, false, ['verify'])
  const signature = Buffer.from(String(proof.signature), 'hex')
  if (!(await crypto.subtle.verify(proofAlgorithm, publicKey, signature, signed)))
    throw refused('its signature is not of its key')
  return key
}

function next(socket: WebSocket): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(refused('it said nothing in time')), patience)
    const done = (): void => {
      clearTimeout(timer)
      socket.off('message', heard)
      socket.off('close', closed)
    }
    const heard = (data: RawData): void => {
      done()
      resolve(data as Buffer)
    }
    const closed = (): void => {
      done()
      reject(refused('it went away'))
    }
    socket.on('message', heard)
    socket.on('close', closed)
  })
}

function refused(why: string): Fault {
  return fault('RELAY:REFUSED', `The relay does not take this studio: ${why}.`, { hint: 'Pair it again.' })
}
