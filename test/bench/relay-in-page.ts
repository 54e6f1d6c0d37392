// What the bench of the relay runs in the engine's worker of the built studio: pairs, connects, calls.
import { RelayClient } from '../../worker/relay/client.ts'
import { pair } from '../../worker/relay/pairing.ts'
import { timed, type CallTimes } from './relay-calls.ts'

export async function timesInPage(code: string, port: number): Promise<CallTimes> {
  const { origin } = location
  const client = new RelayClient({ pairing: await pair(origin, code, 'bench'), origin })
  await client.ready()
  await timed(client, port, 1_000, 2_000)
  const times = await timed(client, port, 3_000, 20_000)
  client.close()
  return times
}
