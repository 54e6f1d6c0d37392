// Which member of a replica set is spoken to, by what one of them says (mongodb.com/docs/manual/reference/command/hello).
import { fault } from '../../../worker/model/fault.ts'
import type { Where } from '../../failures.ts'

/** The member of the connection, then the further ones, `host:port` each. */
export function membersOf(first: Where, further: string[]): Where[] {
  return [first, ...further.map(whereOf)]
}

/**
 * The primary, or for `secondary` one that is none where there is one; `asked` itself where it is that. Throws
 * MONGODB:REPLICA_SET for a server of another set, or where nobody is primary.
 */
export function memberOf(
  hello: Record<string, unknown>,
  set: string,
  preference: string,
  asked: Where,
): Where {
  const { setName, me, primary, hosts } = hello as { setName?: string; me?: string; primary?: string; hosts?: string[] } // prettier-ignore
  if (setName !== set)
    throw fault('MONGODB:REPLICA_SET', `${asked.host}:${asked.port} is no member of ${set}.`, {
      hint: setName === undefined ? 'It is of no replica set.' : `It is a member of ${setName}.`,
    })
  const secondary = preference === 'secondary' ? (hosts ?? []).find((one) => one !== primary) : undefined
  const wanted = secondary ?? primary
  if (wanted === undefined)
    throw fault('MONGODB:REPLICA_SET', `${set} has no primary at the moment.`, {
      hint: 'It is being elected: retry.',
    })
  return wanted === me ? asked : whereOf(wanted)
}

function whereOf(text: string): Where {
  const [, host = text, port = '27017'] = /^(.*?)(?::(\d+))?$/.exec(text) ?? []
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}
