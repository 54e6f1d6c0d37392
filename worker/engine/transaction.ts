// A transaction around steps: each connection joins it with its first call, and all of them end with it.
import type { ConnectionValues, ProtocolCall } from '../model/protocol-link.ts'

export class Transaction {
  readonly id: string
  readonly #joined = new Map<string, { protocol: string; connection: ConnectionValues }>()

  constructor(id: string) {
    this.id = id
  }

  /** `name`: of the connection in the app. */
  join(name: string, protocol: string, connection: ConnectionValues): void {
    this.#joined.set(name, { protocol, connection })
  }

  /** What each connection that joined is told in the end. */
  ends(how: 'commit' | 'rollback'): { name: string; call: ProtocolCall }[] {
    return [...this.#joined].map(([name, { protocol, connection }]) => ({
      name,
      call: { protocol, connection, operation: how, arguments: new Map(), transaction: this.id },
    }))
  }
}
