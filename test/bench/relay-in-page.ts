// What the bench of the relay runs in the engine's worker of the built studio: pairs, connects, calls; and a WebSocket that only echoes,
// which is what the browser itself takes.
import { RelayClient } from '../../worker/relay/client.ts'
import { pair } from '../../worker/relay/pairing.ts'
import { timed, type CallTimes } from './relay-calls.ts'

export interface PageTimes extends CallTimes {
  /** Milliseconds of an echo of as many bytes. */
  echo: number
}

export async function timesInPage(code: string, port: number, echoPort: number): Promise<PageTimes> {
  const { origin } = location
  const client = new RelayClient({ pairing: await pair(origin, code, 'bench'), origin })
  await client.ready()
  await timed(client, port, 1_000, 2_000)
  // In turns, so that what else the machine does meets both.
  const first = await echoed(echoPort)
  const times = await timed(client, port, 3_000, 20_000)
  const echo = (first + (await echoed(echoPort))) / 2
  client.close()
  return { ...times, echo }
}

async function echoed(port: number): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((opened) => (socket.onopen = opened))
  const bytes = new Uint8Array(1_300)
  const times: number[] = []
  for (let i = 0; i < 2_000; i++) {
    const began = performance.now()
    const answer = new Promise((came) => (socket.onmessage = came))
    socket.send(bytes)
    await answer
    times.push(performance.now() - began)
  }
  socket.close()
  return times.sort((a, b) => a - b)[1_000]!
}
