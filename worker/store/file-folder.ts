// Log files in a directory of Node (`--data DIR`): append, then fsync.
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { LogFile, LogFolder } from './log-folder.ts'

export class FileFolder implements LogFolder {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
    mkdirSync(path, { recursive: true, mode: 0o700 })
  }
  async list(): Promise<string[]> {
    return readdirSync(this.#path)
  }
  async read(name: string): Promise<Uint8Array> {
    return new Uint8Array(readFileSync(join(this.#path, name)))
  }
  async remove(name: string): Promise<void> {
    rmSync(join(this.#path, name), { force: true })
  }
  async open(name: string): Promise<LogFile> {
    const path = join(this.#path, name)
    const descriptor = openSync(path, 'a+', 0o600)
    let size = statSync(path).size
    return {
      get size() {
        return size
      },
      append(bytes, mayWait = false) {
        let done = 0
        while (done < bytes.length) done += writeSync(descriptor, bytes, done)
        // The system has them then; the next flush takes them to the disk.
        if (!mayWait) fsyncSync(descriptor)
        size += bytes.length
      },
      truncate(to) {
        ftruncateSync(descriptor, to)
        fsyncSync(descriptor)
        size = to
      },
      close() {
        closeSync(descriptor)
      },
    }
  }
}
