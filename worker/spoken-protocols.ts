// All protocols behind one link: what the page speaks itself is loaded when it is first used, all else goes to whoever speaks it (a
// relay, or in Node this process).
import type { PageLink } from '../connectors-browser/protocol-link.ts'
import type { ProtocolLink } from './model/protocol-link.ts'

/** `others` rejects with RELAY:NONE where there is no way to them. */
export function spoken(others: () => Promise<ProtocolLink>): (() => Promise<ProtocolLink>) & {
  close(): Promise<void>
} {
  let page: Promise<PageLink> | undefined
  const own = (): Promise<PageLink> => (page ??= openPage())
  const of = async (protocol: string): Promise<ProtocolLink> => {
    const { manifestOf } = await import('./relay/protocol-operations.ts')
    return (await manifestOf(protocol))?.runs === 'page' ? await own() : await others()
  }
  const link: ProtocolLink = {
    call: async (call, signal) => await (await of(call.protocol)).call(call, signal),
    async *stream(call, signal) {
      yield* (await of(call.protocol)).stream(call, signal)
    },
    subscribe(subscription, handle, told) {
      let stop: (() => Promise<void>) | undefined
      let isStopped = false
      const begun = of(subscription.protocol).then((found) => {
        if (!isStopped) stop = found.subscribe(subscription, handle, told)
      })
      begun.catch((thrown: unknown) => told?.(thrown as never))
      return async () => {
        isStopped = true
        await begun.catch(() => {})
        await stop?.()
      }
    },
    test: async (protocol, connection, signal) =>
      await (await of(protocol)).test(protocol, connection, signal),
  }
  return Object.assign(async () => link, { close: async () => await (await page)?.close() })
}

async function openPage(): Promise<PageLink> {
  // Of Node only the newer have one.
  if (typeof WebSocket === 'undefined') {
    const { WebSocket: ours } = await import('ws')
    globalThis.WebSocket = ours as unknown as typeof WebSocket
  }
  const { PageLink: Link } = await import('../connectors-browser/protocol-link.ts')
  return new Link()
}
