// The relay's door: who is let in, by which code and key, and what a page of another site can do (nothing).
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { WebSocket } from 'ws'
import { readFrame, writeFrame } from '../../../worker/relay/frame.ts'
import { proofAlgorithm, proofOf } from '../../../worker/relay/proof.ts'
import { startRelay, type TestRelay } from '../../support/relay.ts'

let one: TestRelay
beforeAll(async () => {
  one = await startRelay()
})
afterAll(() => one.close())

const signal = new AbortController().signal
const nothing = {
  protocol: 'redis',
  operation: 'get',
  connection: { host: '10.0.0.1', port: 1 },
  arguments: new Map(),
}

/** Status of a raw request, so that Host and Origin are exactly what we say. */
function raw(lines: string[], body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: one.port })
    let answer = ''
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer.split('\r\n')[0]!.split(' ')[1] ?? ''))
    socket.write([...lines, 'Connection: close', `Content-Length: ${body.length}`, '', body].join('\r\n'))
    setTimeout(() => socket.destroy(), 2000).unref()
  })
}
const host = () => `Host: 127.0.0.1:${one.port}`
const ours = () => ['Content-Type: application/json', 'X-Weft-Relay: 1', `Origin: ${one.url}`]

describe('a request that is not of a known studio', () => {
  test.each([
    ['Host: evil.example', '421'],
    ['Host: evil.example:PORT', '421'],
    ['Host: 127.0.0.1', '421'],
    ['Host: 127.0.0.1:1', '421'],
    ['Host: 127.0.0.1.evil.example:PORT', '421'],
    ['Host: 2130706433:PORT', '421'],
  ])('with %s is answered %s', async (line, status) => {
    const named = line.replace('PORT', String(one.port))
    for (const method of ['GET', 'POST', 'OPTIONS', 'PUT'])
      expect(await raw([`${method} /relay/code HTTP/1.1`, named, ...ours()], '{}')).toBe(status)
    const upgrade = [
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ]
    expect(await raw(['GET /relay/link HTTP/1.1', named, `Origin: ${one.url}`, ...upgrade])).toBe(status)
  })

  test.each([
    'https://evil.example',
    'null',
    '',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    'http://sub.127.0.0.1:PORT',
    'HTTP://127.0.0.1:PORT',
    'http://127.0.0.1:PORT/',
    'http://localhost.evil.example:PORT',
    undefined,
  ])('with the origin %s is refused', async (origin) => {
    const line = origin === undefined ? [] : [`Origin: ${origin.replace('PORT', String(one.port))}`]
    const told = one.told.length
    const headers = [host(), ...line, 'Content-Type: application/json', 'X-Weft-Relay: 1']
    expect(await raw(['POST /relay/code HTTP/1.1', ...headers], '{}')).toBe('403')
    const socket = new WebSocket(one.url.replace('http', 'ws') + '/relay/link', {
      headers: origin === undefined ? {} : { Origin: origin.replace('PORT', String(one.port)) },
    })
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
      socket.on('open', () => resolve('open'))
      socket.on('error', (error) => resolve(error.message))
    })
    expect(status).toBe(403)
    expect(one.told.length).toBe(told)
  })

  test('a form, a plain fetch and a read have no effect, even with our origin', async () => {
    const told = one.told.length
    const origin = `Origin: ${one.url}`
    for (const headers of [
      ['Content-Type: text/plain', 'X-Weft-Relay: 1'],
      ['Content-Type: application/x-www-form-urlencoded', 'X-Weft-Relay: 1'],
      ['Content-Type: application/json'],
      ['Content-Type: application/json', 'X-Weft-Relay: 2'],
    ])
      expect(await raw(['POST /relay/code HTTP/1.1', host(), origin, ...headers], '{}')).toBe('403')
    expect(await raw(['GET /relay/code HTTP/1.1', host(), ...ours()])).toBe('403')
    expect(one.told.length).toBe(told)
  })
})

describe('pairing', () => {
  it('takes a code once, in any writing of it', async () => {
    const code = one.relay.codes.make('local')
    const pairing = await one.pair(` ${code.toLowerCase().replace('-', ' ')} `)
    expect(one.relay.keys.find(pairing.key)?.fingerprint).toBe(pairing.fingerprint)
    expect(one.told.at(-1)).toContain(pairing.fingerprint)
    await expect(one.pair(code)).rejects.toMatchObject({ code: 'RELAY:CODE' })
  })
  it('takes no code after five wrong ones', async () => {
    const code = one.relay.codes.make('local')
    for (let i = 0; i < 5; i++)
      await expect(one.pair('00000000')).rejects.toMatchObject({ code: 'RELAY:CODE' })
    await expect(one.pair(code)).rejects.toMatchObject({ code: 'RELAY:CODE' })
  })
  it('prints a code when a studio asks, and not another while that one lasts', async () => {
    const told = one.told.length
    const ask = () => raw(['POST /relay/code HTTP/1.1', host(), ...ours()], '{}')
    expect([await ask(), await ask()]).toEqual(['200', '200'])
    expect(one.told.length).toBe(told + 1)
    expect(one.told.at(-1)).toMatch(/Pairing code: [0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4} /)
  })
})

