// LDAP by ldapts, to a checked address. Referrals to other servers are not followed. Values of a filter are escaped (RFC 4515).
import { isIP } from 'node:net'
import { Attribute, Change, Client, FilterParser, ResultCodeError, type Entry, type Filter } from 'ldapts'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { bytesOf, textOf, type Arguments } from '../../arguments.ts'
import { connectFault } from '../../failures.ts'
import type { Protocol } from '../../session.ts'

/** By result code, RFC 4511 appendix A. */
const codes: Record<number, string> = { 7: 'AUTH', 8: 'AUTH', 48: 'AUTH', 49: 'AUTH', 32: 'NOT_FOUND', 20: 'EXISTS', 68: 'EXISTS', 50: 'DENIED', 53: 'DENIED', 18: 'FILTER', 87: 'FILTER' } // prettier-ignore

const ldap: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 389) }
  const { address, host, port } = await world.dialer.check(at)
  const security = connection.line('security', 'none')
  const tlsOptions = {
    minVersion: 'TLSv1.2' as const,
    ...(isIP(host) === 0 && { servername: host, host }),
    ...(connection.has('ca') && { ca: connection.text('ca') }),
  }
  const where = address.includes(':') ? `[${address}]` : address
  const client = new Client({
    url: `${security === 'tls' ? 'ldaps' : 'ldap'}://${where}:${port}`,
    timeout: 30_000,
    connectTimeout: 10_000,
    ...(security === 'tls' && { tlsOptions }),
  })
  const failed = (thrown: unknown): Fault => {
    if (isFault(thrown)) return thrown
    if (thrown instanceof ResultCodeError) {
      const name = codes[thrown.code] ?? 'ERROR'
      return fault(`LDAP:${name}`, `LDAP: ${thrown.message}`, { data: { result: thrown.code } })
    }
    const { message } = thrown as Error
    if (/filter|parenthes|expected/i.test(message))
      return fault('LDAP:FILTER', `LDAP: ${message}`, { hint: 'Write (attribute=value).' })
    return connectFault(/closed|socket/i.test(message) ? Object.assign(new Error(message), { code: (thrown as { code?: string }).code ?? 'ECONNRESET' }) : thrown, at) // prettier-ignore
  }
  const careful = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (thrown) {
      throw failed(thrown)
    }
  }
  const empty = async (work: () => Promise<unknown>): Promise<{ payload: null }> => {
    await careful(work)
    return { payload: null }
  }
  try {
    await careful(async () => {
      if (security === 'starttls') await client.startTLS(tlsOptions)
      await client.bind(connection.text('user', ''), connection.text('password', ''))
    })
  } catch (thrown) {
    await client.unbind().catch(() => {})
    throw thrown
  }
  return {
    operations: {
      search: (values) =>
        careful(async () => {
          const attributes = values.texts('attributes')
          const limit = values.number('limit', 1000)
          const { searchEntries } = await client.search(values.text('base'), {
            filter: parsedFilter(filterOf(values)),
            scope: values.line('scope', 'sub') as 'sub',
            sizeLimit: 0,
            paged: { pageSize: Math.min(limit, 500) },
            ...(attributes.length > 0 && { attributes }),
          })
          return { payload: searchEntries.slice(0, limit).map(entryValue) }
        }),
      add: (values) => empty(() => client.add(values.text('dn'), attributesOf(values))),
      modify: (values) => {
        const operation = values.line('change', 'replace') as 'replace'
        const changes = attributesOf(values).map((modification) => new Change({ operation, modification }))
        return empty(() => client.modify(values.text('dn'), changes))
      },
      rename: (values) => empty(() => client.modifyDN(values.text('dn'), values.text('to'))),
      delete: (values) => empty(() => client.del(values.text('dn'))),
    },
    isOpen: () => client.isConnected,
    close: async () => await client.unbind().catch(() => {}),
  }
}
export default ldap

function parsedFilter(text: string): Filter {
  try {
    return FilterParser.parseString(text)
  } catch (thrown) {
    throw fault('LDAP:FILTER', `LDAP: ${(thrown as Error).message}`, {
      hint: 'Write (attribute=value); RFC 4515.',
    })
  }
}

/** `:name` becomes the value, so that it cannot be more than a value. */
function filterOf(values: Arguments): string {
  const given = new Map(values.entries('parameters'))
  return values
    .text('filter', '(objectClass=*)')
    .replace(/:([A-Za-z_]\w*)(?!\w*:=)/g, (piece, name: string) => {
      if (!given.has(name)) {
        if (given.size === 0) return piece
        throw fault('LDAP:FILTER', `The filter has :${name}, the parameters have no ${name}.`)
      }
      return escaped(given.get(name)!)
    })
}

/** Bytes that are no text are escaped one by one; of text only what a filter would read as its own. */
function escaped(value: Value): string {
  const text = textOf(value) ?? ''
  const isText = !(value instanceof Uint8Array) || Buffer.from(text).equals(Buffer.from(value))
  const characters = isText ? [...text] : [...(bytesOf(value) as Uint8Array)].map((byte) => String.fromCharCode(byte)) // prettier-ignore
  const most = isText ? '\u{10ffff}' : '~'
  return characters
    .map((one) =>
      one < ' ' || one === '\x7f' || one > most || '\\*()'.includes(one)
        ? '\\' + one.charCodeAt(0).toString(16).padStart(2, '0')
        : one,
    )
    .join('')
}

function entryValue({ dn, ...attributes }: Entry): Value {
  const entry = new Map<Value, Value>([['dn', dn]])
  for (const [name, given] of Object.entries(attributes)) {
    const list = Array.isArray(given) ? given : [given]
    // What was asked for and is not there comes as an empty list.
    if (list.length > 0)
      entry.set(
        name,
        list.map((one) => (typeof one === 'string' ? one : new Uint8Array(one))),
      )
  }
  return entry
}

function attributesOf(values: Arguments): Attribute[] {
  return values.entries('entry').map(([type, given]) => {
    const list = given === null ? [] : Array.isArray(given) ? given : [given]
    const isText = list.every((one) => !(one instanceof Uint8Array))
    return new Attribute({
      type,
      values: isText
        ? list.map((one) => textOf(one) ?? '')
        : list.map((one) => Buffer.from(bytesOf(one) ?? [])),
    })
  })
}
