// A token that is fetched by a call, kept until it ends, and put into the query of each request. Fetched anew once when the
// vendor says that it is no longer good. Options:
//   tokenPath      after the base URL of the request
//   tokenQuery     query argument → connection field
//   name           query argument that takes the token
//   codeName, okCode, messageName   where the answer tells of a failure
//   staleCodes     codes that say the token ended early
import type { HttpRequest, HttpResponse } from '../../worker/model/context.ts'
import { fault } from '../../worker/model/fault.ts'
import { value, withQuery, type Scheme, type SignOn } from './scheme.ts'

interface Token {
  text: string
  /** Milliseconds since the epoch. */
  ends: number
}

/** By token address with its arguments: lives as long as the worker, and never on a disk. */
const tokens = new Map<string, Token>()
const maxTokens = 100
/** A token is not used in its last minute. */
const spare = 60_000

const fetchedToken: Scheme = async (signOn) => {
  const { options, request, world } = signOn
  const send = async (fresh: boolean): Promise<HttpResponse> => {
    const token = await tokenFor(signOn, fresh)
    return await world.send({ ...request, url: withQuery(request.url, { [String(options['name'])]: token }) })
  }
  const answer = await send(false)
  const code = String(bodyOf(answer)?.[String(options['codeName'])] ?? '')
  return (options['staleCodes'] as string[]).includes(code) ? await send(true) : answer
}
export default fetchedToken

async function tokenFor(signOn: SignOn, fresh: boolean): Promise<string> {
  const { options, request, world } = signOn
  const names = options['tokenQuery'] as Record<string, string>
  const query = Object.fromEntries(Object.entries(names).map(([name, field]) => [name, value(signOn, field)]))
  const url = withQuery(new URL(String(options['tokenPath']), request.url).href, query)
  const known = tokens.get(url)
  if (known && !fresh && world.clock() < known.ends - spare) return known.text
  const asked: HttpRequest = { ...request, method: 'GET', url, headers: [], body: undefined }
  const body = bodyOf(await world.send(asked))
  const code = String(body?.[String(options['codeName'])] ?? '')
  const text = body?.['access_token']
  if (typeof text !== 'string' || (code !== '' && code !== options['okCode']))
    throw fault(
      'AUTH:TOKEN',
      `No access token was given: ${code} ${String(body?.[String(options['messageName'])] ?? '')}`,
      {
        hint: 'Check the id and the secret of the connection.',
        data: { code },
      },
    )
  if (tokens.size >= maxTokens) tokens.delete(tokens.keys().next().value!)
  tokens.set(url, { text, ends: world.clock() + Number(body?.['expires_in'] ?? 0) * 1000 })
  return text
}

function bodyOf({ body }: HttpResponse): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
