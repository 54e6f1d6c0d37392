// The relay as it is built speaks every protocol: what its drivers are imported as holds there too.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { protocolManifests } from '../../relay/protocols.ts'
import { startRelayProcess, type RelayProcess } from './support/relay-process.ts'

let relay: RelayProcess
beforeAll(async () => {
  relay = await startRelayProcess()
}, 60_000)
afterAll(() => relay?.stop())

const connection = { host: '127.0.0.1', port: 1, user: 'u', password: 'p', database: '1', hostKey: 'k', url: 'http://127.0.0.1:1/', from: 'a', to: 'b' } // prettier-ignore

it.each([...protocolManifests.keys()])('%s', async (protocol) => {
  const code = await relay.client
    .test(protocol, connection, new AbortController().signal)
    .then(() => 'went well', (thrown: { code: string }) => thrown.code) // prettier-ignore
  expect(['CONNECT:REFUSED', 'went well']).toContain(code)
})
