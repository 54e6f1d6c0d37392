// Log files in the browser's private file system, by synchronous access handles: the only writes there that survive a kill.
import type { LogFile, LogFolder } from './log-folder.ts'

const patience = 3_000

export class OpfsFolder implements LogFolder {
  readonly #folder: FileSystemDirectoryHandle

  private constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder
  }

  /** Rejects where OPFS or its synchronous handles are missing, as in some private windows. */
  static async open(): Promise<OpfsFolder> {
    const root = await navigator.storage.getDirectory()
    if (
      typeof FileSystemFileHandle === 'undefined' ||
      !('createSyncAccessHandle' in FileSystemFileHandle.prototype)
    ) {
      throw new Error('no synchronous file access here')
    }
    return new OpfsFolder(await root.getDirectoryHandle('weft', { create: true }))
  }

  async list(): Promise<string[]> {
    const names: string[] = []
    for await (const name of this.#folder.keys()) names.push(name)
    return names
  }

  async read(name: string): Promise<Uint8Array> {
    const handle = await this.#folder.getFileHandle(name)
    return new Uint8Array(await (await handle.getFile()).arrayBuffer())
  }

  async remove(name: string): Promise<void> {
    await whenLetGo(() => this.#folder.removeEntry(name))
  }

  async open(name: string): Promise<LogFile> {
    const handle = await this.#folder.getFileHandle(name, { create: true })
    return new OpfsFile(await whenLetGo(() => handle.createSyncAccessHandle()))
  }
}

/** The handle of a worker that has just died is let go a moment later. */
async function whenLetGo<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

class OpfsFile implements LogFile {
  readonly #handle: FileSystemSyncAccessHandle
  #size: number

  constructor(handle: FileSystemSyncAccessHandle) {
    this.#handle = handle
    this.#size = handle.getSize()
  }
  get size(): number {
    return this.#size
  }
  append(bytes: Uint8Array): void {
    const written = this.#handle.write(bytes as Uint8Array<ArrayBuffer>, { at: this.#size })
    this.#handle.flush()
    // A profile that is kept in memory says that all was written when it was not: only the file's size tells.
    const end = this.#handle.getSize()
    if (written < bytes.length || end !== this.#size + bytes.length) {
      throw new DOMException(`${end - this.#size} of ${bytes.length} bytes written`, 'QuotaExceededError')
    }
    this.#size = end
  }
  truncate(size: number): void {
    this.#handle.truncate(size)
    this.#handle.flush()
    this.#size = size
  }
  close(): void {
    this.#handle.close()
  }
}
