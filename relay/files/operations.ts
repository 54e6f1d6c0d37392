// The operations that every file server has, over what its client can do. Names are data: they go to the server as they are,
// the relay itself writes no file.
import { fault, type Fault } from '../../worker/model/fault.ts'
import { mimeOfName } from '../../worker/model/mime.ts'
import { Entity, type Value } from '../../worker/model/value.ts'
import type { Arguments } from '../arguments.ts'
import type { Operation, Session, Stream } from '../session.ts'
import { dateTime, dictOf } from '../values.ts'
import { matcherOf } from './names.ts'

export interface FileEntry {
  name: string
  type: 'File' | 'Folder' | 'SymLink'
  target?: string
  size: number
  time: Date | undefined
}
export interface FileDriver {
  /** Undefined where there is none. */
  stat(path: string): Promise<FileEntry | undefined>
  list(folder: string): Promise<FileEntry[]>
  /** The content in pieces; the next one is read when it is asked for. */
  read(path: string, signal: AbortSignal): AsyncIterable<Uint8Array>
  write(path: string, content: AsyncIterable<Uint8Array>, append: boolean): Promise<void>
  remove(path: string, entry: FileEntry): Promise<void>
  /** The parent is there. */
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
}

const maxRead = 64 * 1024 * 1024
const MiB = 1024 * 1024
const mostEntries = 100_000
const deepest = 30

/** `code`: the namespace of the Faults, `FTP` or `SFTP`. */
export function fileOperations(driver: FileDriver, code: string): Pick<Session, 'operations' | 'streams'> {
  const failed = (name: string, message: string, hint: string): Fault =>
    fault(`${code}:${name}`, message, { hint })
  const there = async (path: string): Promise<FileEntry> =>
    (await driver.stat(path)) ??
    Promise.reject(failed('NOT_FOUND', `There is no ${path}.`, 'Check the path.'))
  const mustBeFree = async (path: string): Promise<void> => {
    if (await driver.stat(path))
      throw failed('EXISTS', `${path} is there already.`, 'Choose another name, or allow overwriting.')
  }
  const makeFolders = async (path: string): Promise<void> => {
    const parts = path.split('/').filter(Boolean)
    for (let i = 1; i <= parts.length; i++) {
      const one = (path.startsWith('/') ? '/' : '') + parts.slice(0, i).join('/')
      if (!(await driver.stat(one))) await driver.makeFolder(one)
    }
  }
  const write: Operation = async (values) => {
    const path = values.line('path')
    const mode = values.line('mode', 'OVERWRITE')
    if (values.flag('parents', true)) await makeFolders(parentOf(path))
    if (mode === 'CREATE_NEW') await mustBeFree(path)
    await driver.write(path, once(values.bytes('content')), mode === 'APPEND')
    return { payload: null }
  }
  const move: Operation = async (values) => {
    const [from, to] = [values.line('from'), values.line('to')]
    await there(from)
    const old = values.flag('overwrite') ? await driver.stat(to) : await mustBeFree(to)
    if (old) await driver.remove(to, old)
    await driver.rename(from, to)
    return { payload: null }
  }
  const list: Operation = async (values) => {
    const wanted = filterOf(values)
    const found: Value[] = []
    const visit = async (folder: string, depth: number): Promise<void> => {
      for (const entry of await driver.list(folder)) {
        const path = folder.replace(/\/$/, '') + '/' + entry.name
        if (found.length >= mostEntries)
          throw failed('TOO_MANY', `${folder} has more than ${mostEntries} entries.`, 'List a part of it.')
        if (wanted(entry)) found.push(entryValue(entry, path))
        if (values.flag('recursive') && entry.type === 'Folder' && depth < deepest)
          await visit(path, depth + 1)
      }
    }
    await visit(values.line('path', '/'), 0)
    return { payload: found }
  }
  return {
    operations: {
      read: async (values, { signal }) => {
        const path = values.line('path')
        const { size } = await there(path)
        const chunks: Uint8Array[] = []
        let got = 0
        if (values.number('stable', 0) > 0)
          await untilStable(driver, path, size, values.number('stable'), signal, failed)
        for await (const chunk of driver.read(path, signal)) {
          got += chunk.length
          if (got > maxRead)
            throw failed('TOO_LARGE', `${path} has more than ${maxRead} bytes.`, 'Use Read in parts.')
          chunks.push(chunk)
        }
        return { payload: new Entity(new Uint8Array(Buffer.concat(chunks)), mimeOfName(path)) }
      },
      write,
      delete: async (values) => {
        const path = values.line('path')
        await driver.remove(path, await there(path))
        return { payload: null }
      },
      mkdir: async (values) => {
        const path = values.line('path')
        await mustBeFree(path)
        await makeFolders(path)
        return { payload: null }
      },
      copy: async (values, { signal }) => {
        const [from, to] = [values.line('from'), values.line('to')]
        const { size } = await there(from)
        if (!values.flag('overwrite')) await mustBeFree(to)
        if (size > maxRead)
          throw failed('TOO_LARGE', `${from} has more than ${maxRead} bytes.`, 'Read and write it in parts.')
        const chunks: Uint8Array[] = []
        for await (const chunk of driver.read(from, signal)) chunks.push(chunk)
        await driver.write(to, once(new Uint8Array(Buffer.concat(chunks))), false)
        return { payload: null }
      },
      move,
      list,
    },
    streams: { 'read-parts': parts(driver, there) },
  }
}

