// `weft relay` as a process of its own, that can be killed in the middle and started again on the same port and data; with a client
// paired to it, as a studio is.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { root } from '../../../worker/cli/built.mjs'
import { RelayClient, type ClientSocket } from '../../../worker/relay/client.ts'
import { fingerprintOf, keyAlgorithm } from '../../../worker/relay/proof.ts'
import { freePort } from './server.ts'

export interface RelayProcess {
  url: string
  client: RelayClient
  /** A new pairing code. */
  code(): Promise<string>
  readonly pid: number
  /** SIGKILL, then started again; resolves when it listens. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function startRelayProcess(): Promise<RelayProcess> {
  const data = mkdtempSync(join(tmpdir(), 'weft-killed-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let terminal = ''
  const start = async (): Promise<void> => {
    const args = ['worker/cli/weft.mjs', 'relay', '--port', String(port), '--data', data, '--allow', '127.0.0.1:*'] // prettier-ignore
    child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    terminal = ''
    child.stdout!.on('data', (chunk: Buffer) => (terminal += chunk.toString()))
    await shownCode()
  }
  /** The code that its terminal shows last. */
  const shownCode = async (): Promise<string> => {
    for (;;) {
      const code = [...terminal.matchAll(/Pairing code: (\S+)/g)].at(-1)?.[1]
      if (code) return code
      const [chunk] = (await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')])) as [unknown]
      if (!(chunk instanceof Buffer)) throw new Error(`weft relay ended: ${terminal}`)
    }
  }
  const end = async (): Promise<void> => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await start()
  const keys = await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])
  const jwk = await crypto.subtle.exportKey('jwk', keys.publicKey)
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${url}/relay/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Weft-Relay': '1', Origin: url },
      body: JSON.stringify(body),
    })
  const answer = await post('pair', { code: await shownCode(), jwk, name: 'kills' })
  const { key } = (await answer.json()) as { key: string }
  const client = new RelayClient({
    pairing: { url, key, privateKey: keys.privateKey, fingerprint: await fingerprintOf(jwk) },
    origin: url,
    connect: (address) => new WebSocket(address, { origin: url }) as unknown as ClientSocket,
  })
  return {
    url,
    client,
    code: async () => {
      terminal = ''
      await post('code', {})
      return await shownCode()
    },
    get pid() {
      return child.pid!
    },
    kill: async () => {
      await end()
      await start()
    },
    stop: async () => {
      client.close()
      await end()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
