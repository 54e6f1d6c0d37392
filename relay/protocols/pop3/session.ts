// POP3: a connection for each operation, since deletions count with QUIT only (RFC 1939, 6).
import type { Value } from '../../../worker/model/value.ts'
import { textOf, type Arguments } from '../../arguments.ts'
import { connectFault } from '../../failures.ts'
import { mailValue } from '../../mail/message.ts'
import type { Protocol } from '../../session.ts'
import { Pop3Client } from './client.ts'

const pop3: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 995) }
  const tls = connection.has('ca') ? { ca: connection.text('ca') } : {}
  const within = async <T>(work: (client: Pop3Client) => Promise<T>): Promise<T> => {
    const secure = connection.line('security', 'tls') === 'tls'
    const client = new Pop3Client(await world.dialer.dial(at, secure ? tls : undefined))
    try {
      await client.signOn(connection.line('user'), connection.line('password', ''))
      const result = await work(client)
      await client.command('QUIT')
      return result
    } catch (thrown) {
      throw connectFault(thrown, at)
    } finally {
      client.close()
    }
  }
  /** Number and unique id of each mail. */
  const all = async (client: Pop3Client): Promise<[string, string][]> =>
    (await client.lines('UIDL'))
      .toString()
      .split('\r\n')
      .filter(Boolean)
      .map((line) => line.split(' ') as [string, string])
  await within(async () => {})
  return {
    operations: {
      fetch: async (values) => ({
        payload: await within(async (client) => {
          const fits = fitting(values)
          const mailbox = await all(client)
          const start = values.text('start', '')
          const from = start === '' ? 0 : mailbox.findIndex(([, id]) => id === start) + 1
          const mails: Value[] = []
          for (const [number, id] of mailbox.slice(from)) {
            if (mails.length >= values.number('max', 10)) break
            const mail = await mailValue(await client.lines(`RETR ${number}`), id)
            if (fits(mail as Map<Value, Value>)) mails.push(mail)
          }
          return mails
        }),
      }),
      delete: async (values) => ({
        payload: await within(async (client) => {
          const wanted = new Set(values.list('id').map((id) => textOf(id)))
          let count = 0
          for (const [number, id] of await all(client)) {
            if (!wanted.has(id)) continue
            await client.command(`DELE ${number}`)
            count++
          }
          return count
        }),
      }),
    },
    isOpen: () => true,
    close: async () => {},
  }
}
export default pop3

/** POP3 has no search: what does not fit is read and left out. */
function fitting(values: Arguments): (mail: Map<Value, Value>) => boolean {
  const has = (name: string, text: string): boolean =>
    !values.has(name) || text.toLowerCase().includes(values.text(name).toLowerCase())
  const people = (list: Value | undefined): string =>
    ((list as Map<Value, Value>[]) ?? [])
      .map((one) => `${String(one.get('Name'))} ${String(one.get('Address'))}`)
      .join(' ')
  const moment = (name: string, otherwise: number): number =>
    values.has(name) ? new Date(values.text(name)).getTime() : otherwise
  const [since, before] = [moment('since', -Infinity), moment('before', Infinity)]
  return (mail) => {
    const time = new Date(String(mail.get('Date'))).getTime()
    const isInTime = Number.isNaN(time) || (time >= since && time < before)
    return (
      isInTime &&
      has('subject', String(mail.get('Subject'))) &&
      has('from', people(mail.get('From'))) &&
      has('to', people(mail.get('To')))
    )
  }
}
