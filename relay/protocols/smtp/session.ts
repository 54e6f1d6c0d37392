// SMTP by nodemailer, over a socket of ours. Nothing in a mail makes it read a file or an address; envelope and headers have no
// line breaks.
import { createTransport, type SendMailOptions } from 'nodemailer'
import { isIP } from 'node:net'
import type { Socket } from 'node:net'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { Entity, type Value } from '../../../worker/model/value.ts'
import { assertLine, textOf, type Arguments } from '../../arguments.ts'
import { connectFault } from '../../failures.ts'
import { mimeOfName } from '../../../worker/model/mime.ts'
import type { Protocol } from '../../session.ts'
import { dictOf, toValue } from '../../values.ts'

const mostReceivers = 50

const smtp: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 465) }
  const security = connection.line('security', 'tls')
  const failed = (thrown: unknown): Fault => {
    if (isFault(thrown)) return thrown
    const { code, responseCode, message } = thrown as {
      code?: string
      responseCode?: number
      message: string
    }
    if (code === 'EAUTH' || responseCode === 535)
      return fault('SMTP:AUTH', `SMTP: ${message}`, {
        hint: 'Check user and password; many servers want a code of their own.',
      })
    if (code === 'ETLS') return connectFault(Object.assign(new Error(message), { code: 'EPROTO' }), at)
    if (responseCode !== undefined)
      return fault('SMTP:REFUSED', `SMTP: ${message}`, { data: { status: responseCode } })
    return connectFault(code === 'ESOCKET' || code === 'ECONNECTION' ? ((thrown as { cause?: unknown }).cause ?? innerOf(thrown)) : thrown, at) // prettier-ignore
  }
  const transport = createTransport({
    host: at.host,
    port: at.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    ...(connection.has('user') && {
      auth: { user: connection.text('user'), pass: connection.text('password', '') },
    }),
    tls: {
      minVersion: 'TLSv1.2',
      ...(isIP(at.host) === 0 && { servername: at.host }),
      ...(connection.has('ca') && { ca: connection.text('ca') }),
    },
    getSocket: (_options: unknown, done: (error: Error | null, socket?: { connection: Socket }) => void) => {
      world.dialer.dial(at).then(
        (socket) => done(null, { connection: socket }),
        (failure) => done(Object.assign(new Error('refused'), { failure: failure as Fault })),
      )
    },
  } as never)
  const careful = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (thrown) {
      throw failed((thrown as { failure?: unknown }).failure ?? thrown)
    }
  }
  await careful(() => transport.verify())
  const sender = connection.line('sender', connection.line('user', ''))
  return {
    operations: {
      send: async (values) => {
        const mail = mailOf(values, sender)
        const { messageId, accepted, rejected } = (await careful(() => transport.sendMail(mail))) as {
          messageId: string
          accepted: unknown
          rejected: unknown
        }
        return { payload: dictOf({ messageId, accepted: toValue(accepted), rejected: toValue(rejected) }) }
      },
    },
    // Each mail has a connection of its own.
    isOpen: () => true,
    close: async () => transport.close(),
  }
}
export default smtp

function mailOf(values: Arguments, sender: string): SendMailOptions {
  const people = (name: string): string[] => {
    const list = values.texts(name)
    for (const one of list) assertLine(one, name)
    return list
  }
  const [to, cc, bcc] = [people('to'), people('cc'), people('bcc')]
  const count = to.length + cc.length + bcc.length
  if (to.length === 0) throw fault('RELAY:ARGUMENT', 'to is not set.', { data: { argument: 'to' } })
  if (count > mostReceivers)
    throw fault('SMTP:REFUSED', `A mail may have ${mostReceivers} receivers, this one has ${count}.`)
  const isHtml = values.line('bodyType', 'text/plain') === 'text/html'
  const body = values.text('body', '')
  return {
    from: sender,
    to,
    cc,
    bcc,
    ...(values.has('replyTo') && { replyTo: values.line('replyTo') }),
    subject: values.line('subject', '无主题'),
    ...(isHtml ? { html: body } : { text: body }),
    textEncoding: 'base64',
    headers: values.entries('headers').map(([key, one]) => {
      const value = textOf(one) ?? ''
      assertLine(key + value, 'headers')
      return { key, value }
    }),
    attachments: attachmentsOf(values),
  }
}

function attachmentsOf(values: Arguments): SendMailOptions['attachments'] {
  const given = values.value('attachments')
  if (given === null || given === '') return []
  const list: [Value, Value, Value][] =
    given instanceof Map
      ? [...given].map(([name, data]): [Value, Value, Value] => [name, null, data])
      : values
          .list('attachments')
          .map((one): [Value, Value, Value] =>
            one instanceof Map
              ? [one.get('FileName') ?? '', one.get('ContentType') ?? null, one.get('Data') ?? null]
              : ['', null, null],
          )
  return list.map(([given, type, data]) => {
    const filename = textOf(given) ?? ''
    assertLine(filename, 'attachments')
    if (!(data instanceof Uint8Array) && !(data instanceof Entity))
      throw fault('RELAY:ARGUMENT', `The attachment ${filename} has to be bytes.`, {
        hint: "Make bytes of text: 'text'.encode().",
        data: { argument: 'attachments' },
      })
    const bytes = data instanceof Entity ? data.bytes : data
    const contentType = textOf(type) ?? (data instanceof Entity ? data.mime : mimeOfName(filename))
    return { filename, contentType, content: Buffer.from(bytes) }
  })
}

/** nodemailer says ESOCKET for all of it; the system’s own word is in the text. */
function innerOf(thrown: unknown): unknown {
  const { message } = thrown as Error
  const code = /\b(E[A-Z]{4,})\b/.exec(message.replace('ESOCKET', ''))?.[1] ?? (/certificate|self.signed|altname/i.test(message) ? 'CERT' : /ssl|tls|wrong version/i.test(message) ? 'EPROTO' : 'ECONNRESET') // prettier-ignore
  return Object.assign(new Error(message), { code })
}
