// A token that is fetched by a call, kept until it ends, and put into each request. Fetched anew once when the vendor says that it is
// no longer good. Options: `TokenOptions`, and the manifest's way to tell a failure.
import type { AnswerFailure } from '../../worker/model/app-manifest.ts'
import type { HttpRequest, HttpResponse } from '../../worker/model/context.ts'
import { at, failureIn, jsonOf, type Json } from './answer-json.ts'
import { bytesOf } from './digest.ts'
import { keptToken, sendWithToken, tokenIn } from './kept-token.ts'
import { value, withHeaders, withQuery, type Scheme, type SignOn } from './scheme.ts'

interface TokenOptions {
  ask: {
    method: 'GET' | 'POST'
    /** After the base URL of the request. */
    path: string
    as: 'query' | 'form' | 'json'
    /** Argument → connection field, or several whose values are joined. */
    fields: Record<string, string | string[]>
    fixed?: Record<string, string>
    /** Name in the answer under which token and lifetime stand. Default: at the top. */
    within?: string
  }
  put: 'bearer' | { query: string } | { json: string }
  failure?: AnswerFailure
  /** Codes that say the token ended early. A status 401 says so always. */
  stale?: string[]
}

const fetchedToken: Scheme = async (signOn) => {
  const options = signOn.options as unknown as TokenOptions
  return await sendWithToken(
    (fresh) => tokenFor(signOn, options, fresh),
    (token) => signOn.world.send(withToken(signOn.request, options.put, token)),
    (answer) => isStale(answer, options),
  )
}
export default fetchedToken

function isStale(answer: HttpResponse, { failure, stale = [] }: TokenOptions): boolean {
  return answer.status === 401 || stale.includes(failureIn(jsonOf(answer), failure) ?? '')
}

function withToken(request: HttpRequest, put: TokenOptions['put'], token: string): HttpRequest {
  if (put === 'bearer') return withHeaders(request, [['Authorization', `Bearer ${token}`]])
  if ('query' in put) return { ...request, url: withQuery(request.url, { [put.query]: token }) }
  const body = JSON.parse(new TextDecoder().decode(request.body ?? bytesOf('{}'))) as Json
  return { ...request, body: bytesOf(JSON.stringify({ ...body, [put.json]: token })) }
}

async function tokenFor(signOn: SignOn, { ask, failure }: TokenOptions, fresh: boolean): Promise<string> {
  const { request, world } = signOn
  const values: Record<string, string> = { ...ask.fixed }
  for (const [name, fields] of Object.entries(ask.fields))
    values[name] = [fields].flat().map((field) => value(signOn, field)).join('') // prettier-ignore
  const url = new URL(ask.path, request.url).href
  return await keptToken(withQuery(url, values), world, fresh, async () => {
    const answer = await world.send({ ...request, ...asked(ask, url, values) })
    const within = ask.within === undefined ? '' : `${ask.within}.`
    const text = tokenIn(answer, `${within}access_token`, failure)
    return { text, seconds: Number(at(jsonOf(answer), `${within}expires_in`) ?? 0) }
  })
}

function asked(
  { method, as }: TokenOptions['ask'],
  url: string,
  values: Record<string, string>,
): Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'> {
  if (as === 'query') return { method, url: withQuery(url, values), headers: [], body: undefined }
  const [mime, text] =
    as === 'json'
      ? ['application/json', JSON.stringify(values)]
      : ['application/x-www-form-urlencoded', new URLSearchParams(values).toString()]
  return { method, url, headers: [['Content-Type', mime]], body: bytesOf(text) }
}
