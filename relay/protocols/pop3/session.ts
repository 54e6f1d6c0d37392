// POP3 by node-pop3: a connection for each operation, since deletions count with QUIT only (RFC 1939, 6).
import { isIP } from 'node:net'
import Pop3Command from 'node-pop3'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { textOf, type Arguments } from '../../arguments.ts'
import { connectFault } from '../../failures.ts'
import { mailValue } from '../../mail/message.ts'
import type { Protocol } from '../../session.ts'

const pop3: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 995) }
  const failed = (thrown: unknown): Fault => {
    if (isFault(thrown)) return thrown
    const { eventName, command, message } = thrown as {
      eventName?: string
      command?: string
      message: string
    }
    if (/^(USER|PASS)/.test(command ?? '') || /auth|password/i.test(message))
      return fault('POP3:AUTH', `POP3: ${message}`, { hint: 'Check the connection.' })
    if (command !== undefined) return fault('POP3:ERROR', `POP3: ${message}`)
    return connectFault(
      eventName === 'timeout' ? Object.assign(new Error(message), { code: 'ETIMEDOUT' }) : thrown,
      at,
    )
  }
  const within = async <T>(work: (client: Pop3Command) => Promise<T>): Promise<T> => {
    const { address, host, port } = await world.dialer.check(at)
    const client = new Pop3Command({
      user: connection.line('user'),
      password: connection.line('password', ''),
      host: address,
      port,
      tls: connection.line('security', 'tls') === 'tls',
      timeout: 30_000,
      ...(isIP(host) === 0 && { servername: host }),
      tlsOptions: {
        minVersion: 'TLSv1.2',
        ...(isIP(host) === 0 && { servername: host }),
        ...(connection.has('ca') && { ca: connection.text('ca') }),
      },
    })
    try {
      // Signs on.
      await client.STAT()
      const result = await work(client)
      await client.QUIT()
      return result
    } catch (thrown) {
      throw failed(thrown)
    } finally {
      ;(client as unknown as { _socket?: { destroy(): void } | null })._socket?.destroy()
    }
  }
  await within(async () => {})
  return {
    operations: {
      fetch: async (values) => ({
        payload: await within(async (client) => {
          const fits = fitting(values)
          const all = await client.UIDL()
          const start = values.text('start', '')
          const from = start === '' ? 0 : all.findIndex(([, id]) => id === start) + 1
          const mails: Value[] = []
          for (const [number, id] of all.slice(from)) {
            if (mails.length >= values.number('max', 10)) break
            const chunks: Buffer[] = []
            // As it is: RETR makes text of it.
            for await (const chunk of await sourceOf(client, number!)) chunks.push(Buffer.from(chunk))
            const mail = await mailValue(Buffer.concat(chunks), id ?? '')
            if (fits(mail as Map<Value, Value>)) mails.push(mail)
          }
          return mails
        }),
      }),
      delete: async (values) => ({
        payload: await within(async (client) => {
          const wanted = new Set(values.list('id').map((id) => textOf(id)))
          let count = 0
          for (const [number, id] of await client.UIDL()) {
            if (!wanted.has(id)) continue
            await client.command('DELE', number!)
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

async function sourceOf(client: Pop3Command, number: string): Promise<AsyncIterable<Uint8Array>> {
  const [, stream] = (await client.command('RETR', number)) as unknown as [string, AsyncIterable<Uint8Array>]
  return stream
}

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
