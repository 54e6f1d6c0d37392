// Files by the platform's file system handles: those of a folder that a person chose, or of the browser's private one.
import type { Arguments } from '../../../relay/arguments.ts'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { mimeOfName } from '../../../worker/model/mime.ts'
import { DateTime, Entity, type Value } from '../../../worker/model/value.ts'
import type { PageProtocol } from '../../protocol-link.ts'
import { wireOf } from '../../protocol-fields.ts'
import { chosenFolder } from './chosen-folder.ts'

const maxBytes = 64 * 1024 * 1024
const maxListed = 10_000
const deepest = 32

type Folder = FileSystemDirectoryHandle
/** Of the File System Access draft, which the types do not have yet. */
type Asked = Folder & { queryPermission(what: { mode: 'readwrite' }): Promise<PermissionState> }

const files: PageProtocol = async (connection) => {
  const root = await rootOf(connection.line('folder', 'files'))
  return {
    operations: {
      read: async (values) => guarded(() => read(root, values)),
      write: async (values) => guarded(() => write(root, values)),
      list: async (values) => guarded(() => list(root, values)),
      delete: async (values) =>
        guarded(async () => {
          const { folder, name } = await placeOf(root, values.text('path'), false)
          await folder.removeEntry(name, { recursive: true })
          return {}
        }),
      'create-folder': async (values) =>
        guarded(async () => {
          await folderAt(root, namesOf(values.text('path')), true)
          return {}
        }),
    },
    isOpen: () => true,
    close: async () => {},
  }
}
export default files

/** A folder that was chosen for the name; else one of that name in the private file system. */
async function rootOf(name: string): Promise<Folder> {
  const chosen = await chosenFolder(name)
  if (chosen) {
    const granted = await (chosen as Asked).queryPermission({ mode: 'readwrite' })
    if (granted === 'granted') return chosen
    throw fault('FILES:PERMISSION', `The browser has to be asked again for the folder ${chosen.name}.`, {
      hint: 'Open the connection and choose the folder again.',
    })
  }
  if (typeof navigator === 'undefined' || !('storage' in navigator) || !('getDirectory' in navigator.storage))
    throw fault('FILES:PLACE', 'There is no file system here.', {
      hint: 'Open Weft in a browser window that is not private.',
    })
  return await folderAt(await navigator.storage.getDirectory(), ['weft-files', ...namesOf(name)], true)
}

async function read(root: Folder, values: Arguments) {
  const { folder, name, path } = await placeOf(root, values.text('path'), false)
  const file = await (await folder.getFileHandle(name)).getFile()
  if (file.size > maxBytes)
    throw fault('FILES:TOO_LARGE', `${path} has ${file.size} bytes; 64 MiB go.`, { hint: 'Split it.' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mime = values.line('contentType', '') || mimeOfName(name)
  return { payload: new Entity(bytes, mime, 'utf-8'), attributes: rowOf(file, path) }
}

async function write(root: Folder, values: Arguments) {
  const { folder, name, path } = await placeOf(root, values.text('path'), true)
  const mode = values.text('mode', 'overwrite')
  const { bytes } = wireOf(values.value('content'))
  if (mode === 'create-new' && (await isThere(folder, name)))
    throw fault('FILES:EXISTS', `${path} is there already.`, { hint: 'Choose “overwrite”, or another name.' })
  const handle = await folder.getFileHandle(name, { create: true })
  const appends = mode === 'append'
  // Takes effect when it is closed: a reader never sees half a file.
  const writable = await handle.createWritable({ keepExistingData: appends })
  try {
    if (appends) await writable.seek((await handle.getFile()).size)
    await writable.write(bytes as Uint8Array<ArrayBuffer>)
    await writable.close()
  } catch (thrown) {
    await writable.abort().catch(() => {})
    throw thrown
  }
  return {}
}

async function list(root: Folder, values: Arguments) {
  const base = namesOf(values.text('path', ''), true)
  const pattern = patternOf(values.text('name', '') || '*')
  const recursive = values.flag('recursive')
  const found: [string, Value][] = []
  const look = async (folder: Folder, names: string[]): Promise<void> => {
    for await (const [name, handle] of folder.entries()) {
      const path = [...names, name].join('/')
      if (pattern.test(name)) {
        if (found.length >= maxListed)
          throw fault('FILES:TOO_MANY', `The folder has more than ${maxListed} files.`, {
            hint: 'List by name.',
          })
        const row = handle.kind === 'file' ? rowOf(await handle.getFile(), path) : rowOf(handle, path)
        found.push([path, row])
      }
      if (recursive && handle.kind === 'directory' && names.length < deepest)
        await look(handle, [...names, name])
    }
  }
  await look(await folderAt(root, base, false), base)
  return { payload: found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row) }
}

function rowOf(one: File | Folder, path: string): Map<Value, Value> {
  const isFile = 'size' in one
  return new Map<Value, Value>([
    ['Name', one.name],
    ['Type', isFile ? 'File' : 'Folder'],
    ['Size', isFile ? one.size : 0],
    ['Time', isFile ? new DateTime(new Date(one.lastModified).toISOString().replace(/\.(\d+)Z$/, '.$1000+00:00')) : null], // prettier-ignore
    ['PathName', path],
  ])
}

/** Names between slashes. Throws FILES:PATH for `..` and what no file system takes. */
function namesOf(path: string, mayBeEmpty = false): string[] {
  const names = path.split(/[/\\]/).filter((name) => name !== '' && name !== '.')
  const isBad = (name: string): boolean => name === '..' || name.length > 255 || /[\x00-\x1f]/.test(name)
  if ((names.length === 0 && !mayBeEmpty) || names.length > deepest || names.some(isBad))
    throw fault('FILES:PATH', `${JSON.stringify(path.slice(0, 120))} is no path inside the folder.`, {
      hint: 'Write names with / between them: orders/2026.csv',
    })
  return names
}

async function folderAt(root: Folder, names: string[], create: boolean): Promise<Folder> {
  let folder = root
  for (const name of names) folder = await folder.getDirectoryHandle(name, { create })
  return folder
}
async function placeOf(
  root: Folder,
  text: string,
  create: boolean,
): Promise<{ folder: Folder; name: string; path: string }> {
  const names = namesOf(text)
  const folder = await folderAt(root, names.slice(0, -1), create)
  return { folder, name: names.at(-1)!, path: names.join('/') }
}
async function isThere(folder: Folder, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name)
    return true
  } catch (thrown) {
    if ((thrown as Error).name === 'NotFoundError') return false
    throw thrown
  }
}
function patternOf(text: string): RegExp {
  const escaped = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${escaped}$`, 'iu')
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw isFault(thrown) ? thrown : told(thrown as Error)
  }
}
function told({ name, message }: Error): Fault {
  if (name === 'NotFoundError') return fault('FILES:NOT_FOUND', 'There is no such file or folder.', { hint: 'List the folder to see what there is.' }) // prettier-ignore
  if (name === 'TypeMismatchError') return fault('FILES:NOT_FOUND', 'The path is a folder where a file is wanted, or the other way round.', { hint: 'List the folder to see what there is.' }) // prettier-ignore
  if (name === 'NotAllowedError') return fault('FILES:PERMISSION', 'The browser does not let Weft do this in the folder.', { hint: 'Choose the folder again in the connection.' }) // prettier-ignore
  if (name === 'QuotaExceededError') return fault('FILES:FULL', 'There is no more room.', { hint: 'Delete something.' }) // prettier-ignore
  return fault('FILES:FAILED', `The file system failed: ${message}.`, { hint: 'Try it again.' })
}
