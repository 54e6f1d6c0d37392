// Where log files live: OPFS in a browser (opfs-folder.ts), a directory in Node (file-folder.ts), memory in tests.
import { joined } from '../model/bytes.ts'

export interface LogFolder {
  list(): Promise<string[]>
  read(name: string): Promise<Uint8Array>
  /** Opens a file for writing, for this process or worker alone; makes it when missing. */
  open(name: string): Promise<LogFile>
  remove(name: string): Promise<void>
}

export interface LogFile {
  readonly size: number
  /**
   * Adds bytes at the end and returns when they are as safe as the home can make them; with `mayWait`, when they outlive this process,
   * where that is less work. Throws when there is no room.
   */
  append(bytes: Uint8Array, mayWait?: boolean): void
  /** Cuts the file, safely too. */
  truncate(size: number): void
  close(): void
}

export class MemoryFolder implements LogFolder {
  readonly files = new Map<string, Uint8Array>()
  /** Bytes that all files may take together. */
  room = Infinity

  async list(): Promise<string[]> {
    return [...this.files.keys()]
  }
  async read(name: string): Promise<Uint8Array> {
    return this.files.get(name) ?? new Uint8Array()
  }
  async remove(name: string): Promise<void> {
    this.files.delete(name)
  }
  async open(name: string): Promise<LogFile> {
    const { files } = this
    const isFull = (more: number): boolean =>
      [...files.values()].reduce((sum, f) => sum + f.length, more) > this.room
    if (!files.has(name)) files.set(name, new Uint8Array())
    return {
      get size() {
        return files.get(name)!.length
      },
      append(bytes) {
        const old = files.get(name)!
        if (isFull(bytes.length)) {
          files.set(name, joined([old, bytes.subarray(0, bytes.length >> 1)]))
          throw new DOMException('no room', 'QuotaExceededError')
        }
        files.set(name, joined([old, bytes]))
      },
      truncate(size) {
        files.set(name, files.get(name)!.slice(0, size))
      },
      close() {},
    }
  }
}
