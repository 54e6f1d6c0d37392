// Mail: SMTP against Nodemailer's server, IMAP and POP3 against Dovecot.
import { ImapFlow } from 'imapflow'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Entity, type Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { dovecotPrograms, mailPassword, startDovecot, type Dovecot } from './servers/dovecot.ts'
import { smtpUser, startSmtp, type GotMail } from './servers/smtp.ts'
import { caller, type Caller } from './support/caller.ts'
import { listen } from './support/listening.ts'
import { describeWith } from './support/server.ts'

const dict = (entries: Record<string, Value>): Map<Value, Value> => new Map(Object.entries(entries))
const soon = { timeout: 20_000, interval: 50 }
let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.close())

describe('SMTP', () => {
  let server: Awaited<ReturnType<typeof startSmtp>>
  let got: GotMail[]
  let call: Caller
  const connection = () => ({
    host: 'localhost',
    port: server.port,
    ...smtpUser,
    security: 'starttls',
    ca: server.ca,
  })
  beforeAll(async () => {
    server = await startSmtp()
    got = server.got
    call = caller(relay.client, 'smtp', connection())
  })
  afterAll(() => server.stop())

  it('sends text, HTML and attachments, over STARTTLS', async () => {
    const sent = (await call('send', {
      to: 'a@example.com, b@example.com',
      cc: ['c@example.com'],
      bcc: 'blind@example.com',
      subject: '订单 №1',
      body: '<p>你好</p>',
      bodyType: 'text/html',
      attachments: dict({
        '报告.csv': new TextEncoder().encode('a,b'),
        'x.bin': new Entity(new Uint8Array([0, 255]), 'application/octet-stream'),
      }),
      headers: dict({ 'X-Weft': '1' }),
    })) as Map<Value, Value>
    expect(sent.get('accepted')).toEqual([
      'a@example.com',
      'b@example.com',
      'c@example.com',
      'blind@example.com',
    ])
    const { from, to, text, secure } = got.at(-1)!
    expect([from, to.length, secure]).toEqual(['weft@example.com', 4, true])
    const mail = await PostalMime.parse(Buffer.from(text, 'latin1'))
    expect([mail.subject, mail.html?.trim(), mail.messageId]).toEqual([
      '订单 №1',
      '<p>你好</p>',
      sent.get('messageId'),
    ])
    expect(mail.attachments.map(({ filename, content }) => [filename, Buffer.from(content as ArrayBuffer).toString('hex')])).toEqual([['报告.csv', '612c62'], ['x.bin', '00ff']]) // prettier-ignore
    // No hexadecimal id in the mail can end like this address.
    expect(text).not.toContain('blind@example.com')
  })
  it('has the platform’s default subject, and takes bytes only as attachments', async () => {
    await call('send', { to: 'a@example.com', body: 'x' })
    expect((await PostalMime.parse(got.at(-1)!.text)).subject).toBe('无主题')
    await expect(
      call('send', { to: 'a@example.com', body: 'x', attachments: dict({ a: 'text' }) }),
    ).rejects.toMatchObject({ code: 'RELAY:ARGUMENT' })
  })
  it('reads no file and no address for a mail', async () => {
    const count = got.length
    for (const value of [dict({ path: '/etc/passwd' }), dict({ href: 'http://127.0.0.1/' })])
      await expect(
        call('send', { to: 'a@example.com', body: 'x', attachments: [value] }),
      ).rejects.toMatchObject({ code: 'RELAY:ARGUMENT' })
    expect(got.length).toBe(count)
  })
  it.each([
    ['to', 'a@example.com\r\nRCPT TO:<evil@example.com>'],
    ['subject', 'x\r\nBcc: evil@example.com'],
    ['replyTo', 'x\nBcc: evil@example.com'],
    ['cc', ['a@example.com>\r\nDATA']],
  ])('%s has no second line', async (name, value) => {
    await expect(
      call('send', { to: 'a@example.com', body: 'x', [name]: value as Value }),
    ).rejects.toMatchObject({ code: 'RELAY:ARGUMENT' })
  })
  it('says what is wrong', async () => {
    const code = (values: Record<string, Value>, other = {}) =>
      caller(relay.client, 'smtp', { ...connection(), ...other })('send', { to: 'a@example.com', body: 'x', ...values }).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    expect(await code({}, { password: 'no' })).toBe('SMTP:AUTH')
    expect(await code({ to: 'nobody@example.com' })).toBe('SMTP:REFUSED')
    expect(await code({ to: Array.from({ length: 51 }, (_, i) => `a${i}@example.com`) })).toBe('SMTP:REFUSED')
    expect(await code({}, { port: 1 })).toBe('CONNECT:REFUSED')
    expect(await code({}, { ca: '' })).toBe('CONNECT:TLS')
    expect(await code({}, { host: '10.0.0.1' })).toBe('EGRESS:DENIED')
  })
})

