// IMAP by imapflow, to a checked address. Fetching peeks: a mail is marked as read only where that is asked for, or when its
// flow is done.
import { isIP } from 'node:net'
import { ImapFlow, type FetchMessageObject, type SearchObject } from 'imapflow'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { Arguments } from '../../arguments.ts'
import { connectError, connectFault } from '../../failures.ts'
import { mailValue } from '../../mail/message.ts'
import type { Consumer, Protocol, Trigger } from '../../session.ts'
import { dictOf } from '../../values.ts'

const flags: Record<string, string> = {
  read: '\\Seen',
  flag: '\\Flagged',
  delete: '\\Deleted',
  answered: '\\Answered',
}
const maxMail = 50 * 1024 * 1024

const imap: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 993) }
  const security = connection.line('security', 'tls')
  const { address, host, port } = await world.dialer.check(at)
  const client = new ImapFlow({
    host: address,
    port,
    ...(isIP(host) === 0 && { servername: host }),
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    auth: { user: connection.text('user'), pass: connection.text('password', '') },
    tls: { minVersion: 'TLSv1.2', ...(connection.has('ca') && { ca: connection.text('ca') }) },
    logger: false,
    disableAutoIdle: true,
    greetingTimeout: 10_000,
    connectionTimeout: 10_000,
  })
  client.on('error', () => {})
  const failed = (thrown: unknown): Fault => {
    if (isFault(thrown)) return thrown
    const { authenticationFailed, responseText, mailboxMissing, serverResponseCode, message } = thrown as {
      authenticationFailed?: boolean
      responseText?: string
      mailboxMissing?: boolean
      serverResponseCode?: string
      message: string
    }
    if (authenticationFailed)
      return fault('IMAP:AUTH', `IMAP: ${responseText ?? message}`, {
        hint: 'Check user and password; many servers want a code of their own.',
      })
    if (mailboxMissing || serverResponseCode === 'NONEXISTENT')
      return fault('IMAP:NOT_FOUND', `IMAP: ${responseText ?? message}`, {
        hint: 'Check the name of the folder.',
      })
    if (responseText) return fault('IMAP:ERROR', `IMAP: ${responseText}`)
    return connectFault(thrown, at)
  }
  try {
    await client.connect()
  } catch (thrown) {
    client.close()
    throw failed(thrown)
  }
  /** Runs `work` with the folder open. */
  const within = async <T>(values: Arguments, work: (folder: string) => Promise<T>): Promise<T> => {
    const folder = values.line('folder', 'INBOX')
    let lock
    try {
      lock = await client.getMailboxLock(folder)
    } catch (thrown) {
      throw failed(thrown)
    }
    try {
      // What has come since the folder was opened.
      await client.noop()
      const result = await work(folder)
      // imapflow gives nothing, and no error, where the connection ended.
      if (!client.usable) throw connectError('LOST', at.host, at.port)
      return result
    } catch (thrown) {
      throw failed(thrown)
    } finally {
      lock.release()
    }
  }
  const uidsOf = (values: Arguments): string => {
    const ids = values.list('id').map((id) => Number(id))
    if (ids.length === 0 || !ids.every((id) => Number.isInteger(id) && id > 0))
      throw fault('RELAY:ARGUMENT', 'id has to be a MailID, or a list of them.')
    return ids.join(',')
  }
  const get = async (uid: number): Promise<Value | undefined> => {
    const found = await client.fetchOne(
      String(uid),
      { source: { maxLength: maxMail }, uid: true },
      { uid: true },
    )
    const source = (found as FetchMessageObject | false) && (found as FetchMessageObject).source
    return source ? await mailValue(source, uid) : undefined
  }
  const newMail: Trigger = async (values, consumer) => {
    const every = values.number('every', 60_000)
    for (;;) {
      await within(values, (folder) => takeUnread(client, folder, get, consumer))
      if (consumer.signal.aborted) throw consumer.signal.reason
      if (!client.usable) throw connectError('LOST', at.host, at.port)
      await news(client, every, consumer.signal)
    }
  }
  const mark = (values: Arguments, flag: string, remove: boolean): Promise<{ payload: null }> =>
    within(values, async () => {
      const uids = uidsOf(values)
      await (remove
        ? client.messageFlagsRemove(uids, [flag], { uid: true })
        : client.messageFlagsAdd(uids, [flag], { uid: true }))
      return { payload: null }
    })
  return {
    operations: {
      fetch: (values) =>
        within(values, async () => {
          const found = (await client.search(searchOf(values), { uid: true })) || []
          const start = values.number('start', 0)
          const mails: Value[] = []
          for (const uid of found.filter((one) => one > start).slice(0, values.number('max', 10))) {
            const mail = await get(uid)
            if (mail !== undefined) mails.push(mail)
          }
          return { payload: mails }
        }),
      mark: async (values) => {
        const flag = flags[values.line('mark', 'read')]
        if (!flag) throw fault('RELAY:ARGUMENT', 'mark is read, flag, delete or answered.')
        return await mark(values, flag, values.flag('remove'))
      },
      delete: (values) => mark(values, flags['delete']!, false),
      expunge: (values) =>
        within(values, async () => {
          const { exec } = client as unknown as Expunging
          const response = await exec.call(client, 'EXPUNGE', [])
          response.next()
          return { payload: null }
        }),
    },
    triggers: { 'new-mail': newMail },
    isOpen: () => client.usable,
    close: async () => {
      await Promise.race([
        client.logout().catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, 2000)),
      ])
      client.close()
    },
  }
}
export default imap

