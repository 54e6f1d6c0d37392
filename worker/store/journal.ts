// The one way into the store: records go to the log and are flushed, then into the tables, then the caller is told. What
// comes while a write is under way goes together in the next one (group commit). A write that fails leaves no trace.
import { applyAll } from './apply.ts'
import { FrameBatch } from './frame.ts'
import { writeFault } from './home.ts'
import type { LogFile } from './log-folder.ts'
import { writeRecord, type StoreRecord } from './record.ts'
import type { Tables } from './tables.ts'

interface Waiting {
  records: StoreRecord[]
  mayWait: boolean
  done(): void
  failed(reason: unknown): void
}

/** A log of this size is folded into a base; again when it has grown by as much. */
const checkpointBytes = 16 * 1024 * 1024

export class Journal {
  readonly #tables: Tables
  readonly #log?: { name: string; file: LogFile }
  #seq = 0
  #waiting: Waiting[] = []
  #busy = false
  #checkpointAt = checkpointBytes
  readonly #checkpoint?: () => Promise<void>

  /** `log`: an empty file of this tab; absent where there is none. `checkpoint` empties it when it has grown large. */
  constructor(tables: Tables, log?: { name: string; file: LogFile }, checkpoint?: () => Promise<void>) {
    this.#tables = tables
    this.#log = log
    this.#checkpoint = checkpoint
  }

  /**
   * Resolves when the records are safe; they become visible together. `mayWait`: nothing is promised to anybody by them, so that a loss of
   * power may take them, though no kill. Throws STORE:FULL or STORE:WRITE.
   */
  write(records: StoreRecord[], mayWait = false): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ records, mayWait, done, failed })
      if (!this.#busy) void this.#commitAll()
    })
  }

  async #commitAll(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        await this.#commit(
          batch.flatMap((one) => one.records),
          batch.every((one) => one.mayWait),
        )
        for (const one of batch) one.done()
      } catch (error) {
        // One record that does not fit must not take others with it.
        if (batch.length > 1) for (const one of batch) await this.#commitOne(one)
        else batch[0]!.failed(writeFault(error))
      }
      await this.#shorten()
    }
    this.#busy = false
  }

  /** Nothing else is written meanwhile. When it fails (no room), the log goes on as it is. */
  async #shorten(): Promise<void> {
    if (!this.#log || !this.#checkpoint || this.#log.file.size < this.#checkpointAt) return
    try {
      await this.#checkpoint()
    } catch {
      this.#checkpointAt = this.#log.file.size + checkpointBytes
    }
    if (this.#log.file.size > 0) return
    this.#seq = 0
    this.#checkpointAt = checkpointBytes
  }

  async #commitOne(one: Waiting): Promise<void> {
    try {
      await this.#commit(one.records, one.mayWait)
      one.done()
    } catch (error) {
      one.failed(writeFault(error))
    }
  }

  async #commit(records: StoreRecord[], mayWait: boolean): Promise<void> {
    const size = this.#log?.file.size ?? 0
    const seq = this.#seq
    try {
      this.#log?.file.append(this.#framesOf(records), mayWait)
      await this.#tables.transaction(async () => {
        await applyAll(this.#tables, records)
        if (this.#log) await this.#tables.putApplied(this.#log.name, this.#log.file.size)
      })
    } catch (error) {
      this.#seq = seq
      this.#log?.file.truncate(size)
      throw error
    }
  }
  #framesOf(records: StoreRecord[]): Uint8Array {
    for (const record of records) {
      const { type, numbers, text } = writeRecord(record)
      this.#frames.add(type, this.#seq++, numbers, text)
    }
    return this.#frames.take()
  }
  readonly #frames = new FrameBatch()
}
