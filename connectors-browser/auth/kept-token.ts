// Access tokens that were fetched, kept until they end: as long as the worker lives, and never on a disk.
import type { SigningWorld } from '../../worker/model/context.ts'

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
