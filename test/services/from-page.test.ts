// Protocols from a page of Chromium: by the studio's own end of the relay link in a real browser, and headless in the process itself. A
// value there and back, each operation, each trigger.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { protocolManifests } from '../../relay/protocols.ts'
import { OwnProtocols } from '../../worker/headless/own-protocols.ts'
import { isFault } from '../../worker/model/fault.ts'
import { Entity, type Value } from '../../worker/model/value.ts'
import { startBrowser } from './support/browser-link.ts'
import { caller } from './support/caller.ts'
import { hashOf, subjects, type Running } from './support/error-subjects.ts'
import { listen } from './support/listening.ts'
import { describeWith } from './support/server.ts'

/** One whose server starts within a second or two each; the table of errors has them all, from Node. */
const tried = ['redis', 'postgresql', 'mqtt', 'nats', 'imap', 'smtp', 'http']

let browser: Awaited<ReturnType<typeof startBrowser>>
/** As `weft run` has them. */
const headless = new OwnProtocols()
beforeAll(async () => {
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.stop()
  await headless.close()
}, 60_000)

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'went well'
  } catch (thrown) {
    return isFault(thrown) ? thrown.code : `no Fault: ${String(thrown)}`
  }
}

for (const { protocol, programs, start } of subjects.filter((one) => tried.includes(one.protocol)))
  describeWith(programs, protocol, () => {
    let server: Running
    beforeAll(async () => {
      server = await start(0)
      await server.prepare?.(caller(headless, protocol, server.connection), headless)
    }, 60_000)
    afterAll(() => server?.stop())
    const { operations, triggers = [] } = protocolManifests.get(protocol)!

    it('takes a value there and back', { timeout: 60_000 }, async () => {
      const content = Buffer.from([...Array(256).keys(), ...Buffer.from('值 é')])
      const page = caller(browser.link, protocol, server.connection)
      expect(hashOf(await server.store(page, 'from-a-page', content, server.connection))).toBe(hashOf(content)) // prettier-ignore
    })

    it('says of each operation what it says headless', { timeout: 120_000 }, async () => {
      const { connection, values } = server
      const by = [browser.link, headless].map((link) => caller(link, protocol, connection))
      let well = 0
      for (const { id, stream } of operations) {
        const [here, there] = by.map((call) => () => outcome(stream ? call.batches(id, values) : call(id, values))) // prettier-ignore
        const code = await here!()
        // Done once, some things cannot be done again: what went well is not asked for a second time.
        if (code === 'went well') well++
        else expect([id, code]).toEqual([id, await there!()])
      }
      expect(well).toBeGreaterThan(0)
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
