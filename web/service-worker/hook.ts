// A request for /hook/* goes to the one tab that runs published apps; its flow's answer goes back. Nothing of an answer can
// act as a document of the studio's origin.
/// <reference lib="webworker" />
import { callOn } from '../../worker/api-port.ts'
import type { EngineWorkerApi, HookAnswer, HookRequest } from '../../worker/engine-worker.ts'
import { toFault } from '../../worker/model/fault.ts'
import { whoAnswers } from '../../worker/publish/hook-messages.ts'
import { problem } from '../../worker/publish/hook-problem.ts'

const findMilliseconds = 1_500
const flowMilliseconds = 60_000
const maxBody = 64 * 1024 * 1024

/** The way to the engine that answers, kept from one request to the next: past the tab's page, which may be busy. */
interface Line {
  /** Id of its tab. */
  tab: string
  engine: Pick<EngineWorkerApi, 'answerHook'>
  lost: Promise<'lost'>
  lose(): void
}
let line: Line | undefined

/** The engine of this tab is not there any more: who waits for it need not. */
export function loseEngine(tab: string): void {
  if (line?.tab !== tab) return
  line.lose()
  line = undefined
}

export async function answerHook(
  self: ServiceWorkerGlobalScope,
  request: Request,
  url: URL,
  path: string,
): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.length > maxBody) return refusal(413, 'HTTP:TOO_LARGE', 'The body is larger than 64 MiB.')
  const headers = [...request.headers] as [string, string][]
  const call: HookRequest = { method: request.method, url: url.href, path, headers, body }
  let answer = line && (await answerBy(self, line, call))
  if (!answer || answer === 'gone') {
    line = await findLine(self)
    answer = line && (await answerBy(self, line, call))
  }
  if (!answer || answer === 'gone') {
    return refusal(
      503,
      'HTTP:LISTENER_NOT_RUNNING',
      'No tab of Weft runs published apps. Open Weft and publish the app.',
    )
  }
  if (answer === 'lost') return refusal(500, 'WORKER:LOST', 'The engine ended before it answered.')
  if (answer === 'late')
    return refusal(504, 'HTTP:TIMEOUT', `The flow gave no answer within ${flowMilliseconds / 1000} s.`)
  return reply(answer.status, answer.headers, request.method === 'HEAD' ? null : answer.body)
}

/** `gone`: the tab is closed, or runs nothing that is published. */
function answerBy(
  self: ServiceWorkerGlobalScope,
  { tab, engine, lost }: Line,
  call: HookRequest,
): Promise<HookAnswer | 'gone' | 'lost' | 'late'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), flowMilliseconds)
    const end = (answer: HookAnswer | 'gone' | 'lost'): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    void self.clients.get(tab).then((found) => found ?? end('gone'))
    void lost.then(end)
    engine.answerHook(call).then(
      (answer) => end(answer ?? 'gone'),
      (thrown) => end(problem(500, toFault(thrown))),
    )
  })
}

async function findLine(self: ServiceWorkerGlobalScope): Promise<Line | undefined> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return await new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), tabs.length === 0 ? 0 : findMilliseconds)
    for (const tab of tabs) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ ports: [port] }) => {
        clearTimeout(timer)
        if (port) resolve(lineTo(tab.id, port))
      }
      tab.postMessage(whoAnswers, [port2])
    }
  })
}

function lineTo(tab: string, port: MessagePort): Line {
  let lose = (): void => {}
  const lost = new Promise<'lost'>((resolve) => (lose = () => resolve('lost')))
  return { tab, engine: callOn<EngineWorkerApi>(port), lost, lose }
}

function refusal(status: number, code: string, message: string): Response {
  const { headers, body } = problem(status, { code, message })
  return reply(status, headers, body)
}

function reply(status: number, given: [string, string][], body: Uint8Array | null): Response {
  const headers = new Headers()
  for (const [name, value] of given) {
    try {
      headers.append(name, value)
    } catch {
      // A header that HTTP does not allow is left out rather than failing the whole answer.
    }
  }
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp')
  const isBodyless = status === 101 || status === 204 || status === 205 || status === 304
  const isValid = Number.isInteger(status) && status >= 200 && status <= 599
  return new Response(isBodyless ? null : (body as Uint8Array<ArrayBuffer> | null), {
    status: isValid ? status : 500,
    headers,
  })
}
