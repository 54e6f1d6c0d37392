// How an api crosses between page and workers: comlink, with Faults kept whole as plain data and functions passed both
// ways. Two more calls: `connect` answers the same api on a further port, so that workers can talk to each other; `live` shows
// whether the worker still is.
import * as comlink from 'comlink'
import { toFault } from './model/fault.ts'

export type PortLike = comlink.Endpoint
type Method = (...args: unknown[]) => unknown

let isReady = false

/** Faults cross as they are; anything else that was thrown is made one here, at the border. */
function keepFaults(): void {
  if (isReady) return
  isReady = true
  const own = comlink.transferHandlers.get('throw') as comlink.TransferHandler<{ value: unknown }, unknown>
  const serialize = (thrown: { value: unknown }): [unknown, Transferable[]] =>
    own.serialize({ ...thrown, value: cloneable(toFault(thrown.value)) })
  comlink.transferHandlers.set('throw', { ...own, serialize })
}

/** Only what a structured clone takes. */
function cloneable<T>(value: T): T {
  try {
    return structuredClone(value)
  } catch {
    return JSON.parse(JSON.stringify(value)) as T
  }
}

/**
 * Answers calls of `api` on a port, from now on even where the api itself is still on its way. Functions that a method
 * gives back can be called from the other side.
 */
export function answerOn(api: object | Promise<object>, port: PortLike): void {
  keepFaults()
  const call = async (name: string, args: unknown[]): Promise<unknown> => {
    const target = (await api) as Record<string, Method>
    const result = await target[name]!(...args)
    return typeof result === 'function' ? comlink.proxy(result as Method) : result
  }
  const methods = new Proxy({} as Record<string, Method>, {
    get: (_, name) => {
      if (typeof name !== 'string') return undefined
      if (name === 'connect') return (other: MessagePort) => answerOn(api, other)
      if (name === 'live') return live
      return (...args: unknown[]) => call(name, args)
    },
  })
  comlink.expose(methods, port)
}

/** The api on the other side of a port; functions among the arguments can be called from there. */
export function callOn<Api extends object>(port: PortLike): Connectable<Api> {
  keepFaults()
  const remote = comlink.wrap<Record<string, Method>>(port)
  return new Proxy({} as Connectable<Api>, {
    get: (_, name) => {
      if (typeof name !== 'string' || name === 'then') return undefined
      return (...args: unknown[]) => remote[name]!(...args.map(passable))
    },
  })
}
export type Connectable<Api> = Api & {
  connect(port: MessagePort): Promise<void>
  /** The worker holds this Web Lock from now on, as long as it lives. */
  live(lock: string): Promise<void>
}

function live(lock: string): Promise<void> {
  const forever = new Promise<never>(() => {})
  return new Promise((held) => void navigator.locks.request(lock, () => (held(), forever)))
}

function passable(argument: unknown): unknown {
  if (typeof argument === 'function') return comlink.proxy(argument as Method)
  return argument instanceof MessagePort ? comlink.transfer(argument, [argument]) : argument
}
