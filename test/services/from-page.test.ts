// Protocols from a page of Chromium: by the studio's own end of the relay link in a real browser, and headless in the process itself. A
// value there and back, each operation, each trigger.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { protocolManifests } from '../../relay/protocols.ts'
import { OwnProtocols } from '../../worker/headless/own-protocols.ts'
import { isFault } from '../../worker/model/fault.ts'
import type { ProtocolLink } from '../../worker/model/protocol-link.ts'
import { Entity, type Value } from '../../worker/model/value.ts'
import { startBrowser } from './support/browser-link.ts'
import { caller } from './support/caller.ts'
import { hashOf, subjects, type Running } from './support/error-subjects.ts'
import { listen } from './support/listening.ts'
import { describeWith, missingOf } from './support/server.ts'

let browser: Awaited<ReturnType<typeof startBrowser>>
/** As `weft run` has them. */
const headless = new OwnProtocols()
/** All at once: some need ten seconds to start. */
const servers = new Map<string, Promise<Running>>()
beforeAll(async () => {
  for (const { protocol, programs, start } of subjects)
    if (!missingOf(programs)) servers.set(protocol, start())
  // Who does not start fails its own tests.
  for (const one of servers.values()) one.catch(() => {})
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.stop()
  await headless.close()
  await Promise.allSettled([...servers.values()].map(async (one) => (await one).stop()))
}, 60_000)

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'went well'
  } catch (thrown) {
    return isFault(thrown) ? thrown.code : `no Fault: ${String(thrown)}`
  }
}

for (const { protocol, programs } of subjects)
  describeWith(programs, protocol, () => {
    let server: Running
    beforeAll(async () => {
      server = await servers.get(protocol)!
      await server.prepare?.(caller(headless, protocol, server.connection), headless)
    }, 60_000)
    const { operations, triggers = [] } = protocolManifests.get(protocol)!

    it('takes a value there and back', { timeout: 60_000 }, async () => {
      const content = Buffer.from([...Array(256).keys(), ...Buffer.from('值 é')])
      const page = caller(browser.link, protocol, server.connection)
      expect(hashOf(await server.store(page, 'from-a-page', content, server.connection))).toBe(hashOf(content)) // prettier-ignore
    })

    it('does each operation, and headless again', { timeout: 120_000 }, async () => {
      const { connection, values, valuesOf = {}, refuses = {} } = server
      const by = (link: ProtocolLink) => {
        const call = caller(link, protocol, connection)
        return (id: string, stream: unknown) => {
          const given = { ...values, ...valuesOf[id] }
          return outcome(stream ? call.batches(id, given) : call(id, given))
        }
      }
      const [here, there] = [by(browser.link), by(headless)]
      for (const { id, stream } of operations) {
        expect([id, await here(id, stream)]).toEqual([id, refuses[id] ?? 'went well'])
        // Some things can be done only once.
        const again = [expect.stringMatching(/^went well$|:(EXISTS|NOT_FOUND)$/), refuses[id]]
        expect(again).toContainEqual(await there(id, stream))
      }
    })

    for (const { id } of triggers)
      it.each(['from a page', 'headless'])(`is heard by ${id} %s`, { timeout: 90_000 }, async (place) => {
        const link = place === 'headless' ? headless : browser.link
        const trigger = server.triggers![id]!
        const word = `a word ${place}`
        const heard = listen(link, protocol, id, server.connection, trigger.values)
        const call = caller(link, protocol, server.connection)
        // What is said before somebody listens, some sources tell nobody.
        while (!heard.came.some(({ payload }) => wordsOf(payload).includes(word))) {
          await trigger.publish(call, word)
          await new Promise((again) => setTimeout(again, 500))
        }
        await heard.stop()
      })
  })

/** All texts in a payload. */
function wordsOf(payload: Value | undefined): string {
  if (payload instanceof Map) return [...payload.values()].map(wordsOf).join(' ')
  if (payload instanceof Entity) return wordsOf(payload.bytes)
  return payload instanceof Uint8Array ? new TextDecoder().decode(payload) : String(payload)
}
