// The protocols that the page speaks itself, behind the same interface as those of the relay: sessions to a target are kept for the
// next call, a subscription hands on message by message and comes back after a cut.
import { Arguments } from '../relay/arguments.ts'
import type { Consumer, Operation, Session, SourceMessage } from '../relay/session.ts'
import { fault, isFault, toFault, type Fault } from '../worker/model/fault.ts'
import type {
  ConnectionValues,
  ProtocolCall,
  ProtocolLink,
  ProtocolMessage,
  ProtocolResult,
  ProtocolSubscription,
  TransactionEnd,
} from '../worker/model/protocol-link.ts'
import { keptUp, longestRetry, pause } from '../worker/model/subscription.ts'
import type { Value } from '../worker/model/value.ts'

/** The default export of `protocols/<id>/session.ts`. Rejects with a Fault when the target does not let us in. */
export type PageProtocol = (connection: Arguments, signal: AbortSignal) => Promise<Session>

const sessions = import.meta.glob<PageProtocol>('./protocols/*/session.ts', { import: 'default' })

/** Milliseconds. */
const idle = 60_000
const openPatience = 20_000
const transactionPatience = 30_000
const failedRetry = { first: 500, longest: 30_000 }
const usualAttempts = 5
const maxParallel = 32

interface Held {
  session: Promise<Session>
  uses: number
  timer: ReturnType<typeof setTimeout> | undefined
  /** Of a session whose calls can share a transaction: who has it. */
  owner: string | undefined
  waiting: (() => void)[]
}

export class PageLink implements ProtocolLink {
  readonly #held = new Map<string, Held>()

  async call(call: ProtocolCall, signal: AbortSignal): Promise<ProtocolResult> {
    const { protocol, connection, operation, transaction } = call
    const held = this.#hold(protocol, connection)
    held.uses++
    try {
      const session = await within(held.session, signal)
      if (operation === 'commit' || operation === 'rollback')
        return await endTransaction(held, session, transaction, operation)
      await mayUse(held, transaction, signal)
      if (transaction !== undefined && held.owner === undefined) {
        held.owner = transaction
        await session.transaction!.begin()
      }
      const run = session.operations[operation] ?? noOperation(protocol, operation)
      return await within(run(new Arguments(call.arguments as Map<Value, Value>), { signal }), signal)
    } finally {
      this.#letGo(protocol, connection, held)
    }
  }

  // eslint-disable-next-line require-yield
  async *stream(call: ProtocolCall): AsyncGenerator<ProtocolResult> {
    throw noOperation(call.protocol, call.operation)
  }

  async test(protocol: string, connection: ConnectionValues, signal: AbortSignal): Promise<void> {
    const session = await within(openSession(protocol, connection), signal)
    await session.close()
  }

  subscribe(
    subscription: ProtocolSubscription,
    handle: (message: ProtocolMessage) => Promise<void>,
    told: (trouble: Fault | undefined) => void = () => {},
  ): () => Promise<void> {
    return keptUp(async (stop, anew) => {
      const cut = new AbortController()
      const session = await within(openSession(subscription.protocol, subscription.connection), stop)
      try {
        const trigger = session.triggers?.[subscription.operation]
        if (!trigger) throw noOperation(subscription.protocol, subscription.operation)
        told(undefined)
        const values = new Arguments(subscription.arguments as Map<Value, Value>)
        const began = Date.now()
        const signal = AbortSignal.any([stop, cut.signal])
        await trigger(values, new Delivery(subscription, handle, signal)).finally(() => {
          // What held for a while begins anew with the shortest wait.
          if (Date.now() - began > longestRetry) anew()
        })
      } finally {
        cut.abort()
        await session.close().catch(() => {})
      }
    }, told)
  }

