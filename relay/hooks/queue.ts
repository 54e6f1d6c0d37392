// Webhooks that wait for their studio, on disk: a file each, named by its turn. One is there when its file and the folder's entry
// are flushed, and gone when its file is: a kill at any moment leaves whole files only.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs'
import { open, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../../worker/model/fault.ts'

/** A request as it came; its body stands behind it in the file. */
export interface StoredHead {
  /** Names the request: what its sender got, and what a log says. */
  id: string
  /** When it came, milliseconds since the epoch. */
  at: number
  method: string
  url: string
  path: string
  headers: [string, string][]
  remote: string
}
export interface StoredRequest {
  head: StoredHead
  body: Uint8Array
}
export interface QueueLimits {
  /** Waiting requests and dead letters together. */
  messages: number
  bytes: number
}
interface Entry {
  name: string
  bytes: number
}

export class HookQueue {
  readonly #folder: string
  readonly #limits: QueueLimits
  #waiting: Entry[] = []
  #dead: Entry[] = []
  #turn = 0
  /** Of those that are being written too. */
  #bytes = 0
  #count = 0
  #written: Promise<unknown> = Promise.resolve()

  /** `folder` is made when it is not there. */
  constructor(folder: string, limits: QueueLimits) {
    this.#folder = folder
    this.#limits = limits
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(folder).sort()) {
      const entry = { name, bytes: statSync(join(folder, name)).size }
      if (name.endsWith('.hook')) this.#waiting.push(entry)
      else if (name.endsWith('.dead')) this.#dead.push(entry)
      else unlinkSync(join(folder, name))
      this.#turn = Math.max(this.#turn, Number.parseInt(name, 10) || 0)
    }
    this.#count = this.#waiting.length + this.#dead.length
    for (const { bytes } of [...this.#waiting, ...this.#dead]) this.#bytes += bytes
  }

  get waiting(): number {
    return this.#waiting.length
  }
  get dead(): number {
    return this.#dead.length
  }
  get bytes(): number {
    return this.#bytes
  }

  /** Resolves when it is on disk, behind all that came before it. Throws HOOK:FULL. */
  async add({ head, body }: StoredRequest): Promise<void> {
    const line = Buffer.from(JSON.stringify(head) + '\n')
    const entry: Entry = {
      name: `${String(++this.#turn).padStart(12, '0')}.hook`,
      bytes: line.length + body.length,
    }
    if (this.#count >= this.#limits.messages || this.#bytes + entry.bytes > this.#limits.bytes)
      throw fault('HOOK:FULL', 'The queue of this webhook has no room.', {
        hint: 'Open the studio that runs the app: it takes what waits.',
      })
    this.#count++
    this.#bytes += entry.bytes
    const [before, writing] = [this.#written, this.#write(entry.name, [line, body])]
    const turn = before.then(() => writing)
    this.#written = turn.catch(() => {})
    try {
      await turn
    } catch (thrown) {
      this.#count--
      this.#bytes -= entry.bytes
      throw thrown
    }
    this.#waiting.push(entry)
  }

  /** The oldest that waits, with the name to settle it by. Undefined: none. */
  async first(): Promise<(StoredRequest & { name: string }) | undefined> {
    const [entry] = this.#waiting
    if (!entry) return undefined
    const bytes = await readFile(join(this.#folder, entry.name))
    const end = bytes.indexOf(10)
    return {
      name: entry.name,
      head: JSON.parse(bytes.toString('utf8', 0, end)) as StoredHead,
      body: new Uint8Array(bytes.subarray(end + 1)),
    }
  }

  /** It is done. */
  async remove(name: string): Promise<void> {
    await unlink(join(this.#folder, name))
    const at = this.#waiting.findIndex((one) => one.name === name)
    if (at < 0) return
    this.#forget(this.#waiting.splice(at, 1))
  }

  /** Its flow failed as often as is allowed: kept apart, for a hand to decide. */
  async bury(name: string): Promise<void> {
    const at = this.#waiting.findIndex((one) => one.name === name)
    if (at < 0) return
    const buried = name.replace(/hook$/, 'dead')
    await rename(join(this.#folder, name), join(this.#folder, buried))
    await this.#flushFolder()
    const [entry] = this.#waiting.splice(at, 1)
    this.#dead.push({ ...entry!, name: buried })
  }

  /** The dead letters wait again, at their old turns. */
  async revive(): Promise<void> {
    for (const entry of this.#dead.splice(0)) {
      const name = entry.name.replace(/dead$/, 'hook')
      await rename(join(this.#folder, entry.name), join(this.#folder, name))
      this.#waiting.push({ ...entry, name })
    }
    this.#waiting.sort((a, b) => (a.name < b.name ? -1 : 1))
    await this.#flushFolder()
  }

  /** Throws the dead letters away. */
  async clear(): Promise<void> {
    const gone = this.#dead.splice(0)
    for (const { name } of gone) await unlink(join(this.#folder, name))
    this.#forget(gone)
  }

  #forget(gone: Entry[]): void {
    for (const { bytes } of gone) {
      this.#count--
      this.#bytes -= bytes
    }
  }

  async #write(name: string, parts: Uint8Array[]): Promise<void> {
    const unfinished = join(this.#folder, `${randomBytes(6).toString('hex')}.new`)
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writev(parts)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(unfinished, join(this.#folder, name))
    await this.#flushFolder()
  }

  async #flushFolder(): Promise<void> {
    if (!existsSync(this.#folder)) return
    const folder = await open(this.#folder, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  }
}
