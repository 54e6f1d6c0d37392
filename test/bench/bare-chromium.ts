// A worker of a page in a Chromium that nobody watches. Playwright has each frame of a WebSocket reported to it, which costs more than a
// call over the relay: here the DevTools protocol only evaluates.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { chromium, chromiumArgs } from '../support/browser.mjs'

interface Answer {
  id?: number
  method?: string
  result?: Record<string, unknown>
  error?: { message: string }
  params?: { sessionId?: string; targetInfo?: { type: string } }
}

export interface BareWorker {
  /** The value of an expression, awaited. */
  evaluate<T>(expression: string): Promise<T>
  close(): Promise<void>
}

/** Opens `url`, and resolves with its first worker. */
export async function bareWorker(url: string): Promise<BareWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-bare-'))
  const browser = spawn(chromium, ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, ...chromiumArgs, 'about:blank'], { stdio: 'ignore' }) // prettier-ignore
  const gone = once(browser, 'exit')
  const told = join(folder, 'DevToolsActivePort')
  while (!existsSync(told) || !readFileSync(told, 'utf8').includes('\n'))
    await Promise.race([
      new Promise((again) => setTimeout(again, 50)),
      gone.then(() => Promise.reject(new Error('Chromium does not start'))),
    ])
  const [port, path] = readFileSync(told, 'utf8').split('\n')
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`)
  await once(socket, 'open')
  const waiting = new Map<
    number,
    { resolve(result: Record<string, unknown>): void; reject(why: Error): void }
  >()
  let attached: (session: string) => void
  const worker = new Promise<string>((resolve) => (attached = resolve))
  socket.on('message', (data: Buffer) => {
    const { id, method, result, error, params } = JSON.parse(data.toString()) as Answer
    if (method === 'Target.attachedToTarget' && params!.targetInfo!.type === 'worker') attached(params!.sessionId!) // prettier-ignore
    if (id === undefined) return
    const { resolve, reject } = waiting.get(id)!
    waiting.delete(id)
    if (error) reject(new Error(error.message))
    else resolve(result!)
  })
  let last = 0
  const send = (method: string, params: object, sessionId?: string): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    })
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const page = sessionId as string
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, page)
  await send('Page.navigate', { url }, page)
  const session = await worker
  return {
    evaluate: async <T>(expression: string) => {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, session)) as { result: { value: T }; exceptionDetails?: object } // prettier-ignore
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
      return result.value
    },
    close: async () => {
      socket.close()
      browser.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
