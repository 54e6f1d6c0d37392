// Access tokens that were fetched, kept until they end: as long as the worker lives, and never on a disk.
import type { AnswerFailure } from '../../worker/model/app-manifest.ts'
import type { HttpResponse, SigningWorld } from '../../worker/model/context.ts'
import { fault } from '../../worker/model/fault.ts'
import { at, failureIn, jsonOf } from './answer-json.ts'

export interface Token {
  text: string
  /** How long it is good from now. */
  seconds: number
}

const tokens = new Map<string, { text: string; ends: number }>()
const maxTokens = 100
/** A token is not used in its last minute. */
const spare = 60_000

/** The token of a key (address and what it is asked with), fetched where there is none that is good, or where `fresh`. */
export async function keptToken(
  key: string,
  world: SigningWorld,
  fresh: boolean,
  fetchToken: () => Promise<Token>,
): Promise<string> {
  const known = tokens.get(key)
  if (known && !fresh && world.clock() < known.ends - spare) return known.text
  const { text, seconds } = await fetchToken()
  if (tokens.size >= maxTokens) tokens.delete(tokens.keys().next().value!)
  tokens.set(key, { text, ends: world.clock() + seconds * 1000 })
  return text
}

/** The token at a place of the answer's JSON. Throws AUTH:TOKEN with what the vendor says where none is there. */
export function tokenIn(answer: HttpResponse, place: string, failure: AnswerFailure | undefined): string {
  const body = jsonOf(answer)
  const code = failureIn(body, failure)
  const text = at(body, place)
  if (typeof text === 'string' && code === undefined) return text
  const words =
    code === undefined ? `status ${answer.status}` : `${code} ${String(at(body, failure!.message) ?? '')}`
  throw fault('AUTH:TOKEN', `No access token was given: ${words}`, {
    hint: 'Check what the connection signs on with.',
    data: { ...(code !== undefined && { code }), status: answer.status },
  })
}

/** Sends with the token; once more with one fetched anew where the answer says that it is no longer good. */
export async function sendWithToken(
  token: (fresh: boolean) => Promise<string>,
  send: (token: string) => Promise<HttpResponse>,
  isStale: (answer: HttpResponse) => boolean,
): Promise<HttpResponse> {
  const answer = await send(await token(false))
  return isStale(answer) ? await send(await token(true)) : answer
}
