// FTP and SFTP through the relay, against vsftpd and OpenSSH: the same operations, the same shapes.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Entity, type Value } from '../../worker/model/value.ts'
import { isLong, report } from '../support/long-report.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { startSshd, sshdPrograms, type Sshd } from './servers/sshd.ts'
import { ftpPassword, startVsftpd, vsftpdPrograms } from './servers/vsftpd.ts'
import { caller, type Caller } from './support/caller.ts'
import { appOf, branch, expression, runFlow, step } from './support/flow.ts'
import { describeWith, type Server } from './support/server.ts'

const kinds = [
  {
    id: 'ftp',
    code: 'FTP',
    programs: vsftpdPrograms,
    async start() {
      const server = await startVsftpd()
      return {
        server,
        root: '/files',
        connection: { host: '127.0.0.1', port: server.port, password: ftpPassword },
        wrong: { password: 'no' },
      }
    },
  },
  {
    id: 'sftp',
    code: 'SFTP',
    programs: sshdPrograms,
    async start() {
      const server = await startSshd()
      const { port, user, privateKey, hostKey, files } = server
      return {
        server,
        root: files,
        connection: { host: '127.0.0.1', port, user, privateKey, hostKey },
        wrong: { user: 'nobody-here' },
      }
    },
  },
]

for (const { id, code, programs, start } of kinds)
  describeWith(programs, id, () => {
    let server: Server & { ca?: string }
    let relay: TestRelay
    let call: Caller
    let root: string
    let connection: Record<string, string | number>
    let wrong: Record<string, string>
    beforeAll(async () => {
      relay = await startRelay()
      ;({ server, root, connection, wrong } = await start())
      call = caller(relay.client, id, connection)
    })
    afterAll(async () => {
      await relay?.close()
      await server?.stop()
    })
    const fault = (operation: string, values: Record<string, Value>, other = {}) =>
      caller(relay.client, id, { ...connection, ...other })(operation, values).then(
        () => 'went well',
        ({ code }) => code as string,
      )

    it('writes, appends, reads; the payload is empty after a write', async () => {
      const path = `${root}/a/b/订单.json`
      expect(await call('write', { path, content: '{"n": 1' })).toBe(null)
      expect(await call('write', { path, content: new Uint8Array([0x7d]), mode: 'APPEND' })).toBe(null)
      expect(await call('read', { path })).toEqual(
        new Entity(new TextEncoder().encode('{"n": 1}'), 'application/json'),
      )
      expect(await fault('write', { path, content: 'x', mode: 'CREATE_NEW' })).toBe(`${code}:EXISTS`)
      await call('write', { path, content: 'short' })
      expect(((await call('read', { path })) as Entity).bytes.length).toBe(5)
      expect(await fault('write', { path: `${root}/no/such/x`, content: 'x', parents: false })).toMatch(
        new RegExp(`^${code}:`),
      )
    })

    it('makes folders, moves, copies, deletes', async () => {
      expect(await call('mkdir', { path: `${root}/m/n` })).toBe(null)
      expect(await fault('mkdir', { path: `${root}/m/n` })).toBe(`${code}:EXISTS`)
      await call('write', { path: `${root}/m/one.txt`, content: '1' })
      await call('write', { path: `${root}/m/two.txt`, content: '2' })
      expect(await fault('move', { from: `${root}/m/one.txt`, to: `${root}/m/two.txt` })).toBe(
        `${code}:EXISTS`,
      )
      expect(
        await call('move', { from: `${root}/m/one.txt`, to: `${root}/m/two.txt`, overwrite: true }),
      ).toBe(null)
      expect(await call('copy', { from: `${root}/m/two.txt`, to: `${root}/m/n/three.txt` })).toBe(null)
      expect(await fault('copy', { from: `${root}/m/two.txt`, to: `${root}/m/n/three.txt` })).toBe(
        `${code}:EXISTS`,
      )
      expect(
        new TextDecoder().decode(((await call('read', { path: `${root}/m/n/three.txt` })) as Entity).bytes),
      ).toBe('1')
      expect(await call('delete', { path: `${root}/m/two.txt` })).toBe(null)
      expect(await fault('read', { path: `${root}/m/two.txt` })).toBe(`${code}:NOT_FOUND`)
      expect(await fault('delete', { path: `${root}/m/two.txt` })).toBe(`${code}:NOT_FOUND`)
    })

    it('lists with filters', async () => {
      for (const name of ['a.csv', 'b.csv', 'c.txt', 'sub/d.csv'])
        await call('write', { path: `${root}/l/${name}`, content: name })
      const names = async (values: Record<string, Value> = {}) =>
        ((await call('list', { path: `${root}/l`, ...values })) as Map<Value, Value>[])
          .map((one) => one.get('PathName'))
          .sort()
      const at = (...list: string[]) => list.map((name) => `${root}/l/${name}`)
      expect(await names()).toEqual(at('a.csv', 'b.csv', 'c.txt', 'sub'))
      expect(await names({ name: '*.csv', recursive: true })).toEqual(at('a.csv', 'b.csv', 'sub/d.csv'))
      expect(await names({ name: '^[ab]\\.', nameKind: 'regex' })).toEqual(at('a.csv', 'b.csv'))
      expect(await names({ types: 'Folder' })).toEqual(at('sub'))
      expect(await names({ since: '2100-01-01' })).toEqual([])
      const [first] = (await call('list', { path: `${root}/l`, name: 'a.csv' })) as Map<Value, Value>[]
      expect(Object.fromEntries(first!)).toMatchObject({ Name: 'a.csv', Type: 'File', Target: null, Size: 5 })
      expect(String((first!.get('Time') as { iso: string }).iso)).toMatch(/^20\d\d-\d\d-\d\dT/)
    })

    it('reads a large file in parts', async () => {
      const content = new Uint8Array(randomBytes(5 * 1024 * 1024 + 7))
      await call('write', { path: `${root}/big.bin`, content })
      const parts = await call.batches('read-parts', { path: `${root}/big.bin`, size: 2 })
      expect(parts.map(({ payload }) => (payload as Uint8Array).length)).toEqual([
        2 ** 21,
        2 ** 21,
        2 ** 20 + 7,
      ])
      expect(
        Buffer.concat(parts.map(({ payload }) => payload as Uint8Array)).equals(Buffer.from(content)),
      ).toBe(true)
      expect(parts.map(({ attributes }) => (attributes as Map<Value, Value>).get('last'))).toEqual([
        false,
        false,
        true,
      ])
    })

    it('a path is a path: no line of it becomes a command', async () => {
      for (const path of ['x\r\nDELE a', 'x\ny', 'x\0y'])
        expect(await fault('read', { path })).toBe('RELAY:ARGUMENT')
      for (const path of [`${root}/.. /x`, `${root}/a b'"$(id)`, `${root}/%00`]) {
        await call('write', { path, content: 'odd' })
        expect(new TextDecoder().decode(((await call('read', { path })) as Entity).bytes)).toBe('odd')
      }
    })

    it('says what is wrong', async () => {
      const path = `${root}/x`
      expect(await fault('list', { path: root }, wrong)).toBe(`${code}:AUTH`)
      expect(await fault('list', { path: root }, { port: 1 })).toBe('CONNECT:REFUSED')
      if (id === 'sftp')
        expect(await fault('list', { path: root }, { hostKey: 'SHA256:other' })).toBe('SFTP:HOST_KEY')
      expect(await fault('read', { path })).toBe(`${code}:NOT_FOUND`)
      await expect(relay.client.test(id, { ...connection }, new AbortController().signal)).resolves.toBe(
        undefined,
      )
    })

    if (id === 'ftp')
      it('speaks TLS with a server whose certificate it was given, and with no other', async () => {
        const secure = { ...connection, host: 'localhost', security: 'explicit' }
        const own = caller(relay.client, 'ftp', { ...secure, ca: server.ca! })
        await own('write', { path: '/files/tls.txt', content: 'secret' })
        expect(((await own('read', { path: '/files/tls.txt' })) as Entity).bytes.length).toBe(6)
        expect(await fault('list', { path: '/' }, secure)).toBe('CONNECT:TLS')
      })
  })

