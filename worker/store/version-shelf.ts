// The versions of the apps: for each app a chain that only grows, its entries named by the content hash of the app.
import type { VersionRow } from '../api.ts'
import type { App } from '../model/app.ts'
import { contentHash } from '../model/content-hash.ts'
import type { StoreHome } from './home.ts'
import type { Journal } from './journal.ts'
import type { StoredVersion } from './tables.ts'

export class VersionShelf {
  readonly #home: StoreHome
  readonly #journal: Journal

  constructor(home: StoreHome, journal: Journal) {
    this.#home = home
    this.#journal = journal
  }

  async list(app: string): Promise<VersionRow[]> {
    return (await this.#home.tables.versions(app)).map(rowOf)
  }

  async load(app: string, hash: string): Promise<App | undefined> {
    const stored = await this.#home.tables.version(app, hash)
    return stored && (JSON.parse(stored.text) as App)
  }

  /** The same content is the same version, also when other versions came between. */
  async add(app: App, note: string, t?: number): Promise<{ row: VersionRow; isNew: boolean }> {
    const hash = await contentHash(app)
    const { locks, tables, now } = this.#home
    return locks.run(`weft:versions:${app.id}`, async () => {
      const known = await tables.version(app.id, hash)
      if (known) return { row: rowOf(known), isNew: false }
      const last = (await tables.versions(app.id)).at(-1)
      const parent = last && { parent: last.hash }
      const row: VersionRow = { app: app.id, n: (last?.n ?? 0) + 1, hash, ...parent, note, t: t ?? now() }
      await this.#journal.write([{ kind: 'version', ...row, text: JSON.stringify(app) }])
      return { row, isNew: true }
    })
  }
}

function rowOf({ app, n, hash, parent, note, t }: StoredVersion): VersionRow {
  return { app, n, hash, ...(parent !== undefined && { parent }), note, t }
}
