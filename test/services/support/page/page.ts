// Runs in a page of Chromium: the studio's own end of the relay, driven from the tests (../browser-link.ts). Values travel packed, as
// base64.
import { fault, isFault, toFault } from '../../../../worker/model/fault.ts'
import type {
  ProtocolCall,
  ProtocolResult,
  ProtocolSubscription,
} from '../../../../worker/model/protocol-link.ts'
import type { Value } from '../../../../worker/model/value.ts'
import { RelayClient } from '../../../../worker/relay/client.ts'
import { pack, unpack } from '../../../../worker/relay/packed-value.ts'
import { pair } from '../../../../worker/relay/pairing.ts'

/** A call or a subscription without its arguments, which are `values`; by the number that the tests give it. */
export interface Asked {
  id: number
  call: object
  values: string
}
export type Answered = { value?: string } | { fault: object }

declare global {
  interface Window {
    came(id: number, message: string): Promise<Answered>
    troubled(id: number, trouble: object | undefined): Promise<void>
    weft: typeof weft
  }
}

let client: RelayClient
const stops = new Map<number, AbortController>()
const streams = new Map<number, AsyncIterator<ProtocolResult>>()
const subscriptions = new Map<number, () => Promise<void>>()

const text = (value: Value): string => {
  const bytes = pack(value)
  let binary = ''
  for (let i = 0; i < bytes.length; i += 32_768)
    binary += String.fromCharCode(...bytes.subarray(i, i + 32_768))
  return btoa(binary)
}
const value = (given: string): Value => unpack(Uint8Array.from(atob(given), (one) => one.charCodeAt(0)))
const valueOf = (result: ProtocolResult): Value => new Map<Value, Value>(Object.entries(result) as [string, Value][]) // prettier-ignore

async function answered(work: () => Promise<Value | undefined>): Promise<Answered> {
  try {
    const got = await work()
    return got === undefined ? {} : { value: text(got) }
  } catch (thrown) {
    const { code, message, hint, data } = isFault(thrown) ? thrown : toFault(thrown)
    return { fault: { code, message, hint, data } }
  }
}
const callOf = ({ call, values }: Asked): ProtocolCall & ProtocolSubscription => ({
  ...(call as ProtocolCall & ProtocolSubscription),
  arguments: value(values) as Map<string, Value>,
})
function signalOf(id: number): AbortSignal {
  const stop = new AbortController()
  stops.set(id, stop)
  return stop.signal
}

const weft = {
  pair: (code: string) =>
    answered(async () => {
      client = new RelayClient({
        pairing: await pair(location.origin, code, 'page'),
        origin: location.origin,
      })
      await client.ready(undefined, 60_000)
      return undefined
    }),
  call: (asked: Asked) => answered(async () => valueOf(await client.call(callOf(asked), signalOf(asked.id)))),
  test: (asked: Asked) =>
    answered(async () => {
      const { protocol, connection } = callOf(asked)
      await client.test(protocol, connection, signalOf(asked.id))
      return undefined
    }),
  stream(asked: Asked): void {
    const batches = client.stream(callOf(asked), signalOf(asked.id))
    streams.set(asked.id, batches[Symbol.asyncIterator]())
  },
  /** No value: there is no more. */
  next: (id: number) =>
    answered(async () => {
      const { value: batch, done } = await streams.get(id)!.next()
      return done ? undefined : valueOf(batch)
    }),
  return: async (id: number): Promise<void> => void (await streams.get(id)?.return?.()),
  stop: (id: number): void => stops.get(id)?.abort(),
  subscribe(asked: Asked): void {
    const { id } = asked
    const end = client.subscribe(
      callOf(asked),
      async ({ id: name, attempt, ...result }) => {
        const answer = await window.came(id, text(new Map<Value, Value>([['id', name], ['attempt', attempt], ['result', valueOf(result)]]))) // prettier-ignore
        if ('fault' in answer) throw Object.assign(fault('RELAY:FAILED', ''), answer.fault)
        return answer.value === undefined ? undefined : value(answer.value)
      },
      (trouble) => void window.troubled(id, trouble && { code: trouble.code, message: trouble.message }),
    )
    subscriptions.set(id, end)
  },
  unsubscribe: async (id: number): Promise<void> => await subscriptions.get(id)?.(),
}
window.weft = weft
