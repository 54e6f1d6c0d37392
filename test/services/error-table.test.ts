// One table of errors over all protocols, against their real servers: the same cause has the same code everywhere. What goes through
// well stands in the same table: values of 10 MB, odd names, texts that would be commands.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultConfig } from '../../relay/config.ts'
import { protocolManifests } from '../../relay/protocols.ts'
import type { Field } from '../../worker/model/definition.ts'
import { isFault } from '../../worker/model/fault.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { caller, type Caller } from './support/caller.ts'
import { certificate } from './support/certificate.ts'
import { hashOf, subjects, tenMegabytes, type Connection, type Running, type Subject } from './support/error-subjects.ts' // prettier-ignore
import { sweepCalls } from './support/cut-sweep.ts'
import { startProxy, startSilent, type Break, type FaultProxy } from './support/fault-proxy.ts'
import { describeWith, missingOf, scratch } from './support/server.ts'

const table = {
  'wrong password': (namespace: string) => `${namespace}:AUTH`,
  'no such host': () => 'CONNECT:NOT_FOUND',
  'connection refused': () => 'CONNECT:REFUSED',
  'TLS asked of a server that has none': () => 'CONNECT:TLS',
  'a certificate that nobody signed': () => 'CONNECT:TLS',
  'TLS with the certificate of the server': () => 'went well',
  'a server that is silent': () => 'CONNECT:TIMEOUT',
  'hung up in the middle': () => 'CONNECT:LOST',
  'half an answer': () => 'CONNECT:LOST',
  'and the next call after that': () => 'went well',
  'cut off at every moment of a call': () => 'went well',
  'cut off at every moment of a sign-on': () => 'went well',
  '10 MB': () => 'went well',
  'odd names': () => 'went well',
  'texts that would be commands': () => 'went well',
} as const
type Cause = keyof typeof table

const oddNames = ['订单 №1', 'é ñ ü', '🙂', "o'clock", 'a "b"', '%41%0a', 'a;b', '{{x}}', '$HOME', 'עברית', '-rf', 'x'.repeat(120)] // prettier-ignore
const commands = [
  "'; DROP TABLE canary; --",
  '" OR ""="',
  'x\r\nDEL canary\r\nDELE 1\r\nA1 DELETE INBOX\r\nRCPT TO:<evil@example.com>\r\nPUB odd.canary 0\r\n\r\n',
  '*)(uid=*))(|(uid=*',
  '{"$where": "sleep(9999)"}',
  '../../../weft-nowhere',
  'a\0b',
  '`touch canary`$(touch canary)',
  '%0d%0aQUIT',
  '<script>alert(1)</script>',
]

/** What of them would be a line of its own in a protocol of lines. */
const smuggled = /^(DEL canary|DELE 1|A1 DELETE|RCPT TO:<evil|PUB odd)/m

const causes = Object.keys(table) as Cause[]
const found = new Map<string, Record<Cause, Promise<string>>>()
const stops: (() => Promise<unknown>)[] = []
/** At localhost, which is what the certificate is of. */
const cert = certificate(scratch('front'))
let relay: TestRelay
let silentPort: number

beforeAll(async () => {
  relay = await startRelay({ limits: { ...defaultConfig.limits, links: 100 } })
  const silent = await startSilent()
  stops.push(silent.stop)
  silentPort = silent.port
  for (const subject of subjects) {
    if (missingOf(subject.programs)) continue
    const begun = begin(subject)
    begun.catch(() => {})
    found.set(subject.protocol, Object.fromEntries(causes.map((cause) => [cause, begun.then((all) => all[cause])])) as never) // prettier-ignore
  }
  // Each is awaited by its own test.
  for (const row of found.values()) for (const one of Object.values(row)) one.catch(() => {})
})
afterAll(async () => {
  const rows = await Promise.all(
    causes.map(async (cause) => {
      const codes = await Promise.all([...found].map(async ([protocol, row]) => ({ protocol, code: await row[cause].catch((thrown: unknown) => isFault(thrown) ? `${thrown.code} ${thrown.message}` : String(thrown)) }))) // prettier-ignore
      const by = new Map<string, string[]>()
      for (const { protocol, code } of codes) by.set(code, [...(by.get(code) ?? []), protocol])
      return `${cause}: ${[...by].map(([code, of]) => `${code} (${of.join(' ')})`).join(', ')}`
    }),
  )
  console.log(rows.join('\n'))
  await relay.close()
  await Promise.all(stops.map((stop) => stop()))
}, 120_000)

