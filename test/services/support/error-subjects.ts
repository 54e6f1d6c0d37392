// Each protocol with its real server, as the table of errors looks at it: how it signs on, how it stores a value under a name and gives
// it back, and what its parameters are.
import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { ImapFlow } from 'imapflow'
import PostalMime from 'postal-mime'
import { protocolManifests } from '../../../relay/protocols.ts'
import type { Entity, Value } from '../../../worker/model/value.ts'
import type { ProtocolLink } from '../../../worker/model/protocol-link.ts'
import { newPem, startPartner } from '../servers/as2-partner.ts'
import { dovecotPrograms, mailPassword, startDovecot } from '../servers/dovecot.ts'
import { ferretdbPrograms, ferretdbUser, startFerretdb } from '../servers/ferretdb.ts'
import { kafkaPrograms, kafkaUser, startKafka } from '../servers/kafka.ts'
import { mariadbPassword, mariadbPrograms, startMariadb } from '../servers/mariadb.ts'
import { mosquittoPrograms, mqttPassword, startMosquitto } from '../servers/mosquitto.ts'
import { natsPrograms, natsUser, startNats } from '../servers/nats.ts'
import { postgresqlPassword, postgresqlPrograms, startPostgresql } from '../servers/postgresql.ts'
import { rabbitPrograms, rabbitUser, startRabbit } from '../servers/rabbitmq.ts'
import { redisPassword, redisPrograms, startRedis } from '../servers/redis.ts'
import { ldapAdmin, slapdPrograms, startSlapd } from '../servers/slapd.ts'
import { smtpUser, startSmtp } from '../servers/smtp.ts'
import { sshdPrograms, startSshd } from '../servers/sshd.ts'
import { ftpPassword, startVsftpd, vsftpdPrograms } from '../servers/vsftpd.ts'
import type { Caller } from './caller.ts'
import { listen } from './listening.ts'
import { attribute } from './messages.ts'
import { scratch } from './server.ts'

export type Connection = Record<string, string | number | boolean>

export interface Subject {
  protocol: string
  /** Of its codes. */
  namespace: string
  programs: Record<string, string>
  /** `front`: the port of a proxy that will stand before it, for servers that tell clients where to connect. */
  start(front?: number): Promise<Running>
}

export interface Running {
  port: number
  connection: Connection
  stop(): Promise<unknown>
  /** A connection to another place, where host and port are not fields of it. */
  at?(host: string, port: number): Connection
  /** How the connection would sign on wrongly; absent where a wrong login is no error of the protocol. */
  wrong?: Connection
  /** The same place by TLS; absent where the protocol has its own. */
  secure?(place: Connection): Connection
  /** It speaks TLS from the first byte on: a proxy can do it for the server. */
  behindTls?: boolean
  /** Keeps `content` under `name`, and gives it back. */
  store(
    call: Caller,
    name: string,
    content: Uint8Array,
    connection: Connection,
  ): Promise<Uint8Array | undefined>
  /** The half of `store` that is broken off; else all of it. */
  send?(call: Caller): Promise<unknown>
  /** Where a call has a connection of its own: what the client says when it is in the middle. */
  middle?: RegExp
  prepare?(call: Caller, link: ProtocolLink): Promise<unknown>
  /** How each trigger of the protocol is listened to, and what makes it hand on a word. */
  triggers?: Record<
    string,
    { values: Record<string, Value>; publish(call: Caller, word: string): Promise<unknown> }
  >
  /** Of names that cannot be: the code. */
  badName?(name: string): string | undefined
  /** What the parameters of operations need to be good, by name; and those that are a language of their own. */
  values: Record<string, Value>
  /** What single operations need instead, to go well when all are done in the order of the manifest. */
  valuesOf?: Record<string, Record<string, Value>>
  /** Operations that take only what a partner made: the code without it. */
  refuses?: Record<string, string>
  own?: string[]
  /** A protocol of lines, in the clear. */
  isLines?: boolean
  /** What a smuggled command would have changed is as it was. */
  isUnharmed?(call: Caller): Promise<boolean>
  /** Makes a text that names nothing of this machine. */
  tame?(text: string, name: string): string
}

