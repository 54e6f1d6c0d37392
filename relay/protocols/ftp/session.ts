// FTP by basic-ftp. The data connection goes to the host of the control connection, whatever address the server names.
import { PassThrough, Readable } from 'node:stream'
import { isIP } from 'node:net'
import { Client, enterPassiveModeIPv6, FileType, FTPError } from 'basic-ftp'
import { fault, isFault } from '../../../worker/model/fault.ts'
import { connectFault } from '../../failures.ts'
import { fileOperations, type FileDriver, type FileEntry } from '../../files/operations.ts'
import type { Protocol } from '../../session.ts'

const patience = 60_000

const ftp: Protocol = async (connection, world) => {
  const security = connection.line('security', 'none')
  const at = { host: connection.line('host'), port: connection.number('port', 21) }
  const { address, host, port } = await world.dialer.check(at)
  const client = new Client(patience)
  client.ftp.encoding = connection.line('encoding', 'utf8') === 'latin1' ? 'latin1' : 'utf8'
  // EPSV names a port only, so the data connection goes to the host that was checked (RFC 2428).
  client.prepareTransfer = enterPassiveModeIPv6
  const request = client.ftp.request.bind(client.ftp)
  client.ftp.request = async (command) => {
    const answer = await request(command)
    // As the client reads it.
    const named = command === 'EPSV' && /[|!]{3}(.+)[|!]/.exec(answer.message)
    if (named) world.dialer.checkNamed({ host, port: parseInt(named[1]!, 10) })
    return answer
  }
  let isIn = false
  const failed = (thrown: unknown) => {
    if (isFault(thrown)) return thrown
    if (!(thrown instanceof FTPError)) return connectFault(thrown, at, isIn ? 'LOST' : 'REFUSED')
    const { code, message } = thrown
    const name = code === 530 ? 'AUTH' : code === 550 ? (/permission|denied/i.test(message) ? 'DENIED' : 'NOT_FOUND') : code === 553 ? 'DENIED' : 'ERROR' // prettier-ignore
    return fault(`FTP:${name}`, `FTP ${message}`, { data: { status: code } })
  }
  const careful = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (thrown) {
      throw failed(thrown)
    }
  }
  try {
    await careful(async () => {
      await client.access({
        host: address,
        port,
        user: connection.line('user', 'anonymous'),
        password: connection.line('password', 'guest'),
        secure: security === 'implicit' ? 'implicit' : security === 'explicit',
        secureOptions: {
          minVersion: 'TLSv1.2',
          host,
          ...(isIP(host) === 0 && { servername: host }),
          ...(connection.has('ca') && { ca: connection.text('ca') }),
        },
      })
      isIn = true
      if (connection.line('type', 'binary') === 'ascii') await client.send('TYPE A')
    })
  } catch (thrown) {
    client.close()
    throw thrown
  }

  const list = async (folder: string): Promise<FileEntry[]> =>
    (await careful(() => client.list(folder))).map((info) => ({
      name: info.name,
      type:
        info.type === FileType.Directory
          ? 'Folder'
          : info.type === FileType.SymbolicLink
            ? 'SymLink'
            : 'File',
      ...(info.link && { target: info.link }),
      size: info.size,
      time: info.modifiedAt ?? dateOf(info.rawModifiedAt),
    }))
  const driver: FileDriver = {
    list,
    async stat(path) {
      const name = path.replace(/\/+$/, '').split('/').at(-1)!
      if (name === '') return { name: '/', type: 'Folder', size: 0, time: undefined }
      const parent = path.replace(/\/+$/, '').slice(0, -name.length) || '.'
      const entries = await list(parent).catch((thrown) => {
        if (isFault(thrown) && thrown.code === 'FTP:NOT_FOUND') return []
        throw thrown
      })
      return entries.find((entry) => entry.name === name)
    },
    async *read(path, signal) {
      const through = new PassThrough({ highWaterMark: 1024 * 1024 })
      const stop = (): void => client.close()
      signal.addEventListener('abort', stop, { once: true })
      let isDone = false
      const loading = careful(() => client.downloadTo(through, path)).then(
        () => void (isDone = true),
        (failure: unknown) => void through.destroy(Object.assign(new Error('failed'), { failure })),
      )
      try {
        for await (const chunk of through as AsyncIterable<Buffer>) yield chunk
        await loading
      } catch (thrown) {
        throw (thrown as { failure?: unknown }).failure ?? failed(thrown)
      } finally {
        signal.removeEventListener('abort', stop)
        // Whoever stops early leaves a transfer behind: the connection is of no more use.
        if (!isDone) client.close()
      }
    },
    async write(path, content, append) {
      const source = Readable.from(content)
      await careful(() => (append ? client.appendFrom(source, path) : client.uploadFrom(source, path)))
    },
    remove: (path, { type }) =>
      careful(
        async () => void (await (type === 'Folder' ? client.removeEmptyDir(path) : client.remove(path))),
      ),
    makeFolder: (path) => careful(async () => void (await client.send(`MKD ${path}`))),
    rename: (from, to) => careful(async () => void (await client.rename(from, to))),
  }
  return {
    ...fileOperations(driver, 'FTP'),
    isOpen: () => !client.closed,
    close: async () => client.close(),
  }
}
export default ftp

/** Without MLSD a listing has times as text. */
function dateOf(text: string): Date | undefined {
  const date = new Date(/\d{4}/.test(text) ? text : `${text} ${new Date().getFullYear()}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