  async close(): Promise<void> {
    const all = [...this.#held.values()]
    this.#held.clear()
    for (const { session, timer } of all) {
      clearTimeout(timer)
      await session.then((open) => open.close()).catch(() => {})
    }
  }

  /** One session for the same values; opened anew when it is gone. */
  #hold(protocol: string, connection: ConnectionValues): Held {
    const key = keyOf(protocol, connection)
    const known = this.#held.get(key)
    if (known) {
      clearTimeout(known.timer)
      return known
    }
    const session = openSession(protocol, connection)
    const held: Held = { session, uses: 0, timer: undefined, owner: undefined, waiting: [] }
    this.#held.set(key, held)
    session.catch(() => this.#held.delete(key))
    return held
  }

  #letGo(protocol: string, connection: ConnectionValues, held: Held): void {
    held.uses--
    const key = keyOf(protocol, connection)
    const drop = (): void => {
      if (held.uses > 0 || held.owner !== undefined || this.#held.get(key) !== held) return
      this.#held.delete(key)
      void held.session.then((session) => session.close()).catch(() => {})
    }
    void held.session.then(
      (session) => {
        if (!session.isOpen() && this.#held.get(key) === held) this.#held.delete(key)
      },
      () => {},
    )
    clearTimeout(held.timer)
    held.timer = setTimeout(drop, idle)
    ;(held.timer as { unref?: () => void }).unref?.()
  }
}

/** Messages of a source on their way to the flow: at most `parallel`, tried again when the flow fails, then rejected. */
class Delivery implements Consumer {
  readonly parallel: number
  readonly signal: AbortSignal
  readonly #attempts: number
  readonly #handle: (message: ProtocolMessage) => Promise<void>
  #busy = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    { parallel = 1, attempts = usualAttempts }: ProtocolSubscription,
    handle: (message: ProtocolMessage) => Promise<void>,
    signal: AbortSignal,
  ) {
    this.parallel = Math.min(Math.max(1, Math.floor(parallel)), maxParallel)
    this.#attempts = Math.max(1, attempts)
    this.#handle = handle
    this.signal = signal
    signal.addEventListener('abort', () => this.#wake())
  }

  async emit({ accept, reject, ...result }: SourceMessage): Promise<void> {
    while (this.#busy >= this.parallel && !this.signal.aborted)
      await new Promise<void>((free) => this.#waiting.push(free))
    if (this.signal.aborted) throw gone()
    this.#busy++
    try {
      const id = crypto.randomUUID()
      for (let attempt = 1; ; attempt++) {
        const failed = await this.#handle({ ...result, id, attempt }).then(
          () => undefined,
          (thrown: unknown) => toFault(thrown),
        )
        if (this.signal.aborted && failed) throw gone()
        if (!failed) return await accept()
        if (attempt >= this.#attempts) return await reject(failed)
        await pause(Math.min(failedRetry.first * 2 ** (attempt - 1), failedRetry.longest), this.signal)
        if (this.signal.aborted) throw gone()
      }
    } finally {
      this.#busy--
      this.#wake()
    }
  }
  #wake(): void {
    for (const free of this.#waiting.splice(0)) free()
  }
}

async function openSession(protocol: string, connection: ConnectionValues): Promise<Session> {
  const open = await sessions[`./protocols/${protocol}/session.ts`]?.()
  if (!open) throw fault('RELAY:PROTOCOL', `This page does not speak ${protocol.slice(0, 40)}.`)
  const values = new Arguments(new Map(Object.entries(connection)) as Map<Value, Value>)
  return await open(values, AbortSignal.timeout(openPatience))
}

/** Waits while a transaction of somebody else has the session. */
async function mayUse(held: Held, transaction: string | undefined, signal: AbortSignal): Promise<void> {
  const late = AbortSignal.any([signal, AbortSignal.timeout(transactionPatience)])
  while (held.owner !== undefined && held.owner !== transaction) {
    if (late.aborted)
      throw fault('CONNECT:BUSY', 'A transaction of another run holds the database for too long.', {
        hint: 'Make transactions short, or run these flows one after another.',
      })
    await new Promise<void>((free) => {
      held.waiting.push(free)
      late.addEventListener('abort', () => free(), { once: true })
    })
  }
}

async function endTransaction(
  held: Held,
  session: Session,
  transaction: string | undefined,
  how: TransactionEnd,
): Promise<ProtocolResult> {
  // One that did nothing here has nothing to end.
  if (held.owner === undefined || held.owner !== transaction) return {}
  try {
    await session.transaction![how]()
  } finally {
    held.owner = undefined
    for (const free of held.waiting.splice(0)) free()
  }
  return {}
}

function keyOf(protocol: string, connection: ConnectionValues): string {
  return `${protocol} ${JSON.stringify(Object.entries(connection).sort(([a], [b]) => (a < b ? -1 : 1)))}`
}

function noOperation(protocol: string, operation: string): Fault & Operation {
  throw fault('RELAY:OPERATION', `${protocol} has no operation ${operation.slice(0, 60)}.`)
}
function gone(): Fault {
  return fault('CORE:CANCELLED', 'The subscription has ended.')
}

/** Rejects with CORE:CANCELLED at once when aborted. */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(fault('CORE:CANCELLED', 'The run was stopped.'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    work
      .then(resolve, (thrown: unknown) => reject(isFault(thrown) ? thrown : toFault(thrown)))
      .finally(() => signal.removeEventListener('abort', stop))
  })
}