describeWith(dovecotPrograms, 'IMAP and POP3', () => {
  let server: Dovecot
  let call: Caller
  let pop3: Caller
  const imap = () => ({
    host: 'localhost',
    port: server.imaps,
    user: 'weft',
    password: mailPassword,
    security: 'tls',
    ca: server.ca,
  })
  /** Puts a mail into the mailbox, unread. */
  const deliver = async (subject: string, more = '', folder = 'INBOX') => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'weft', pass: mailPassword },
      logger: false,
    })
    await client.connect()
    if (folder !== 'INBOX') await client.mailboxCreate(folder).catch(() => {})
    await client.append(
      folder,
      `From: "张三" <zhang@example.com>\r\nTo: weft@example.com\r\nCc: c@example.com\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@x>\r\nDate: Sat, 28 Nov 2026 10:00:00 +0000\r\n${more || 'Content-Type: text/plain; charset=utf-8\r\n\r\nbody of ' + subject}`,
    )
    await client.logout()
  }
  beforeAll(async () => {
    server = await startDovecot()
    call = caller(relay.client, 'imap', imap())
    pop3 = caller(relay.client, 'pop3', {
      host: '127.0.0.1',
      port: server.pop3,
      user: 'weft',
      password: mailPassword,
      security: 'none',
    })
    await deliver('one')
    await deliver(
      'two',
      'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<img src="cid:i1">\r\n--r\r\nContent-Type: image/png\r\nContent-ID: <i1>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n--r--\r\n--b\r\nContent-Type: text/csv; name="d.csv"\r\nContent-Disposition: attachment; filename="d.csv"\r\nContent-Transfer-Encoding: base64\r\n\r\nYSxi\r\n--b--\r\n',
    )
    await deliver('three')
  })
  afterAll(() => server?.stop())
  const subjects = async (values: Record<string, Value> = {}, by = call) =>
    ((await by('fetch', values)) as Map<Value, Value>[]).map((mail) => mail.get('Subject'))

  it('fetches with filters, and leaves unread', async () => {
    expect(await subjects()).toEqual(['one', 'two', 'three'])
    expect(await subjects({ subject: 'tw' })).toEqual(['two'])
    expect(await subjects({ max: 1 })).toEqual(['one'])
    expect(await subjects({ start: 2 })).toEqual(['three'])
    expect(await subjects({ seen: 'yes' })).toEqual([])
    expect(await subjects({ seen: 'no', from: 'zhang' })).toHaveLength(3)
    expect(await subjects({ since: '2999-01-01' })).toEqual([])
  })
  it('gives a mail as the platform does', async () => {
    const [mail] = (await call('fetch', { subject: 'two' })) as Map<Value, Value>[]
    expect(Object.fromEntries(mail!)).toMatchObject({
      Subject: 'two',
      From: [dict({ Name: '张三', Address: 'zhang@example.com' })],
      To: [dict({ Name: '', Address: 'weft@example.com' })],
      Cc: [dict({ Name: '', Address: 'c@example.com' })],
      MessageID: '<two@x>',
      MailID: 2,
      Attachments: [
        dict({ FileName: 'd.csv', ContentType: 'text/csv', Data: Buffer.from('a,b').toString('base64') }),
      ],
      EmbeddedFiles: [dict({ CID: 'i1', ContentType: 'image/png', Data: 'iVBO' })],
    })
    expect(mail!.get('HTMLBody')).toContain('cid:i1')
    expect((mail!.get('Header') as Map<Value, Value>).get('Subject')).toEqual(['two'])
  })
  it('marks, deletes and expunges', async () => {
    await call('mark', { id: [1, 3], mark: 'read' })
    expect(await subjects({ seen: 'yes' })).toEqual(['one', 'three'])
    await call('mark', { id: 3, mark: 'read', remove: true })
    await call('mark', { id: 2, mark: 'flag' })
    expect(await subjects({ flagged: 'yes' })).toEqual(['two'])
    expect(await call('delete', { id: 1 })).toBe(null)
    expect(await call('expunge', {})).toBe(null)
    expect(await subjects()).toEqual(['two', 'three'])
  })
  it('starts a flow for new mail, and marks it as read when the flow is done', async () => {
    await deliver('n1', '', 'New')
    const seen: string[] = []
    const one = listen(
      relay.client,
      'imap',
      'new-mail',
      imap(),
      { folder: 'New', every: 300 },
      async ({ payload, attempt }) => {
        const subject = String((payload as Map<Value, Value>).get('Subject'))
        seen.push(`${subject} ${attempt}`)
        if (subject === 'n2' && attempt === 1) throw new Error('the flow failed')
      },
    )
    await expect.poll(() => seen, soon).toEqual(['n1 1'])
    await deliver('n2', '', 'New')
    await expect.poll(() => seen, soon).toEqual(['n1 1', 'n2 1', 'n2 2'])
    await one.stop()
    expect(await subjects({ folder: 'New', seen: 'yes' })).toEqual(['n1', 'n2'])
    await deliver('n3', '', 'New')
    const held = listen(
      relay.client,
      'imap',
      'new-mail',
      imap(),
      { folder: 'New', every: 300 },
      () => new Promise(() => {}),
    )
    await expect.poll(() => held.came.length, soon).toBe(1)
    await held.stop()
    expect(await subjects({ folder: 'New', seen: 'no' })).toEqual(['n3'])
  })
  it('POP3 fetches, goes on after the last one, and deletes', async () => {
    const mails = (await pop3('fetch', {})) as Map<Value, Value>[]
    expect(mails.map((mail) => mail.get('Subject'))).toEqual(['two', 'three'])
    expect(await subjects({ start: mails[0]!.get('MailID')! }, pop3)).toEqual(['three'])
    expect(await subjects({ subject: 'THREE' }, pop3)).toEqual(['three'])
    expect(await pop3('delete', { id: mails[0]!.get('MailID')! })).toBe(1)
    expect(await subjects({}, pop3)).toEqual(['three'])
  })
  it('says what is wrong', async () => {
    const code = (protocol: string, connection: Record<string, string | number>, values = {}) =>
      caller(relay.client, protocol, connection)('fetch', values).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    expect(await code('imap', { ...imap(), password: 'no' })).toBe('IMAP:AUTH')
    expect(await code('imap', imap(), { folder: 'Nowhere' })).toBe('IMAP:NOT_FOUND')
    expect(await code('imap', { ...imap(), ca: '' })).toBe('CONNECT:TLS')
    expect(await code('imap', { ...imap(), port: 1 })).toBe('CONNECT:REFUSED')
    expect(await code('imap', imap(), { folder: 'a\r\nb' })).toBe('RELAY:ARGUMENT')
    const plain = { host: '127.0.0.1', port: server.pop3, user: 'weft', password: 'no', security: 'none' }
    expect(await code('pop3', plain)).toBe('POP3:AUTH')
    expect(await code('pop3', { ...plain, user: 'a\r\nDELE 1' })).toBe('RELAY:ARGUMENT')
  })
})
