// The open App: the one owner of what is edited. Changed only by commands (pure App → App); undo is the list of Apps with
// what they share, kept by the store across reloads. Edits are saved one after another, each before the next is begun.
import type { AppEdit, StoreApi } from '../../worker/api.ts'
import type { App, Flow } from '../../worker/model/app.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'

/** The part of the store this state talks to. */
export type DocumentStore = Pick<StoreApi, 'loadApp' | 'saveApp' | 'history' | 'watchApp'>

export interface EditOptions {
  /** Edits with the same text fold into one entry of the history: typing in one field. */
  merge?: string
}
type Command = (app: App) => App

interface Waiting extends Omit<AppEdit, 'version'> {
  /** For a conflict: done again on the App the other tab wrote. */
  command?: Command
}

export type SaveState = 'saved' | 'saving' | 'failed'

export class AppDocument {
  readonly #store: DocumentStore
  #version = 0
  #history: App[] = []
  #waiting: Waiting[] = []
  #busy = false
  #lastMerge: string | undefined
  #unwatch: (() => void) | undefined
  #closed = false

  app = $state.raw<App>(undefined as unknown as App)
  /** Place in the history. */
  #at = $state(0)
  #length = $state(0)
  saving = $state<SaveState>('saved')
  /** Why the last save failed; what was edited is still here. */
  trouble = $state.raw<Fault | undefined>(undefined)
  /** Counts the times another tab changed the app under us. */
  followed = $state(0)
  /** The app was deleted elsewhere. */
  gone = $state(false)

  constructor(store: DocumentStore) {
    this.#store = store
  }

  /** Loads an app with its history. False: there is no such app. */
  async open(id: string): Promise<boolean> {
    const [entry, history] = await Promise.all([this.#store.loadApp(id), this.#store.history(id)])
    if (!entry) return false
    this.#take(entry.app, entry.version, history)
    const unwatch = await this.#store.watchApp(id, (now) => {
      if (!now) this.gone = true
      else if (now.version > this.#version && !this.#busy && this.#waiting.length === 0) void this.#follow()
    })
    if (this.#closed) unwatch()
    else this.#unwatch = unwatch
    return true
  }

  close(): void {
    this.#closed = true
    this.#unwatch?.()
  }

  flow(id: string | undefined): Flow | undefined {
    return this.app.flows.find((flow) => flow.id === id)
  }

  get canUndo(): boolean {
    return this.#at > 0
  }
  get canRedo(): boolean {
    return this.#at < this.#length - 1
  }

  /** Does a command, keeps it in the history, saves it. A command that changes nothing leaves no trace. */
  edit(label: string, command: Command, options: EditOptions = {}): void {
    const next = command(this.app)
    if (next === this.app) return
    const { merge } = options
    const folds = merge !== undefined && merge === this.#lastMerge && !this.canRedo && this.#at > 0
    this.#history = [...this.#history.slice(0, this.#at + (folds ? 0 : 1)), next]
    this.#show(this.#history.length - 1)
    this.#lastMerge = merge
    this.#queue({ app: next, kind: 'edit', label, merge, command })
  }

  undo(): void {
    if (this.canUndo) this.#move(-1, 'undo')
  }
  redo(): void {
    if (this.canRedo) this.#move(1, 'redo')
  }

  /** Resolves when all edits so far are safe. */
  async settled(): Promise<void> {
    while (this.#busy || this.#waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  /** Tries to save again after a failure. */
  retry(): void {
    this.trouble = undefined
    this.#queue({ app: this.app, kind: 'edit', label: 'retry', merge: 'retry' })
  }

  #move(by: 1 | -1, kind: 'undo' | 'redo'): void {
    this.#lastMerge = undefined
    this.#show(this.#at + by)
    this.#queue({ app: this.app, kind, label: kind })
  }

  #show(at: number): void {
    this.#at = at
    this.#length = this.#history.length
    this.app = this.#history[at]!
  }

  #take(app: App, version: number, history: { apps: App[]; at: number }): void {
    this.#version = version
    this.#history = history.apps.length > 0 ? [...history.apps] : [app]
    const at = history.apps.length > 0 ? history.at : 0
    this.#history[at] = app
    this.#lastMerge = undefined
    this.#show(at)
  }

  #queue(edit: Waiting): void {
    const last = this.#waiting.at(-1)
    // While one save is under way, further typing in the same field needs only its last state.
    if (last && edit.kind === 'edit' && edit.merge !== undefined && last.merge === edit.merge)
      this.#waiting[this.#waiting.length - 1] = { ...edit, command: joined(last.command, edit.command) }
    else this.#waiting.push(edit)
    void this.#save()
  }

  async #save(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    this.saving = 'saving'
    while (this.#waiting.length > 0) {
      const { command, ...edit } = this.#waiting.shift()!
      try {
        const { version } = await this.#store.saveApp({ ...edit, version: this.#version })
        this.#version = version
        this.trouble = undefined
      } catch (thrown) {
        const fault = toFault(thrown)
        if (fault.code === 'STORE:CONFLICT' && command) await this.#redoOnTheirs({ ...edit, command })
        else this.trouble = fault
      }
    }
    this.#busy = false
    this.saving = this.trouble ? 'failed' : 'saved'
  }

  /** Another tab wrote first: its App comes in, and our commands are done on top of it. */
  async #redoOnTheirs(first: Waiting): Promise<void> {
    const ours = [first, ...this.#waiting.filter((edit) => edit.command)]
    this.#waiting = []
    await this.#follow()
    for (const { label, command, merge } of ours) this.edit(label, command!, { merge })
  }

  async #follow(): Promise<void> {
    const id = this.app.id
    const [entry, history] = await Promise.all([this.#store.loadApp(id), this.#store.history(id)])
    if (!entry) return
    this.#take(entry.app, entry.version, history)
    this.followed++
  }
}

function joined(first: Command | undefined, second: Command | undefined): Command | undefined {
  return first && second ? (app) => second(first(app)) : second
}
