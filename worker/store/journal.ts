// The one way into the store: records go to the log and are flushed, then into the tables, then the caller is told. What
// comes while a write is under way goes together in the next one (group commit). A write that fails leaves no trace.
import { apply } from './apply.ts'
import { encodeFrame } from './frame.ts'
import { writeFault } from './home.ts'
import { joined, type LogFile } from './log-folder.ts'
import { encodeRecord, type StoreRecord } from './record.ts'
import type { Tables } from './tables.ts'

interface Waiting {
  records: StoreRecord[]
  done(): void
  failed(reason: unknown): void
}

export class Journal {
  readonly #tables: Tables
  readonly #log?: { name: string; file: LogFile }
  #seq = 0
  #waiting: Waiting[] = []
  #busy = false

  /** `log`: an empty file of this tab; absent where there is none. */
  constructor(tables: Tables, log?: { name: string; file: LogFile }) {
    this.#tables = tables
    this.#log = log
  }

  /** Resolves when the records are safe; they become visible together. Throws STORE:FULL or STORE:WRITE. */
  write(records: StoreRecord[]): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ records, done, failed })
      if (!this.#busy) void this.#commitAll()
    })
  }

  async #commitAll(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        await this.#commit(batch.flatMap((one) => one.records))
        for (const one of batch) one.done()
      } catch (error) {
        // One record that does not fit must not take others with it.
        if (batch.length > 1) for (const one of batch) await this.#commitOne(one)
        else batch[0]!.failed(writeFault(error))
      }
    }
    this.#busy = false
  }

  async #commitOne(one: Waiting): Promise<void> {
    try {
      await this.#commit(one.records)
      one.done()
    } catch (error) {
      one.failed(writeFault(error))
    }
  }

  async #commit(records: StoreRecord[]): Promise<void> {
    const size = this.#log?.file.size ?? 0
    const seq = this.#seq
    try {
      this.#log?.file.append(
        joined(...records.map((record) => encodeFrame({ ...encodeRecord(record), seq: this.#seq++ }))),
      )
      await this.#tables.transaction(async () => {
        for (const record of records) await apply(this.#tables, record)
        if (this.#log) await this.#tables.putApplied(this.#log.name, this.#log.file.size)
      })
    } catch (error) {
      this.#seq = seq
      this.#log?.file.truncate(size)
      throw error
    }
  }
}
