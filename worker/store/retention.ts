// Which ended runs go: the oldest beyond so many, and the oldest beyond so many bytes. What somebody pinned, what is under way and
// dead letters stay, and take none of the room.
import type { RunSummary } from '../model/event.ts'
import { retentionSetting, usualRetention, type Retention } from '../model/retention.ts'
import type { StoreHome } from './home.ts'
import type { Journal } from './journal.ts'
import { jsonText } from './json-text.ts'

/** So many runs have ended, or so many bytes of them were written, when old ones are looked for again; of many, a tenth of them. */
const tidyEvery = 200
const tidyEveryBytes = 16 * 1024 * 1024

/** `runs`: newest first. */
export function outlived(runs: Iterable<RunSummary>, { runs: most, bytes: room }: Retention): RunSummary[] {
  const gone: RunSummary[] = []
  let count = 0
  let bytes = 0
  for (const run of runs) {
    if (run.pinned || run.dead || run.outcome === 'running') continue
    count++
    bytes += run.bytes
    // The newest one stays, however large it is: somebody may be looking at it.
    if (count > most || (bytes > room && count > 1)) gone.push(run)
  }
  return gone
}

/** Knows how much there is of the runs that write, and lets the oldest ones go. */
export class RunRoom {
  readonly #home: StoreHome
  readonly #journal: Journal
  readonly #sizes = new Map<string, number>()
  #every = tidyEvery
  #ended = 0
  #endedBytes = 0

  readonly #gone: (app: string) => void

  /** `gone` is told the apps whose runs were let go. */
  constructor(home: StoreHome, journal: Journal, gone: (app: string) => void) {
    this.#home = home
    this.#journal = journal
    this.#gone = gone
  }

  /** Counts what is written of a run; the result is all there is of it. */
  async grown({ id, durable }: RunSummary, ...parts: object[]): Promise<number> {
    let size = this.#sizes.get(id)
    // A later life of a run goes on from what the earlier ones left.
    if (size === undefined) size = (durable?.epoch ?? 1) > 1 ? await this.#sizeOf(id) : 0
    for (const part of parts) size += jsonText(part).length
    this.#sizes.set(id, size)
    return size
  }

  ended(run: string): void {
    this.#endedBytes += this.#sizes.get(run) ?? 0
    this.#sizes.delete(run)
    if (++this.#ended >= this.#every || this.#endedBytes >= tidyEveryBytes) this.tidy()
  }

  /** When there is no room to write it down, the next time does. */
  tidy(): void {
    this.#ended = this.#endedBytes = 0
    void this.#tidy().catch(() => {})
  }

  async #tidy(): Promise<void> {
    const { tables, now } = this.#home
    const wanted = (await tables.setting(retentionSetting)) as Partial<Retention> | undefined
    const runs = (await tables.runs({ limit: Infinity })).map(({ summary }) => summary)
    const retention = { ...usualRetention, ...wanted }
    this.#every = Math.max(tidyEvery, retention.runs / 10)
    const gone = outlived(runs, retention)
    const t = now()
    if (gone.length === 0) return
    await this.#journal.write(gone.map(({ id }) => ({ kind: 'delete-run', t, run: id })))
    for (const app of new Set(gone.map((run) => run.app))) this.#gone(app)
  }

  async #sizeOf(run: string): Promise<number> {
    const { tables } = this.#home
    const [record, events, journal] = await Promise.all([
      tables.record(run),
      tables.events(run),
      tables.journal(run),
    ])
    return [...events, ...journal].reduce((sum, { text }) => sum + text.length, record?.length ?? 0)
  }
}
