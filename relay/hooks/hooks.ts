// All hooks of a relay: a folder each, found by their ids; of each tenant only its own.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '../../worker/model/fault.ts'
import type { Route } from '../../worker/model/hook-routes.ts'
import type { RelayLimits } from '../config.ts'
import { Hook, type HookInfo, type HookMode } from './hook.ts'
import type { Reader } from './reader.ts'

export class Hooks {
  readonly #folder: string
  readonly #limits: RelayLimits
  readonly #address: () => string
  readonly #hooks = new Map<string, Hook>()

  /** `address`: of the relay, as senders reach it. */
  constructor(data: string, limits: RelayLimits, address: () => string) {
    this.#address = address
    this.#folder = join(data, 'hooks')
    this.#limits = limits
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    for (const id of readdirSync(this.#folder)) {
      const file = join(this.#folder, id, 'hook.json')
      if (existsSync(file)) this.#add(JSON.parse(readFileSync(file, 'utf8')) as HookInfo)
    }
  }

  find(id: string): Hook | undefined {
    return this.#hooks.get(id)
  }

  /** What a tenant sees; nothing in it takes a tenant from a message. */
  of(tenant: string): TenantHooks {
    const own = (id: string): Hook => {
      const hook = this.#hooks.get(id)
      if (hook?.info.tenant === tenant) return hook
      throw fault('HOOK:NONE', 'There is no such webhook.')
    }
    const all = (): Hook[] => [...this.#hooks.values()].filter(({ info }) => info.tenant === tenant)
    return {
      own,
      address: (id) => `${this.#address()}/hook/${id}`,
      all,
      open: (app, name, routes, reader) => {
        const known = all().find(({ info }) => info.app === app)
        if (!known && all().length >= this.#limits.hooks)
          throw fault('HOOK:MANY', `There are ${this.#limits.hooks} webhooks already.`, {
            hint: 'Remove one that is no longer needed.',
          })
        const id = known?.info.id ?? randomBytes(16).toString('hex')
        const info: HookInfo = { id, tenant, app, name: name.slice(0, 200), open: true, routes, reader }
        this.#write(info)
        if (!known) return this.#add(info)
        known.info = info
        known.pump()
        return known
      },
      close: (app) => {
        const known = all().find(({ info }) => info.app === app)
        if (!known) return
        known.info = { ...known.info, open: false }
        this.#write(known.info)
      },
      remove: (id) => {
        const { info } = own(id)
        this.#hooks.delete(info.id)
        rmSync(join(this.#folder, info.id), { recursive: true, force: true })
      },
    }
  }

  #add(info: HookInfo): Hook {
    const { queueMessages: messages, queueBytes: bytes } = this.#limits
    const hook = new Hook(info, join(this.#folder, info.id, 'queue'), { messages, bytes })
    this.#hooks.set(info.id, hook)
    return hook
  }

  #write(info: HookInfo): void {
    const folder = join(this.#folder, info.id)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, 'hook.new'), JSON.stringify(info), { mode: 0o600 })
    renameSync(join(folder, 'hook.new'), join(folder, 'hook.json'))
  }
}

export interface TenantHooks {
  /** Throws HOOK:NONE: it is not there, or another's. */
  own(id: string): Hook
  all(): Hook[]
  /** Where senders reach it; the listener's path follows. */
  address(id: string): string
  /** Of an app always the same one. Throws HOOK:MANY. */
  open(app: string, name: string, routes: Route<HookMode>[], reader: Reader): Hook
  close(app: string): void
  remove(id: string): void
}