describeWith({ ...vsftpdPrograms, ...sshdPrograms }, 'a file from FTP to SFTP', () => {
  // A gigabyte in the long run.
  const size = isLong ? 1024 ** 3 : 96 * 1024 ** 2
  let ftp: Server
  let sshd: Sshd
  let relay: TestRelay
  beforeAll(async () => {
    ;[ftp, sshd, relay] = await Promise.all([startVsftpd(), startSshd(), startRelay()])
    await pipeline(zeros(size), createWriteStream(join(ftp.folder, 'root', 'files', 'huge.bin')))
  }, 120_000)
  afterAll(async () => {
    await relay?.close()
    await sshd?.stop()
    await ftp?.stop()
  })

  it(`of ${size / 1024 ** 2} MiB goes through a flow in constant memory`, async () => {
    const { port, user, privateKey, hostKey, files } = sshd
    const path = join(files, 'huge.bin')
    const app = appOf(
      [
        step('ftp/read-parts', { path: '/files/huge.bin', size: 8 }, [
          branch('body', [step('sftp/write', { path, content: expression('msg.payload'), mode: 'APPEND' })]),
        ]),
      ],
      {
        ftp: { host: '127.0.0.1', port: ftp.port, password: ftpPassword },
        sftp: { host: '127.0.0.1', port, user, privateKey, hostKey },
      },
    )
    app.flows[0]!.settings.trace = 'off'
    let most = 0
    const before = process.memoryUsage().rss
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 50)
    const { message, fault } = await runFlow(app, relay.client, { trace: 'off' } as never)
    clearInterval(watch)
    expect([fault, message.payload.value]).toEqual([undefined, size / 1024 ** 2 / 8])
    expect(await hashOf(path)).toBe(await hashOf(join(ftp.folder, 'root', 'files', 'huge.bin')))
    report(
      `${size / 1024 ** 2} MiB from FTP to SFTP: memory grew by at most ${Math.round(most / 1024 ** 2)} MiB`,
    )
    expect(most).toBeLessThan(400 * 1024 ** 2)
  }, 600_000)
})

async function* zeros(size: number): AsyncGenerator<Buffer> {
  const block = randomBytes(1024 * 1024)
  for (let at = 0; at < size; at += block.length) {
    block.writeUInt32LE(at / block.length)
    yield Buffer.from(block)
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
