// Which folder of this computer stands behind a name: chosen by a person in the page, kept in this browser, read in the worker.
import { BrowserTable } from '../../../worker/model/browser-table.ts'

type Folder = FileSystemDirectoryHandle

const folders = new BrowserTable('weft-folders', 'folders')

/** Undefined where none was chosen. */
export async function chosenFolder(name: string): Promise<Folder | undefined> {
  if (typeof indexedDB === 'undefined') return undefined
  return await folders.read<Folder>(name)
}

/** Remembers or, with `undefined`, forgets. */
export async function chooseFolder(name: string, folder: Folder | undefined): Promise<void> {
  await folders.write(name, folder)
}