/** Starts the server, and everything that is asked of it, side by side. */
async function begin(subject: Subject): Promise<Record<Cause, Promise<string>>> {
  const { protocol } = subject
  let port = 0
  const [proxy, front] = await Promise.all([startProxy(() => port), startProxy(() => port, { tls: cert })])
  const server = await subject.start(proxy.port)
  port = server.port
  stops.push(server.stop, proxy.stop, front.stop)
  const { connection, wrong, secure, behindTls, at = (host, port) => ({ host, port }) } = server
  const takesCa = protocolManifests.get(protocol)!.fields.some(({ name }) => name === 'ca')
  const client = relay.newClient()
  const to = (more: Connection): Caller => caller(client, protocol, { ...connection, ...more })
  // Beside servers that start, a relay is slow to greet.
  await client.ready(undefined, 60_000)
  await server.prepare?.(to({}), client)
  const send = (more: Connection, call = to(more)): Promise<unknown> =>
    server.send?.(call) ?? server.store(call, `sent${++sent}`, Buffer.from('x'), { ...connection, ...more })
  const proxied = at('127.0.0.1', proxy.port)
  const through = to(proxied)
  const broken = async (how: Break): Promise<string> => {
    await send(proxied, through)
    proxy.arm(how, server.middle)
    return await outcome(send(proxied, through))
  }
  const hungUp = broken('hang up')
  const half = hungUp.then(() => broken('half an answer'))
  const again = half.then(() => outcome(send(proxied, through)))
  const cutCalls = again.then(() =>
    sweepCalls(proxy, () => outcome(send(proxied, through)), isToldOf(protocol)),
  )
  const cutSignOns = cutCalls.then(() => sweepCalls(proxy, () => outcome(client.test(protocol, { ...connection, ...proxied }, new AbortController().signal)), isToldOf(protocol))) // prettier-ignore
  const tame = cutSignOns.then(() => misread(server, protocol, through, to, proxy))
  const odd = tame.then(() => oddlyNamed(server, to({})))
  return {
    'wrong password': wrong ? outcome(send(wrong)) : none,
    'no such host': outcome(send(at('nobody.invalid', port))),
    'connection refused': outcome(send(at('127.0.0.1', 1))),
    'TLS asked of a server that has none': secure ? outcome(send(secure(at('127.0.0.1', port)))) : none,
    'a certificate that nobody signed':
      secure && behindTls ? outcome(send(secure(at('localhost', front.port)))) : none,
    'TLS with the certificate of the server': secure && behindTls && takesCa ? outcome(send({ ...secure(at('localhost', front.port)), ca: cert.ca })) : none, // prettier-ignore
    'a server that is silent': outcome(send(at('127.0.0.1', silentPort))),
    'hung up in the middle': hungUp,
    'half an answer': half,
    'and the next call after that': again,
    'cut off at every moment of a call': cutCalls,
    'cut off at every moment of a sign-on': cutSignOns,
    '10 MB': odd.then(async () => {
      const big = tenMegabytes()
      return await outcome(server.store(to({}), 'big', big, connection), big)
    }),
    'odd names': odd,
    'texts that would be commands': tame,
  }
}
const none = Promise.resolve('–')
/** Names for what is stored side by side. */
let sent = 0