/** A large file piece by piece: each piece has `size` MiB, the last one the rest. */
function parts(driver: FileDriver, there: (path: string) => Promise<FileEntry>): Stream {
  return async function* (values, { signal }) {
    const path = values.line('path')
    const { size: total } = await there(path)
    const size = Math.min(Math.max(1, values.number('size', 8)), 32) * MiB
    let held: Uint8Array[] = []
    let count = 0
    let offset = 0
    const cut = (): { payload: Value; attributes: Value } => {
      const all = Buffer.concat(held)
      const part = new Uint8Array(all.subarray(0, size))
      held = [all.subarray(size)]
      count -= part.length
      const attributes = dictOf({ offset, size: total, last: offset + part.length >= total })
      offset += part.length
      return { payload: part, attributes }
    }
    for await (const chunk of driver.read(path, signal)) {
      held.push(chunk)
      count += chunk.length
      while (count >= size) yield cut()
    }
    if (count > 0) yield cut()
  }
}

async function untilStable(
  driver: FileDriver,
  path: string,
  before: number,
  seconds: number,
  signal: AbortSignal,
  failed: (name: string, message: string, hint: string) => Fault,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(seconds, 60) * 1000)
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true })
  })
  const now = await driver.stat(path)
  if (now?.size !== before)
    throw failed(
      'CHANGING',
      `${path} is still being written.`,
      'Try again later, e.g. with Until Successful.',
    )
}

function filterOf(values: Arguments): (entry: FileEntry) => boolean {
  const name = matcherOf(values.text('name', ''), values.line('nameKind', 'wildcard'))
  const types = values.texts('types')
  const [min, max] = [values.number('minSize', 0), values.number('maxSize', Infinity)]
  const since = values.has('since') ? new Date(values.text('since')).getTime() : -Infinity
  return (entry) =>
    name(entry.name) &&
    (types.length === 0 || types.includes(entry.type)) &&
    (entry.type !== 'File' || (entry.size >= min && entry.size <= max)) &&
    (since === -Infinity || (entry.time?.getTime() ?? -Infinity) > since)
}

function entryValue({ name, type, target, size, time }: FileEntry, path: string): Value {
  return dictOf({
    Name: name,
    Type: type,
    Target: target ?? null,
    Size: size,
    Time: time ? dateTime(time) : null,
    PathName: path,
  })
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
