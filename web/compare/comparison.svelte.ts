// What the compare dialog compares: two sides out of the draft, versions, other apps and files; their differences; and, where
// the first side is the draft, which of them are taken over into it.
import type { VersionRow } from '../../worker/api.ts'
import { differences, type Difference } from '../../worker/compare/difference.ts'
import { distance, sides, taken, type Side } from '../../worker/compare/merge.ts'
import type { App } from '../../worker/model/app.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import { apps } from '../state/apps.svelte.ts'
import type { Editor } from '../state/editor.svelte.ts'
import { compareWords } from './words.ts'

export interface Choice {
  /** `draft`, `version:<hash>`, `app:<id>`, `file:<n>`. */
  key: string
  label: string
  group: 'here' | 'apps' | 'files'
}
export interface Compared {
  from: App
  to: App
  list: Difference[]
  /** Who made each, where a common ancestor is known. */
  who?: Map<string, Side>
  base?: string
}

/** Earlier states of the draft that may be the common ancestor; older ones are not looked at. */
const mostStates = 60

export class Comparison {
  readonly #editor: Editor
  readonly #files: { name: string; app: App }[] = []
  #turn = 0

  versions = $state.raw<VersionRow[]>([])
  fileNames = $state.raw<string[]>([])
  from = $state('draft')
  to = $state('draft')
  compared = $state.raw<Compared>()
  chosen = $state.raw<ReadonlySet<string>>(new Set())
  trouble = $state.raw<Fault>()

  constructor(editor: Editor, from: string, to: string) {
    this.#editor = editor
    this.from = from
    this.to = to
  }

  get choices(): Choice[] {
    const t = compareWords()
    const own = this.#editor.document.app.id
    return [
      { key: 'draft', label: t.draft, group: 'here' },
      ...this.versions.map(({ hash, n, note }): Choice => ({ key: `version:${hash}`, label: t.version(n, note), group: 'here' })), // prettier-ignore
      ...(apps.rows ?? []).filter(({ id }) => id !== own).map(({ id, name }): Choice => ({ key: `app:${id}`, label: t.otherApp(name), group: 'apps' })), // prettier-ignore
      ...this.fileNames.map((name, n): Choice => ({ key: `file:${n}`, label: t.file(name), group: 'files' })),
    ]
  }
  /** Differences can be taken over into the draft. */
  get merges(): boolean {
    return this.from === 'draft' && this.to !== 'draft'
  }

  async load(): Promise<void> {
    const { store, document } = this.#editor
    this.versions = (await store.versions(document.app.id)).reverse()
    if (this.to === 'draft' && this.from === 'draft') this.to = this.#likelyOther()
  }
  /** The newest version, else the app this one was forked from. */
  #likelyOther(): string {
    const newest = this.versions[0]
    const origin = this.#editor.document.app.cameFrom?.id
    if (newest) return `version:${newest.hash}`
    const other = apps.rows?.find(({ id }) => id === origin)
    return other ? `app:${other.id}` : 'draft'
  }

  addFile(name: string, app: App): void {
    this.#files.push({ name, app })
    this.fileNames = this.#files.map((file) => file.name)
    this.to = `file:${this.#files.length - 1}`
    this.from = 'draft'
  }

  swap(): void {
    const { from, to } = this
    this.from = to
    this.to = from
  }

  /** Reads both sides and compares them. */
  async compare(from: string, to: string, draft: App): Promise<void> {
    const turn = ++this.#turn
    this.trouble = undefined
    try {
      const [a, b] = await Promise.all([this.#app(from, draft), this.#app(to, draft)])
      if (turn !== this.#turn || !a || !b) return
      const list = differences(a, b)
      const ancestor = from === 'draft' && list.length > 0 ? await this.#ancestor(a, b) : undefined
      if (turn !== this.#turn) return
      const who = ancestor && sides(ancestor.app, a, b)
      this.chosen = new Set(list.filter(({ id }) => who?.get(id) === 'theirs').map(({ id }) => id))
      this.compared = { from: a, to: b, list, ...(who && { who, base: ancestor.label }) }
    } catch (thrown) {
      if (turn === this.#turn) this.trouble = toFault(thrown)
    }
  }

  choose(ids: readonly string[], to: boolean): void {
    const next = new Set(this.chosen)
    for (const id of ids)
      if (to) next.add(id)
      else next.delete(id)
    this.chosen = next
  }

  /** Takes what is chosen over into the draft; one entry of its history. */
  take(): number {
    const { compared, chosen } = this
    if (!compared) return 0
    const { to } = compared
    this.#editor.document.edit(compareWords().mergedLabel, (now) => taken(now, to, chosen))
    return chosen.size
  }

  async #app(key: string, draft: App): Promise<App | undefined> {
    const [kind, name] = key.split(':') as [string, string]
    const { store } = this.#editor
    if (kind === 'version') return store.loadVersion(draft.id, name)
    if (kind === 'app') return (await store.loadApp(name))?.app
    if (kind === 'file') return this.#files[Number(name)]?.app
    return draft
  }

  /**
   * The state of ours that is nearest to theirs is taken for the one they began with. A version of our own is itself an ancestor
   * only when it is to be brought back, where every difference is a choice: it has none.
   */
  async #ancestor(ours: App, theirs: App): Promise<{ app: App; label: string } | undefined> {
    const { store, document } = this.#editor
    if (this.to.startsWith('version:')) return undefined
    const t = compareWords()
    const { apps: states, at } = await store.history(document.app.id)
    const candidates = states
      .slice(0, at)
      .slice(-mostStates)
      .map((app) => ({ app, label: t.baseEdit }))
    for (const { hash, n, note } of this.versions) {
      const app = await store.loadVersion(document.app.id, hash)
      if (app) candidates.push({ app, label: t.version(n, note) })
    }
    if (ours.cameFrom && theirs.id === ours.cameFrom.id && states[0]) candidates.unshift({ app: states[0], label: t.baseEdit }) // prettier-ignore
    let best: { app: App; label: string } | undefined
    let least = distance(ours, theirs)
    for (const one of candidates) {
      const far = distance(one.app, theirs)
      if (far <= least) [best, least] = [one, far]
      // A long history is looked through in pieces: nothing blocks the page.
      await new Promise((resolve) => setTimeout(resolve))
    }
    return best
  }
}
