// Listens to a trigger as a published flow does, and keeps what came.
import type { Value } from '../../../worker/model/value.ts'
import type { ProtocolLink, ProtocolMessage } from '../../../worker/model/protocol-link.ts'

export interface Listening {
  came: ProtocolMessage[]
  texts(): string[]
  troubles: string[]
  stop(): Promise<void>
}

export function listen(
  link: ProtocolLink,
  protocol: string,
  operation: string,
  connection: Record<string, string | number | boolean>,
  values: Record<string, Value>,
  handle: (message: ProtocolMessage, text: string) => Promise<void> | void = () => {},
  more: { parallel?: number; attempts?: number } = {},
): Listening {
  const came: ProtocolMessage[] = []
  const troubles: string[] = []
  const stop = link.subscribe(
    { protocol, operation, connection, arguments: new Map(Object.entries(values)), ...more },
    async (message) => {
      came.push(message)
      await handle(message, textOf(message))
    },
    (trouble) => trouble && troubles.push(trouble.code),
  )
  return { came, troubles, texts: () => came.map(textOf), stop }
}

function textOf({ payload }: ProtocolMessage): string {
  const bytes = payload instanceof Uint8Array ? payload : (payload as { bytes?: Uint8Array } | null)?.bytes
  return bytes ? new TextDecoder().decode(bytes) : JSON.stringify(payload)
}