describe('a key', () => {
  it('that was removed is cut off, and its studio told', async () => {
    const pairing = await one.pair(one.relay.codes.make('local'))
    const client = one.newClient(pairing)
    await client.ready()
    expect(one.relay.removeKey(pairing.key)).toBe(true)
    await expect.poll(() => client.state.is, { timeout: 5000 }).toBe('refused')
    await expect(client.call(nothing, signal)).rejects.toMatchObject({ code: 'RELAY:REFUSED' })
  })

  /** Answers a challenge by hand, and gives what the relay says then. */
  async function prove(
    change: (proof: Record<string, unknown>, nonce: string) => unknown,
    key = one.pairing,
  ) {
    const socket = new WebSocket(one.url.replace('http', 'ws') + '/relay/link', { origin: one.url })
    const heard: string[] = []
    await new Promise<void>((resolve) => {
      socket.on('close', () => resolve())
      socket.on('message', async (data) => {
        const { header } = readFrame(data as Buffer)
        heard.push(header.t)
        if (header.t !== 'challenge') return socket.close()
        const { relay, nonce } = header
        const proof = { relay, origin: one.url, nonce, clientNonce: 'c', expires: Date.now() + 20_000 }
        const signature = await crypto.subtle.sign(proofAlgorithm, key.privateKey, proofOf(proof))
        const frame = { t: 'prove', version: 1, key: key.key, nonce: 'c', expires: proof.expires, signature: Buffer.from(signature).toString('hex') } // prettier-ignore
        socket.send(writeFrame({ ...frame, ...(change(frame, nonce) as object) } as never))
      })
    })
    return heard
  }
  it('proves itself with its signature, and with nothing else', async () => {
    expect(await prove(() => ({}))).toEqual(['challenge', 'welcome'])
    let recorded: unknown
    expect(await prove((frame) => ((recorded = frame), {}))).toEqual(['challenge', 'welcome'])
    expect(await prove(() => recorded)).toEqual(['challenge', 'refused'])
    expect(await prove((frame) => ({ signature: String(frame['signature']).replace(/^../, '00') }))).toEqual([
      'challenge',
      'refused',
    ])
    expect(await prove(() => ({ key: 'nobody' }))).toEqual(['challenge', 'refused'])
    expect(await prove(() => ({ expires: Date.now() + 25_000 }))).toEqual(['challenge', 'refused'])
    expect(await prove(() => ({ t: 'open', ch: 1 }))).toEqual(['challenge', 'refused'])
  })
})

describe('a call', () => {
  it('without a known protocol, operation or argument says so', async () => {
    const call = (more: object) => one.client.call({ ...nothing, ...more }, signal)
    await expect(call({ protocol: 'gopher' })).rejects.toMatchObject({ code: 'RELAY:PROTOCOL' })
    await expect(call({ protocol: '__proto__' })).rejects.toMatchObject({ code: 'RELAY:PROTOCOL' })
    await expect(call({ connection: {} })).rejects.toMatchObject({ code: 'RELAY:ARGUMENT' })
    await expect(call({})).rejects.toMatchObject({ code: 'EGRESS:DENIED' })
  })
  it('is answered over a new socket when the old one was cut', async () => {
    for (let i = 0; i < 5; i++) {
      one.sockets
        .filter((socket) => socket.readyState === WebSocket.OPEN)
        .forEach((socket) => socket.terminate())
      await expect(one.client.call(nothing, signal)).rejects.toMatchObject({ code: 'EGRESS:DENIED' })
    }
  })
  it('leaves a line without values in the log', async () => {
    const secret = 'hunter2-hunter2'
    const call = {
      ...nothing,
      connection: { ...nothing.connection, password: secret },
      arguments: new Map([['key', secret]]),
    }
    await expect(one.client.call(call, signal)).rejects.toMatchObject({ code: 'EGRESS:DENIED' })
    await expect.poll(() => one.logged.some((line) => line.includes('"outcome":"EGRESS:DENIED"'))).toBe(true)
    expect(one.logged.join('\n')).not.toContain(secret)
  })
})
