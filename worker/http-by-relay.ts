// HTTP Request where a page may not call: an API that does not allow other pages (CORS) is asked again by the relay, when one is
// paired. The answer says so. Only what reads is asked twice: of the rest nobody knows whether the first time arrived.
import type { Host } from './engine/host.ts'
import { readingMethods } from './engine/idempotency.ts'
import { exchange } from './http-exchange.ts'
import type { HttpRequest, HttpResponse } from './model/context.ts'
import type { Fault } from './model/fault.ts'
import type { ProtocolLink } from './model/protocol-link.ts'
import { relayFetch } from './relay/relay-fetch.ts'

type Reach = Parameters<Host['http']>[1]

export class HttpByRelay {
  readonly #relay: () => Promise<ProtocolLink>
  readonly #own: string
  /** Origins that only the relay has reached: they are asked there at once, whatever is asked. */
  readonly #closed = new Set<string>()

  /** `relay` rejects with RELAY:NONE where none is paired. `own`: the studio's origin. */
  constructor(relay: () => Promise<ProtocolLink>, own: string) {
    this.#relay = relay
    this.#own = own
  }

  /** The page was refused there before. */
  knows({ url, by }: HttpRequest): boolean {
    return by !== 'page' && this.#closed.has(originOf(url))
  }

  async send(request: HttpRequest, mayReach: Reach, signal: AbortSignal): Promise<HttpResponse> {
    const options = { redirects: 'here' as const, fetch: relayFetch(this.#relay) }
    return { ...(await exchange(request, mayReach, signal, options)), by: 'relay' }
  }

  /** After the page could not reach it: `why`, which is thrown where the relay is no help. */
  async again(why: Fault, request: HttpRequest, mayReach: Reach, signal: AbortSignal): Promise<HttpResponse> {
    const origin = originOf(request.url)
    if (origin === this.#own || !(await this.#isPaired())) throw why
    if (!readingMethods.has(request.method))
      throw {
        ...why,
        hint: 'If the API does not allow web pages, choose “Sent by: the relay” in the step. It was not sent a second time by itself.',
      } satisfies Fault
    const answer = await this.send(request, mayReach, signal)
    this.#closed.add(origin)
    return answer
  }

  async #isPaired(): Promise<boolean> {
    return await this.#relay().then(
      () => true,
      () => false,
    )
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}
