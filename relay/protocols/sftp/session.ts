// SFTP by ssh2, over a socket of ours. A server whose key is not the one of the connection is not spoken to.
import { createHash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import { Client, type SFTPWrapper, type Stats } from 'ssh2'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { connectError, connectFault } from '../../failures.ts'
import { fileOperations, type FileDriver, type FileEntry } from '../../files/operations.ts'
import type { Protocol } from '../../session.ts'

const sftp: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 22) }
  const socket = await world.dialer.dial(at, undefined, world.signal)
  const client = new Client()
  let isOpen = true
  let wrongKey: Fault | undefined
  client.on('close', () => (isOpen = false))
  /** ssh2 leaves those who wait without an answer where the other side just ends the connection. */
  const lost = new Promise<never>((_, reject) => {
    socket.on('close', () => {
      isOpen = false
      reject(connectError('LOST', at.host, at.port))
    })
  })
  lost.catch(() => {})
  const unlessLost = <T>(work: Promise<T>): Promise<T> => Promise.race([work, lost])
  const failed = (thrown: unknown, path = ''): Fault => {
    if (wrongKey) return wrongKey
    if (isFault(thrown)) return thrown
    const { code, level, message } = thrown as { code?: unknown; level?: string; message: string }
    if (level === 'client-authentication') return fault('SFTP:AUTH', 'The server does not take user and password or key.', { hint: 'Check the connection.' }) // prettier-ignore
    const name =
      typeof code === 'number'
        ? { 2: 'NOT_FOUND', 3: 'DENIED', 4: 'ERROR', 8: 'UNSUPPORTED' }[code]
        : undefined
    if (typeof code === 'number')
      return fault(`SFTP:${name ?? 'ERROR'}`, `SFTP: ${message}${path ? ` (${path})` : ''}`)
    isOpen = false
    return connectFault(/no response/i.test(message) ? Object.assign(new Error(message), { code: 'ECONNRESET' }) : thrown, at) // prettier-ignore
  }
  let wrapper: SFTPWrapper
  try {
    const ready = new Promise<void>((resolve, reject) => {
      client.on('ready', resolve)
      client.on('error', reject)
      client.connect({
        sock: socket,
        username: connection.text('user'),
        ...(connection.has('password') && { password: connection.text('password') }),
        ...(connection.has('privateKey') && { privateKey: connection.text('privateKey') }),
        ...(connection.has('passphrase') && { passphrase: connection.text('passphrase') }),
        readyTimeout: 15_000,
        keepaliveInterval: 20_000,
        hostVerifier: (key: Buffer) => {
          wrongKey = keyFault(key, connection.line('hostKey', ''))
          return wrongKey === undefined
        },
      })
    })
    await unlessLost(ready)
    client.on('error', () => (isOpen = false))
    wrapper = await unlessLost(
      new Promise((resolve, reject) => client.sftp((error, one) => (error ? reject(error) : resolve(one)))),
    )
  } catch (thrown) {
    client.destroy()
    throw failed(thrown)
  }
  const careful = <T>(
    path: string,
    go: (done: (error: Error | null | undefined, value?: T) => void) => void,
  ): Promise<T> =>
    unlessLost(
      new Promise((resolve, reject) =>
        go((error, value) => (error ? reject(failed(error, path)) : resolve(value as T))),
      ),
    )

  const driver: FileDriver = {
    async stat(path) {
      const stats = await careful<Stats>(path, (done) => wrapper.stat(path, done)).catch((thrown: Fault) => {
        if (thrown.code === 'SFTP:NOT_FOUND') return undefined
        throw thrown
      })
      return stats && entryOf(path.split('/').at(-1)!, stats)
    },
    async list(folder) {
      const found = await careful<{ filename: string; attrs: Stats }[]>(folder, (done) =>
        wrapper.readdir(folder, done as never),
      )
      const entries: FileEntry[] = []
      for (const { filename, attrs } of found) {
        const entry = entryOf(filename, attrs)
        const path = `${folder.replace(/\/$/, '')}/${filename}`
        if (entry.type === 'SymLink') entry.target = await careful<string>(path, (done) => wrapper.readlink(path, done)) // prettier-ignore
        entries.push(entry)
      }
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    async *read(path, signal) {
      const stream = wrapper.createReadStream(path, { highWaterMark: 256 * 1024 })
      const stop = (): void => void stream.destroy()
      signal.addEventListener('abort', stop, { once: true })
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk
      } catch (thrown) {
        throw failed(thrown, path)
      } finally {
        signal.removeEventListener('abort', stop)
        stream.destroy()
      }
    },
    async write(path, content, append) {
      const stream = wrapper.createWriteStream(path, { flags: append ? 'a' : 'w' })
      const done = unlessLost(finished(stream)).catch((thrown) => Promise.reject(failed(thrown, path)))
      done.catch(() => {})
      for await (const chunk of content)
        if (!stream.write(chunk))
          await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), done])
      stream.end()
      await done
    },
    remove: (path, { type }) =>
      careful<void>(path, (done) =>
        type === 'Folder' ? wrapper.rmdir(path, done) : wrapper.unlink(path, done),
      ),
    makeFolder: (path) => careful<void>(path, (done) => wrapper.mkdir(path, done)),
    rename: (from, to) => careful<void>(from, (done) => wrapper.rename(from, to, done)),
  }
  return {
    ...fileOperations(driver, 'SFTP'),
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      client.end()
      socket.destroySoon()
    },
  }
}
export default sftp

function entryOf(name: string, stats: Stats): FileEntry {
  const type = stats.isDirectory() ? 'Folder' : stats.isSymbolicLink() ? 'SymLink' : 'File'
  return { name, type, size: stats.size, time: new Date(stats.mtime * 1000) }
}

function keyFault(key: Buffer, wanted: string): Fault | undefined {
  const found = 'SHA256:' + createHash('sha256').update(key).digest('base64').replace(/=+$/, '')
  if (wanted.trim().replace(/=+$/, '') === found) return undefined
  return fault(
    'SFTP:HOST_KEY',
    `The key of the server is ${found}${wanted ? `, the connection has ${wanted.trim()}` : ''}.`,
    {
      hint: 'Compare it with the server’s own (ssh-keygen -lf), then write it into the connection.',
      data: { fingerprint: found },
    },
  )
}
