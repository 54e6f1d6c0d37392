// A connection string (mongodb.com/docs/manual/reference/connection-string) as the fields of a connection. Only options that have a field
// are taken: others would let the string open files, proxies or addresses of its own.
import { fault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { Arguments } from '../../arguments.ts'

/** Option, in small letters, to field. */
const options: Record<string, string> = {
  replicaset: 'replicaSet',
  authsource: 'authSource',
  authmechanism: 'mechanism',
  tls: 'tls',
  ssl: 'tls',
  readpreference: 'readPreference',
  readconcernlevel: 'readConcern',
  w: 'writeConcern',
  wtimeoutms: 'writeTimeout',
  maxpoolsize: 'pool',
  connecttimeoutms: 'connectTimeout',
  sockettimeoutms: 'timeout',
}

/** The same where there is no string. Throws MONGODB:URI. */
export function withUri(connection: Arguments): Arguments {
  if (connection.line('by', 'fields') !== 'uri') return connection
  const [, hosts, database = '', query = ''] = /^mongodb:\/\/([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(connection.line('uri')) ?? [] // prettier-ignore
  if (hosts === undefined) throw wrong('It begins with mongodb:// and a host; mongodb+srv:// is not spoken.')
  if (hosts.includes('@')) throw wrong('User and password have fields of their own.')
  const [first = '', ...others] = hosts.split(',').map(decodeURIComponent)
  const [, host = '', port] = /^(\[.*\]|[^:]+)(?::(\d+))?$/.exec(first) ?? []
  if (host === '') throw wrong(`"${first}" is no host.`)
  const values: Record<string, Value> = {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port ?? 27_017),
  }
  if (others.length > 0) values['members'] = others.join(',')
  if (database !== '') values['database'] = decodeURIComponent(database)
  for (const [name, value] of new URLSearchParams(query)) {
    const field = options[name.toLowerCase()]
    if (field === undefined) throw wrong(`The option ${name.slice(0, 60)} is not taken.`)
    values[field] = field === 'readPreference' && value.startsWith('secondary') ? 'secondary' : value
  }
  return connection.with(values)
}

function wrong(why: string): Fault {
  return fault('MONGODB:URI', `The connection string cannot be used. ${why}`, {
    hint: 'mongodb://host:27017,other:27017/database?replicaSet=rs0',
  })
}