/** The code of a Fault; what is wrong about the value, where it is another. */
async function outcome(work: Promise<unknown>, wanted?: Uint8Array): Promise<string> {
  try {
    const got = (await Promise.race([work, tooLate()])) as Uint8Array | undefined
    return wanted && hashOf(got) !== hashOf(wanted) ? `another value (${got?.length})` : 'went well'
  } catch (thrown) {
    return isFault(thrown) ? thrown.code : `no Fault: ${String(thrown)}`
  }
}

/** Longer than anything may wait for a server. */
function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(reject, 40_000, 'it never ends').unref())
}

async function oddlyNamed(server: Running, call: Caller): Promise<string> {
  for (const name of oddNames) {
    const content = Buffer.from(`${name} \r\n.\r\n值 é`)
    const got = await outcome(server.store(call, name, content, server.connection), content)
    if (got !== (server.badName?.(name) ?? 'went well')) return `${name}: ${got}`
  }
  return 'went well'
}

/** Whether the docs have this code. */
function isToldOf(protocol: string): (code: string) => boolean {
  const { faults, internal } = protocolManifests.get(protocol)!
  return (code) =>
    // HTTP Request has the docs of HTTP.
    (internal === true && code.startsWith('HTTP:')) ||
    ['went well', 'RELAY:ARGUMENT', ...faults.map((row) => row.code)].includes(code) ||
    faults.some((row) => row.code === `${code.split(':')[0]}:ANY`)
}

/** Each text in each parameter of each operation and of the connection: it is a value, or it is refused by a code that the docs have. */
async function misread(
  server: Running,
  protocol: string,
  call: Caller,
  to: (more: Connection) => Caller,
  proxy: FaultProxy,
): Promise<string> {
  const { operations, fields, internal } = protocolManifests.get(protocol)!
  const documented = isToldOf(protocol)
  const { values, own = [], tame = (text) => text } = server
  for (const operation of operations) {
    const names = operation.fields.filter(takesText).map(({ name }) => name)
    for (const name of internal ? Object.keys(values) : names) {
      if (own.includes(name)) continue
      const rows = operation.fields.some((field) => field.name === name && field.kind === 'rows')
      for (const text of commands) {
        const one = tame(text, name)
        const given = { ...values, [name]: rows ? new Map([[one, one]]) : one }
        const run = operation.stream ? call.batches(operation.id, given) : call(operation.id, given)
        const code = await outcome(run)
        if (!documented(code)) return `${operation.id} ${name} ${JSON.stringify(one)}: ${code}`
      }
    }
  }
  const texts = fields.filter((field) => takesText(field) && field.name !== 'ca' && field.name !== 'host')
  const tried = texts.flatMap(({ name }) =>
    commands.slice(0, 3).map(async (text) => {
      const code = await outcome(server.send?.(to({ [name]: text })) ?? server.store(to({ [name]: text }), `sent${++sent}`, Buffer.from('x'), server.connection)) // prettier-ignore
      return documented(code) ? undefined : `${name} ${JSON.stringify(text)}: ${code}`
    }),
  )
  const bad = (await Promise.all(tried)).find((one) => one !== undefined)
  if (bad) return bad
  if (server.isLines && smuggled.test(proxy.said())) return `smuggled in ${smuggled.exec(proxy.said())![0]}`
  return (await server.isUnharmed?.(call)) === false ? 'the server was harmed' : 'went well'
}
const takesText = ({ kind, type }: Field): boolean =>
  ['string', 'lines', 'secret', 'rows'].includes(kind) || (kind === 'value' && (!type || type === 'str'))

for (const { protocol, namespace, programs } of subjects)
  describeWith(programs, protocol, () => {
    it.each(causes)('%s', { timeout: 120_000 }, async (cause) => {
      const got = await found.get(protocol)![cause]
      // A dash: the protocol has no such thing.
      if (got !== '–') expect(got).toBe(table[cause](namespace))
    })
  })
