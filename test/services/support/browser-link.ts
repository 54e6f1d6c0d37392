// The way to protocols that a studio has: a page of Chromium, paired with the relay, whose end of the link is driven from here.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium as playwright, type Page } from 'playwright-core'
import { build } from 'vite'
import { defaultConfig } from '../../../relay/config.ts'
import { fault, toFault, type Fault } from '../../../worker/model/fault.ts'
import type { ProtocolCall, ProtocolLink, ProtocolMessage, ProtocolResult, ProtocolSubscription } from '../../../worker/model/protocol-link.ts' // prettier-ignore
import type { Value } from '../../../worker/model/value.ts'
import { pack, unpack } from '../../../worker/relay/packed-value.ts'
import { chromium, chromiumArgs } from '../../support/browser.mjs'
import { startRelay } from '../../support/relay.ts'
import type { Answered, Asked } from './page/page.ts'
import { scratch } from './server.ts'

type Handle = Parameters<ProtocolLink['subscribe']>[1]
type Told = Parameters<ProtocolLink['subscribe']>[2]
interface Taking {
  handle: Handle
  told: Told
}

/** A relay that serves the page, and the page in it. */
export async function startBrowser(): Promise<{ link: ProtocolLink; stop(): Promise<void> }> {
  const folder = scratch('page')
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', minify: false },
  })
  const relay = await startRelay({ limits: { ...defaultConfig.limits, links: 100 } }, 0, folder)
  const browser = await playwright.launch({ executablePath: chromium, args: chromiumArgs })
  const page = await browser.newPage()
  const link = new BrowserLink(page)
  await link.open(relay.url, relay.relay.codes.make('local'))
  return {
    link,
    stop: async () => {
      await browser.close()
      await relay.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

class BrowserLink implements ProtocolLink {
  readonly #page: Page
  readonly #taking = new Map<number, Taking>()
  #last = 0

  constructor(page: Page) {
    this.#page = page
  }

  async open(url: string, code: string): Promise<void> {
    await this.#page.exposeFunction('came', (id: number, message: string) => this.#came(id, message))
    await this.#page.exposeFunction('troubled', (id: number, trouble?: Fault) => this.#taking.get(id)?.told?.(trouble)) // prettier-ignore
    await this.#page.goto(url)
    await this.#page.waitForFunction(() => 'weft' in window)
    got(await this.#page.evaluate((one) => window.weft.pair(one), code))
  }

  async call(call: ProtocolCall, signal: AbortSignal): Promise<ProtocolResult> {
    const asked = this.#asked(call)
    const answer = this.#page.evaluate((one) => window.weft.call(one), asked)
    return resultOf(got(await this.#stoppable(asked.id, answer, signal))!)
  }

  async test(protocol: string, connection: ProtocolCall['connection'], signal: AbortSignal): Promise<void> {
    const asked = this.#asked({ protocol, connection, operation: '', arguments: new Map() })
    got(await this.#stoppable(asked.id, this.#page.evaluate((one) => window.weft.test(one), asked), signal)) // prettier-ignore
  }

  async *stream(call: ProtocolCall, signal: AbortSignal): AsyncIterable<ProtocolResult> {
    const asked = this.#asked(call)
    await this.#page.evaluate((one) => window.weft.stream(one), asked)
    const next = () => this.#page.evaluate((id) => window.weft.next(id), asked.id)
    try {
      for (;;) {
        const batch = got(await this.#stoppable(asked.id, next(), signal))
        if (!batch) return
        yield resultOf(batch)
      }
    } finally {
      await this.#page.evaluate((id) => window.weft.return(id), asked.id)
    }
  }

  subscribe(subscription: ProtocolSubscription, handle: Handle, told?: Told): () => Promise<void> {
    const asked = this.#asked(subscription)
    this.#taking.set(asked.id, { handle, told })
    const begun = this.#page.evaluate((one) => window.weft.subscribe(one), asked)
    return async () => {
      await begun
      await this.#page.evaluate((id) => window.weft.unsubscribe(id), asked.id)
    }
  }

  #asked({ arguments: values, ...call }: ProtocolCall | ProtocolSubscription): Asked {
    return { id: ++this.#last, call, values: base64(values as Map<Value, Value>) }
  }

  async #stoppable<T>(id: number, work: Promise<T>, signal: AbortSignal): Promise<T> {
    const stop = (): void => void this.#page.evaluate((one) => window.weft.stop(one), id)
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    try {
      return await work
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  async #came(id: number, text: string): Promise<Answered> {
    const message = valueOf(text) as Map<string, Value>
    try {
      const result = resultOf(message.get('result') as Map<Value, Value>)
      const whole = { id: String(message.get('id')), attempt: Number(message.get('attempt')), ...result }
      const answer = await this.#taking.get(id)!.handle(whole satisfies ProtocolMessage)
      return answer === undefined ? {} : { value: base64(answer) }
    } catch (thrown) {
      const { code, message: words } = toFault(thrown)
      return { fault: { code, message: words } }
    }
  }
}

const base64 = (value: Value): string => Buffer.from(pack(value)).toString('base64')
const valueOf = (text: string): Value => unpack(new Uint8Array(Buffer.from(text, 'base64')))

function got(answer: Answered): Map<Value, Value> | undefined {
  if ('fault' in answer) {
    const { code, message, ...more } = answer.fault as Fault
    throw fault(code, message, more)
  }
  return answer.value === undefined ? undefined : (valueOf(answer.value) as Map<Value, Value>)
}
function resultOf(given: Map<Value, Value>): ProtocolResult {
  return Object.fromEntries(given) as ProtocolResult
}
