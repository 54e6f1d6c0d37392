// Webhooks that wait for their studio, on disk, sealed: a file each, named by its turn and by the key of who can read it. One is there
// when its file and the folder's entry are flushed, and gone when its file is: a kill at any moment leaves whole files only.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs'
import { open, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../../worker/model/fault.ts'

export interface QueueLimits {
  /** Waiting requests and dead letters together. */
  messages: number
  bytes: number
}
interface Entry {
  name: string
  bytes: number
}
const readerOf = ({ name }: Entry): string => name.replace(/^\d+-|\.\w+$/g, '')

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

  /** Something waits that one of these can read. */
  waitsFor(readers: string[]): boolean {
    return this.#waiting.some((one) => readers.includes(readerOf(one)))
  }
  /** How many only others than this one can read, dead letters too. */
  foreignOf(reader: string): number {
    return [...this.#waiting, ...this.#dead].filter((one) => readerOf(one) !== reader).length
  }

  /** Resolves when it is on disk, behind all that came before it. Throws HOOK:FULL. */
  async add(reader: string, content: Promise<Uint8Array>): Promise<void> {
    const name = `${String(++this.#turn).padStart(12, '0')}-${reader}.hook`
    const before = this.#written
    const turn = this.#add(name, content, before)
    this.#written = turn.catch(() => {})
    await turn
  }

  async #add(name: string, content: Promise<Uint8Array>, before: Promise<unknown>): Promise<void> {
    const sealed = await content
    const entry: Entry = { name, bytes: sealed.length }
    if (this.#count >= this.#limits.messages || this.#bytes + entry.bytes > this.#limits.bytes)
      throw fault('HOOK:FULL', 'The queue of this webhook has no room.', {
        hint: 'Open the studio that runs the app: it takes what waits.',
      })
    this.#count++
    this.#bytes += entry.bytes
    try {
      const writing = this.#write(name, sealed)
      writing.catch(() => {})
      await before
      await writing
    } catch (thrown) {
      this.#forget([entry])
      throw thrown
    }
    this.#waiting.push(entry)
  }

  /** The oldest that one of these can read, with the name to settle it by. Undefined: none. */
  async first(readers: string[]): Promise<{ name: string; reader: string; sealed: Uint8Array } | undefined> {
    const entry = this.#waiting.find((one) => readers.includes(readerOf(one)))
    if (!entry) return undefined
    const sealed = new Uint8Array(await readFile(join(this.#folder, entry.name)))
    return { name: entry.name, reader: readerOf(entry), sealed }
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

  /** Throws away what only others than this one can read. */
  async clearForeign(reader: string): Promise<void> {
    const isForeign = (one: Entry): boolean => readerOf(one) !== reader
    const gone = [...this.#waiting, ...this.#dead].filter(isForeign)
    this.#waiting = this.#waiting.filter((one) => !isForeign(one))
    this.#dead = this.#dead.filter((one) => !isForeign(one))
    for (const { name } of gone) await unlink(join(this.#folder, name))
    this.#forget(gone)
  }

  #forget(gone: Entry[]): void {
    for (const { bytes } of gone) {
      this.#count--
      this.#bytes -= bytes
    }
  }

  async #write(name: string, content: Uint8Array): Promise<void> {
    const unfinished = join(this.#folder, `${randomBytes(6).toString('hex')}.new`)
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(content)
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