const dict = (entries: Record<string, Value>): Map<Value, Value> => new Map(Object.entries(entries))
const bytesOf = (value: Value | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : (value as Entity).bytes
const loopback = '127.0.0.1'
const tls = (place: Connection): Connection => ({ ...place, tls: true })
const secured = (security: string) => (place: Connection): Connection => ({ ...place, security }) // prettier-ignore
const https = ({ url }: Connection): Connection => ({ url: String(url).replace('http:', 'https:') })

export const subjects: Subject[] = [
  {
    protocol: 'redis',
    namespace: 'REDIS',
    programs: redisPrograms,
    async start() {
      const { port, stop } = await startRedis()
      return {
        port, stop, wrong: { password: 'no' }, secure: tls, behindTls: true,
        connection: { host: loopback, port, password: redisPassword },
        store: async (call, key, value) => {
          await call('set', { key, value })
          const got = await call('get', { key })
          return typeof got === 'string' ? new TextEncoder().encode(got) : bytesOf(got)
        },
        values: { key: 'k', value: 'v', field: 'f', member: 'm', channel: 'c', message: 'm', score: 1, seconds: 100, at: 9e9, index: 0, start: '0', end: 1, stop: '1', min: '0', max: '1' },
        prepare: (call) => call('set', { key: 'canary', value: 'alive' }),
        valuesOf: {
          command: { command: ['PING'] },
          increment: { key: 'number' },
          decrement: { key: 'number' },
          push: { key: 'a list' },
          pop: { key: 'no list' },
          // Of each kind of value one key: list-length, hash-set …
          ...Object.fromEntries(protocolManifests.get('redis')!.operations.map(({ id }) => [id, id.split('-')] as const).flatMap(([id, [kind, what]]) => (what ? [[id, { key: `a ${kind}` }]] : []))),
          'hash-increment': { key: 'a hash', field: 'number' },
        },
        isUnharmed: async (call) => (await call('get', { key: 'canary' })) === 'alive',
        own: ['command'],
      } // prettier-ignore
    },
  },
  {
    protocol: 'postgresql',
    namespace: 'DATABASE',
    programs: postgresqlPrograms,
    async start() {
      const { port, stop } = await startPostgresql()
      return { port, stop, ...sql(port, postgresqlPassword, 'postgres', 'CREATE TABLE odd (name text, content bytea)') } // prettier-ignore
    },
  },
  {
    protocol: 'mysql',
    namespace: 'DATABASE',
    programs: mariadbPrograms,
    async start() {
      const { port, stop } = await startMariadb()
      return { port, stop, ...sql(port, mariadbPassword, 'weft', 'CREATE TABLE odd (name varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, content longblob)') } // prettier-ignore
    },
  },
  {
    protocol: 'mongodb',
    namespace: 'MONGODB',
    programs: ferretdbPrograms,
    async start() {
      const { port, stop } = await startFerretdb()
      return {
        port, stop, wrong: { password: 'no' }, secure: tls, behindTls: true,
        connection: { host: loopback, port, database: 'weft', authSource: 'weft', ...ferretdbUser },
        store: async (call, name, content) => {
          await call('delete', { collection: 'odd', filter: dict({ name }) })
          await call('insert', { collection: 'odd', documents: dict({ name, content }) })
          const [found] = (await call('find', { collection: 'odd', filter: dict({ name }) })) as Map<Value, Value>[]
          return bytesOf(found!.get('content'))
        },
        values: { collection: 'params', field: 'f', index: 'f_1', documents: dict({ a: 1 }), change: dict({ a: 2 }) },
        valuesOf: { 'collection-create': { collection: 'made' } },
        own: ['filter', 'pipeline'],
      } // prettier-ignore
    },
  },
  {
    protocol: 'kafka',
    namespace: 'KAFKA',
    programs: kafkaPrograms,
    async start(front) {
      const server = await startKafka(front)
      await server.makeTopics({ odd: 1, heard: 1 })
      const connection = { host: loopback, port: server.port }
      const heard = hearing()
      return {
        port: server.frontPort, connection, secure: tls,
        stop: async () => {
          await heard.stop()
          await server.stop()
        },
        wrong: { host: 'localhost', port: server.securePort, sasl: 'plain', tls: true, ca: server.ca, ...kafkaUser, password: 'no' },
        prepare: async (_, link) => heard.by(listen(link, 'kafka', 'consume', connection, { topics: 'odd', group: 'odd', fromBeginning: true, partitionBytes: 12_000_000 }), 'key'),
        store: async (call, key, content) => {
          await call('publish', { topic: 'odd', key, content, maxBytes: 11_000_000 })
          return await heard.of(key)
        },
        send: (call) => call('publish', { topic: 'odd', content: 'x' }),
        triggers: { consume: { values: { topics: 'heard', group: 'heard', fromBeginning: true }, publish: (call, content) => call('publish', { topic: 'heard', content }) } },
        values: { topic: 'odd', content: 'x', key: 'k' },
      } // prettier-ignore
    },
  },
  {
    protocol: 'amqp',
    namespace: 'AMQP',
    programs: rabbitPrograms,
    async start() {
      const { port, stop } = await rabbit()
      return {
        port, stop, wrong: { password: 'no' }, secure: tls, behindTls: true,
        connection: { host: loopback, port, ...rabbitUser },
        store: async (call, queue, content) => {
          await call('declare-queue', { queue })
          await call('publish', { routingKey: queue, content })
          return bytesOf(await call('get', { queue }))
        },
        prepare: async (call) => {
          for (const queue of ['params', 'heard']) await call('declare-queue', { queue })
        },
        triggers: { consume: { values: { queue: 'heard' }, publish: (call, content) => call('publish', { routingKey: 'heard', content }) } },
        values: { queue: 'params', exchange: '', routingKey: 'params', content: 'x' },
        valuesOf: { bind: { exchange: 'amq.topic' } },
      } // prettier-ignore
    },
  },
  {
    protocol: 'amqp1',
    namespace: 'AMQP1',
    programs: rabbitPrograms,
    async start() {
      const { port, stop } = await rabbit()
      const connection = { host: loopback, port, ...rabbitUser }
      const heard = hearing()
      return {
        port, connection, wrong: { password: 'no' }, secure: tls, behindTls: true,
        stop: async () => {
          await heard.stop()
          await stop()
        },
        prepare: async (_, link) => heard.by(listen(link, 'amqp1', 'consume', connection, { address: '/queue/odd1' }), 'subject'),
        store: async (call, subject, content) => {
          await call('publish', { address: '/queue/odd1', subject, content, contentType: 'application/octet-stream' })
          return await heard.of(subject)
        },
        send: (call) => call('publish', { address: '/queue/sent', content: 'x' }),
        triggers: { consume: { values: { address: '/queue/heard1' }, publish: (call, content) => call('publish', { address: '/queue/heard1', content }) } },
        values: { address: '/queue/params1', content: 'x' },
      } // prettier-ignore
    },
  },
  {
    protocol: 'mqtt',
    namespace: 'MQTT',
    programs: mosquittoPrograms,
    async start() {
      const { port, stop } = await startMosquitto()
      const connection = { host: loopback, port, user: 'weft', password: mqttPassword }
      const heard = hearing()
      return {
        port, connection, wrong: { password: 'no' }, secure: tls, behindTls: true,
        stop: async () => {
          await heard.stop()
          await stop()
        },
        prepare: async (_, link) => heard.by(listen(link, 'mqtt', 'subscribe', connection, { topics: 'odd/#', qos: '1' }), 'topic'),
        store: async (call, name, content) => {
          await call('publish', { topic: `odd/${name}`, content, qos: '1' })
          return await heard.of(`odd/${name}`)
        },
        send: (call) => call('publish', { topic: 'sent', content: 'x', qos: '1' }),
        triggers: { subscribe: { values: { topics: 'heard', qos: '1' }, publish: (call, content) => call('publish', { topic: 'heard', content, qos: '1' }) } },
        badName: (name) => (/[+#]/.test(name) ? 'MQTT:TOPIC' : undefined),
        values: { topic: 'params', content: 'x', qos: '1' },
      } // prettier-ignore
    },
  },
  {
    protocol: 'nats',
    namespace: 'NATS',
    programs: natsPrograms,
    async start() {
      const { port, stop } = await startNats()
      return {
        port, stop, wrong: { password: 'no' }, secure: tls,
        connection: { host: loopback, port, ...natsUser },
        prepare: async (call) => {
          await call('make-stream', { stream: 'ODD', subjects: 'odd.>' })
          await call('make-stream', { stream: 'HEARD', subjects: 'heard.>' })
        },
        triggers: {
          subscribe: { values: { subject: 'plain' }, publish: (call, content) => call('publish', { subject: 'plain', content }) },
          consume: { values: { stream: 'HEARD', consumer: 'heard' }, publish: (call, content) => call('publish', { subject: 'heard.x', content, stored: true }) },
        },
        store: async (call, name, content) => {
          await call('publish', { subject: `odd.${name}`, content, stored: true })
          return bytesOf(await call('get-last', { stream: 'ODD', subject: `odd.${name}` }))
        },
        badName: (name) => (/\s/.test(name) ? 'NATS:ERROR' : undefined),
        values: { subject: 'params.x', content: 'x', stream: 'PARAMS', subjects: 'params.>', timeout: 1 },
        // Something that answers.
        valuesOf: { request: { subject: '$JS.API.INFO' } },
      } // prettier-ignore
    },
  },
  {
    protocol: 'ldap',
    namespace: 'LDAP',
    programs: slapdPrograms,
    async start() {
      const { port, stop } = await startSlapd()
      const base = 'dc=example,dc=com'
      const dnOf = (name: string) => `cn=${name.replaceAll(/[\\,+"<>;=#/]/g, (one) => `\\${one.charCodeAt(0).toString(16).padStart(2, '0')}`)},${base}` // prettier-ignore
      return {
        port, stop, wrong: { password: 'no' }, secure: secured('tls'), behindTls: true,
        connection: { host: loopback, port, ...ldapAdmin },
        store: async (call, name, content) => {
          await call('delete', { dn: dnOf(name) }).catch(() => {})
          await call('add', { dn: dnOf(name), entry: dict({ objectClass: ['inetOrgPerson'], sn: 'x', cn: name, audio: content }) })
          const [found] = (await call('search', { base, filter: '(cn=:name)', parameters: dict({ name }) })) as Map<Value, Value>[]
          const [one] = found!.get('audio') as Value[]
          return typeof one === 'string' ? new TextEncoder().encode(one) : bytesOf(one)
        },
        send: (call) => call('search', { base }),
        values: { base, dn: `cn=params,${base}`, to: `cn=params2,${base}`, entry: dict({ objectClass: ['inetOrgPerson'], sn: 'x', cn: 'params' }) },
        valuesOf: { delete: { dn: `cn=params2,${base}` } },
      } // prettier-ignore
    },
  },
  {
    protocol: 'imap',
    namespace: 'IMAP',
    programs: dovecotPrograms,
    async start() {
      const { port, stop } = await startDovecot()
      return {
        port, stop, wrong: { password: 'no' }, secure: secured('tls'), behindTls: true,
        connection: { host: loopback, port, user: 'weft', password: mailPassword, security: 'none' },
        prepare: () => deliver(port, 'params', Buffer.from('x')),
        store: async (call, name, content) => {
          await deliver(port, name, content)
          return attached(await call('fetch', { max: 500 }), name)
        },
        send: (call) => call('fetch', {}),
        triggers: { 'new-mail': { values: { every: 1_000 }, publish: (_, word) => deliver(port, word, Buffer.from(word)) } },
        isLines: true,
        values: { folder: 'INBOX', id: 1 },
      } // prettier-ignore
    },
  },
  {
    protocol: 'pop3',
    namespace: 'POP3',
    programs: dovecotPrograms,
    async start() {
      const { port, pop3, stop } = await startDovecot()
      await deliver(port, 'params', Buffer.from('x'))
      return {
        port: pop3, stop, wrong: { password: 'no' }, secure: secured('tls'), behindTls: true,
        connection: { host: loopback, port: pop3, user: 'weft', password: mailPassword, security: 'none' },
        store: async (call, name, content) => {
          await deliver(port, name, content)
          return attached(await call('fetch', { max: 500 }), name)
        },
        send: (call) => call('fetch', {}),
        middle: /RETR/,
        isLines: true,
        values: { id: 'nothing' },
      } // prettier-ignore
    },
  },
  {
    protocol: 'smtp',
    namespace: 'SMTP',
    programs: {},
    async start() {
      const { port, got, stop } = await startSmtp()
      return {
        port, stop, wrong: { password: 'no' }, secure: secured('tls'), behindTls: true,
        connection: { host: loopback, port, ...smtpUser, security: 'none' },
        store: async (call, name, content) => {
          await call('send', { to: 'a@example.com', subject: 'x', body: 'x', attachments: dict({ [name]: content }) })
          for (const { text } of got.toReversed()) {
            const { attachments } = await PostalMime.parse(Buffer.from(text, 'latin1'))
            const found = attachments.find(({ filename }) => filename === name)
            if (found) return new Uint8Array(found.content as ArrayBuffer)
          }
          return undefined
        },
        send: (call) => call('send', { to: 'a@example.com', body: 'x' }),
        middle: /\r\nDATA\r\n/,
        isLines: true,
        values: { to: 'a@example.com', body: 'x' },
        // Its lines are sent as they are, after DATA.
        own: ['body'],
      } // prettier-ignore
    },
  },
  {
    protocol: 'ftp',
    namespace: 'FTP',
    programs: vsftpdPrograms,
    async start() {
      const { port, stop } = await startVsftpd()
      return {
        port, stop, wrong: { password: 'no' }, secure: secured('implicit'),
        connection: { host: loopback, port, user: 'anonymous', password: ftpPassword },
        isLines: true,
        ...files('/files'),
      } // prettier-ignore
    },
  },
  {
    protocol: 'sftp',
    namespace: 'SFTP',
    programs: sshdPrograms,
    async start() {
      const { port, user, privateKey, hostKey, files: folder, stop } = await startSshd()
      return {
        port, stop, wrong: { privateKey: '', password: 'no' },
        connection: { host: loopback, port, user, privateKey, hostKey },
        ...files(folder),
      } // prettier-ignore
    },
  },
  {
    protocol: 'http',
    namespace: 'HTTP',
    programs: {},
    async start() {
      const server = createServer((request, response) => {
        response.writeHead(200, { 'X-Path': request.url! })
        request.pipe(response)
      })
      await new Promise<void>((resolve) => server.listen(0, loopback, resolve))
      const { port } = server.address() as AddressInfo
      const url = `http://${loopback}:${port}`
      return {
        port,
        connection: { url },
        at: (host, onPort) => ({ url: `http://${host}:${onPort}` }),
        secure: https,
        behindTls: true,
        stop: () => new Promise((resolve) => server.close(resolve)),
        store: async (call, name, content, connection) => {
          const path = `/${encodeURIComponent(name)}`
          const answer = (await call('request', { url: connection['url']! + path, method: 'POST', body: content, timeout: 10_000 })) as Map<Value, Value> // prettier-ignore
          const headers = answer.get('headers') as string[][]
          return headers.some(([, one]) => one === path) ? bytesOf(answer.get('body')) : undefined
        },
        values: { url: `${url}/`, method: 'GET' },
      }
    },
  },
  {
    protocol: 'as2',
    namespace: 'AS2',
    programs: { openssl: 'openssl' },
    async start() {
      const folder = scratch('as2')
      const [us, them] = [newPem(folder, 'weft'), newPem(folder, 'partner')]
      const partner = await startPartner(folder, them, us)
      const connection = {
        url: partner.url,
        from: 'Weft',
        to: 'PARTNER',
        certificate: readFileSync(us.cert, 'utf8'),
        privateKey: readFileSync(us.key, 'utf8'),
        partnerCertificate: readFileSync(them.cert, 'utf8'),
      }
      return {
        port: Number(new URL(partner.url).port),
        connection,
        at: (host, port) => ({ url: `http://${host}:${port}/as2` }),
        secure: https,
        behindTls: true,
        stop: () => partner.stop(),
        store: async (call, fileName, content) => {
          await call('send', { content: Buffer.from(content).toString('base64'), fileName })
          return Buffer.from(partner.came.at(-1)!.content, 'base64')
        },
        // A header has no more than Latin-1.
        badName: (name) => (/[^\x20-\xff]/.test(name) ? 'RELAY:ARGUMENT' : undefined),
        send: (call) => call('send', { content: 'x', timeout: 10 }),
        values: { content: 'x' },
        refuses: { receive: 'AS2:PARTNER', 'check-receipt': 'AS2:RECEIPT' },
      }
    },
  },
]

/** AMQP 0-9-1 and 1.0 speak to the same broker. */
let broker: ReturnType<typeof startRabbit> | undefined
let uses = 0
async function rabbit(): ReturnType<typeof startRabbit> {
  uses++
  const server = await (broker ??= startRabbit())
  return { ...server, stop: async () => void (--uses === 0 && (await server.stop())) }
}

function sql(
  port: number,
  password: string,
  database: string,
  table: string,
): Omit<Running, 'port' | 'stop'> {
  return {
    connection: { host: loopback, port, user: 'weft', password, database },
    wrong: { password: 'no' },
    secure: tls,
    prepare: async (call) => {
      await call('update', { sql: table })
      await call('update', { sql: 'CREATE TABLE canary (name varchar(20))' })
      await call('insert', { sql: "INSERT INTO canary VALUES ('alive')" })
    },
    store: async (call, name, content) => {
      await call('delete', { by: 'table', table: 'odd', where: dict({ name }) })
      await call('insert', { by: 'table', table: 'odd', values: dict({ name, content }) })
      const rows = (await call('query', { by: 'table', table: 'odd', where: dict({ name }) })) as Map<Value, Value>[] // prettier-ignore
      return bytesOf(rows[0]!.get('content'))
    },
    values: { by: 'table', table: 'canary', columns: 'name', values: dict({ name: 'x' }), where: dict({ name: 'nobody' }) }, // prettier-ignore
    isUnharmed: async (call) => ((await call('query', { sql: "SELECT * FROM canary WHERE name = 'alive'" })) as Value[]).length === 1, // prettier-ignore
    valuesOf: { 'query-batches': { sql: 'SELECT * FROM canary' } },
    own: ['sql'],
  }
}

/** Below a folder of its own: what a path says is done. */
function files(
  folder: string,
): Pick<Running, 'prepare' | 'store' | 'values' | 'valuesOf' | 'tame' | 'send' | 'badName'> {
  return {
    prepare: async (call) => {
      for (const name of ['params', 'gone']) await call('write', { path: `${folder}/${name}`, content: 'x' })
    },
    valuesOf: {
      delete: { path: `${folder}/gone` },
      mkdir: { path: `${folder}/made` },
      move: { to: `${folder}/params3` },
      list: { path: folder },
    },
    store: async (call, name, content) => {
      await call('write', { path: `${folder}/${name}`, content })
      return bytesOf(await call('read', { path: `${folder}/${name}` }))
    },
    send: (call) => call('list', { path: folder }),
    values: { path: `${folder}/params`, content: 'x', from: `${folder}/params`, to: `${folder}/params2` },
    tame: (text, name) => (name === 'path' || name === 'from' || name === 'to' ? `${folder}/${text.replaceAll('..', '')}` : text), // prettier-ignore
  }
}

async function deliver(port: number, name: string, content: Uint8Array): Promise<void> {
  const client = new ImapFlow({ host: loopback, port, secure: false, doSTARTTLS: false, auth: { user: 'weft', pass: mailPassword }, logger: false }) // prettier-ignore
  await client.connect()
  const file = `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`
  await client.append('INBOX', `From: a@example.com\r\nSubject: ${file}\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n${(Buffer.from(content).toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')}\r\n`) // prettier-ignore
  await client.logout()
}
function attached(mails: Value | undefined, name: string): Uint8Array | undefined {
  const mail = (mails as Map<Value, Value>[]).findLast((one) => one.get('Subject') === name)
  const [file] = (mail?.get('Attachments') ?? []) as Map<Value, Value>[]
  return file && Buffer.from(String(file.get('Data')), 'base64')
}

/** What a trigger hands on, by an attribute. */
function hearing() {
  let listening: ReturnType<typeof listen> | undefined
  let by = ''
  return {
    by: (one: ReturnType<typeof listen>, name: string): void => {
      listening = one
      by = name
    },
    of: async (name: string): Promise<Uint8Array> => {
      for (;;) {
        const found = listening!.came.findLast((message) => attribute(message, by) === name)
        if (found) return bytesOf(found.payload)
        await new Promise((again) => setTimeout(again, 20))
      }
    },
    stop: async () => await listening?.stop(),
  }
}

/** 10 MB that no compression makes small. */
export function tenMegabytes(): Uint8Array {
  const piece = randomBytes(1024 * 1024)
  return Buffer.concat(Array.from({ length: 10 }, () => piece))
}
export const hashOf = (bytes: Uint8Array | undefined): string =>
  bytes ? createHash('sha256').update(bytes).digest('hex') : 'nothing'