/** Its types leave out how a command is sent. */
interface Expunging {
  exec(command: string, parts: unknown[]): Promise<{ next(): void }>
}

/** Hands on what is unread, at most as much at once as the consumer takes. */
async function takeUnread(
  client: ImapFlow,
  folder: string,
  get: (uid: number) => Promise<Value | undefined>,
  consumer: Consumer,
): Promise<void> {
  const unread = (await client.search({ seen: false, deleted: false }, { uid: true })) || []
  const { uidValidity = 0n } = client.mailbox || {}
  const attributes = dictOf({ folder, uidValidity: Number(uidValidity) })
  const underWay = new Set<Promise<void>>()
  for (const uid of unread) {
    if (consumer.signal.aborted) break
    const payload = await get(uid)
    if (payload === undefined) continue
    const settle = (marks: string[]) => async () =>
      void (await client.messageFlagsAdd(String(uid), marks, { uid: true }))
    const done: Promise<void> = consumer
      .emit({ payload, attributes, accept: settle(['\\Seen']), reject: settle(['\\Seen', '\\Flagged']) })
      .catch(() => {})
      .finally(() => underWay.delete(done))
    underWay.add(done)
    if (underWay.size >= consumer.parallel) await Promise.race(underWay)
  }
  await Promise.all(underWay)
}

/** Resolves when the server tells of something, or after a while. */
async function news(client: ImapFlow, milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      client.off('exists', done)
      client.off('close', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    client.on('exists', done)
    client.on('close', done)
    signal.addEventListener('abort', done)
    // IDLE ends by itself with the next command.
    void client.idle().catch(() => {})
    if (signal.aborted) done()
  })
}

function searchOf(values: Arguments): SearchObject {
  const search: SearchObject = { all: true }
  for (const name of ['subject', 'from', 'to'] as const)
    if (values.has(name)) search[name] = values.line(name)
  for (const name of ['seen', 'answered', 'flagged'] as const) {
    const wanted = values.line(name, 'any')
    if (wanted !== 'any') search[name] = wanted === 'yes'
  }
  for (const name of ['since', 'before'] as const) {
    if (!values.has(name)) continue
    const day = new Date(dayText(values.value(name)))
    if (Number.isNaN(day.getTime()))
      throw fault('RELAY:ARGUMENT', `${name} is not a day.`, { hint: 'Write 2026-11-28.' })
    search[name] = day
  }
  return search
}

function dayText(value: Value): string {
  return typeof value === 'string' ? value : String((value as { iso?: string }).iso ?? value)
}
