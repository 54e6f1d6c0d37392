// An exchange that a connector signs on its way. What the signature adds to the address stays out of the answer and of
// every Fault: both are recorded, shown and shared.
import type { HttpRequest, HttpResponse, Via } from '../model/context.ts'
import { isFault } from '../model/fault.ts'

export async function signedExchange(
  request: HttpRequest,
  via: Via,
  world: {
    send(request: HttpRequest): Promise<HttpResponse>
    clock(): { micros: number }
    random(): number
  },
): Promise<HttpResponse> {
  const signed = new Set<string>()
  try {
    const answer = await via(request, {
      send: (one) => {
        if (one.url !== request.url) signed.add(one.url)
        return world.send(one)
      },
      clock: () => world.clock().micros / 1000,
      random: () => world.random(),
    })
    return { ...answer, url: request.url }
  } catch (thrown) {
    throw isFault(thrown) ? without(signed, thrown, request.url) : thrown
  }
}

/** The same thing with each of these texts replaced, wherever in it they stand. */
function without<T>(texts: ReadonlySet<string>, thing: T, instead: string): T {
  if (typeof thing === 'string') {
    let text: string = thing
    for (const one of texts) text = text.replaceAll(one, instead)
    return text as T
  }
  if (Array.isArray(thing)) return thing.map((one: unknown) => without(texts, one, instead)) as T
  if (typeof thing !== 'object' || thing === null) return thing
  return Object.fromEntries(
    Object.entries(thing).map(([name, value]) => [name, without(texts, value as unknown, instead)]),
  ) as T
}
