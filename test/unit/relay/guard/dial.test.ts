// The guard against reaching inside: every vector is decided with a resolver and a connect that open nothing.
import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { ruleAgainst } from '../../../../relay/guard/address-rules.ts'
import { Dialer, type DialPolicy } from '../../../../relay/guard/dial.ts'
import { hostOf, Targets } from '../../../../relay/guard/target.ts'

const denied: [string, string][] = [
  ['0.0.0.0', 'this-network'],
  ['0.1.2.3', 'this-network'],
  ['10.0.0.1', 'private'],
  ['10.255.255.255', 'private'],
  ['100.64.0.1', 'shared'],
  ['100.127.255.254', 'shared'],
  ['100.100.100.200', 'metadata-service'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.255', 'loopback'],
  ['168.63.129.16', 'metadata-service'],
  ['169.254.0.1', 'link-local'],
  ['169.254.169.254', 'link-local'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.0.0.1', 'protocol-assignments'],
  ['192.0.0.170', 'protocol-assignments'],
  ['192.0.2.1', 'documentation'],
  ['192.31.196.1', 'dns-sinkhole'],
  ['192.52.193.1', 'dns-sinkhole'],
  ['192.88.99.1', '6to4-relay'],
  ['192.168.0.1', 'private'],
  ['192.168.255.255', 'private'],
  ['192.175.48.1', 'dns-sinkhole'],
  ['198.18.0.1', 'benchmarking'],
  ['198.19.255.255', 'benchmarking'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'reserved'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::127.0.0.1', 'not-global'],
  ['::10.0.0.1', 'not-global'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:7f00:1', 'loopback'],
  ['::ffff:10.0.0.1', 'private'],
  ['::ffff:169.254.169.254', 'link-local'],
  ['::ffff:0:127.0.0.1', 'not-global'],
  ['64:ff9b::7f00:1', 'nat64'],
  ['64:ff9b::a9fe:a9fe', 'nat64'],
  ['64:ff9b:1::1', 'nat64'],
  ['100::1', 'not-global'],
  ['2001::1', 'protocol-assignments'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'protocol-assignments'],
  ['2001:2::1', 'protocol-assignments'],
  ['2001:10::1', 'protocol-assignments'],
  ['2001:20::1', 'protocol-assignments'],
  ['2001:db8::1', 'documentation'],
  ['2002:7f00:1::', '6to4'],
  ['2002:a00:1::1', '6to4'],
  ['2620:4f:8000::1', 'dns-sinkhole'],
  ['3fff::1', 'documentation'],
  ['3fff:fff::1', 'documentation'],
  ['4000::1', 'not-global'],
  ['5f00::1', 'not-global'],
  ['fc00::1', 'unique-local'],
  ['fd12:3456:789a::1', 'unique-local'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'zone-id'],
  ['fec0::1', 'not-global'],
  ['ff02::1', 'multicast'],
  ['ff0e::1', 'multicast'],
]
const allowed = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '192.169.0.1',
  '223.255.255.255',
  '::ffff:8.8.8.8',
  '2001:4860:4860::8888',
  '2400:cb00::1',
  '2606:4700:4700::1111',
  '2620:fe::fe',
  '2a00:1450:4001::1',
]

/** Ways of writing loopback and metadata addresses that some client or resolver understands. */
const spellings = [
  '127.1',
  '127.0.1',
  '0x7f.1',
  '0x7f000001',
  '0X7F.0.0.1',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '127.000.000.001',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '127。0。0。1',
  '0',
  '0x0',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000::0001]',
  '::1',
  '2852039166',
  '0xa9fea9fe',
  '169.254.43518',
  '0251.0376.0251.0376',
  '[::ffff:a9fe:a9fe]',
  'fe80::1%25eth0',
]
const noHosts = ['', ' ', 'a b', 'a\r\nb', 'a/b', 'user@host', 'host:80', '[1.2.3.4]', '[example.com]', 'a\0b', '256.1.1.1', '1.2.3.4.5', '0x7g.1', 'a?b', 'a#b', 'a\\b', '%31%32%37.1', 'xn--a', 'a'.repeat(254)] // prettier-ignore

/** A guard over a world where names have these addresses; what it would have connected to is in `dials`. */
function guard(names: Record<string, string[][]>, policy: Partial<DialPolicy> = {}, remote?: string) {
  const dials: string[] = []
  const asked: string[] = []
  const dialer = new Dialer(
    { targets: new Targets([]), ...policy },
    {
      resolve: async (host) => {
        asked.push(host)
        const answers = names[host] ?? []
        return (answers.length > 1 ? answers.shift() : answers[0]) ?? []
      },
      connect: (address, port) => {
        dials.push(`${address}:${port}`)
        const socket = Object.assign(new EventEmitter(), {
          remoteAddress: remote ?? address,
          setKeepAlive: () => {},
          setNoDelay: () => {},
          destroy: () => {},
        })
        setImmediate(() => socket.emit('connect'))
        return socket as unknown as Socket
      },
      ownAddresses: () => ['198.41.0.4', '127.0.0.1'],
    },
  )
  return { dialer, dials, asked }
}

describe('addresses', () => {
  test.each(denied)('%s is refused as %s', (address, rule) => {
    expect(ruleAgainst(address)).toBe(rule)
  })
  test.each(allowed)('%s is public', (address) => {
    expect(ruleAgainst(address)).toBe(undefined)
  })
  test.each(denied)('a literal %s is never dialled', async (address, rule) => {
    const { dialer, dials } = guard({})
    await expect(dialer.dial({ host: address, port: 443 })).rejects.toMatchObject({
      code: 'EGRESS:DENIED',
      data: { rule },
    })
    expect(dials).toEqual([])
  })
  test.each(denied.filter(([, rule]) => rule !== 'nat64'))(
    'a name for %s is never dialled',
    async (address) => {
      const { dialer, dials } = guard({ 'evil.example': [[address]] })
      await expect(dialer.dial({ host: 'evil.example', port: 443 })).rejects.toMatchObject({
        code: 'EGRESS:DENIED',
      })
      expect(dials).toEqual([])
    },
  )
})

describe('spellings', () => {
  test.each(spellings)('%j is seen for what it is', async (host) => {
    const { dialer, dials, asked } = guard({})
    await expect(dialer.dial({ host, port: 80 })).rejects.toMatchObject({
      code: expect.stringMatching(/^EGRESS:/),
    })
    expect([dials, asked]).toEqual([[], []])
  })
  test.each(noHosts)('%j is no host', async (host) => {
    const { dialer, dials, asked } = guard({})
    await expect(dialer.dial({ host, port: 80 })).rejects.toMatchObject({ code: 'EGRESS:HOST' })
    expect([dials, asked]).toEqual([[], []])
  })
  test.each([0, -1, 65_536, 1.5, NaN])('%d is no port', async (port) => {
    const { dialer } = guard({})
    await expect(dialer.dial({ host: '8.8.8.8', port })).rejects.toMatchObject({ code: 'EGRESS:PORT' })
  })
  it('names are compared in one form', () => {
    expect(hostOf('DB.Example.COM.')).toBe('db.example.com')
    expect(hostOf('例え.jp')).toBe('xn--r8jz45g.jp')
    expect(hostOf('my_service')).toBe('my_service')
    expect(hostOf('2001:DB8::1')).toBe('2001:db8::1')
  })
})

describe('names', () => {
  it('connects to the address that was checked, whatever the name says a moment later', async () => {
    const { dialer, dials, asked } = guard({ 'a.example': [['8.8.8.8'], ['127.0.0.1']] })
    await dialer.dial({ host: 'a.example', port: 443 })
    expect([dials, asked]).toEqual([['8.8.8.8:443'], ['a.example']])
  })
  it.each([
    [['8.8.8.8', '127.0.0.1']],
    [['127.0.0.1', '8.8.8.8']],
    [['8.8.8.8', '::1']],
    [['2606:4700::1', 'fd00::1']],
    [['8.8.8.8', '169.254.169.254']],
    [['64:ff9b::7f00:1']],
    [['fe80::1%2']],
    [['not an address']],
  ])('a name with one bad address is refused: %j', async (answers) => {
    const { dialer, dials } = guard({ 'a.example': [answers] })
    await expect(dialer.dial({ host: 'a.example', port: 443 })).rejects.toMatchObject({
      code: 'EGRESS:DENIED',
    })
    expect(dials).toEqual([])
  })
  it('leaves translated addresses aside', async () => {
    const { dialer, dials } = guard({ 'a.example': [['64:ff9b::808:808', '8.8.8.8']] })
    await dialer.dial({ host: 'a.example', port: 443 })
    expect(dials).toEqual(['8.8.8.8:443'])
  })
  it('a name without addresses is not found', async () => {
    const { dialer } = guard({})
    await expect(dialer.dial({ host: 'nobody.example', port: 443 })).rejects.toMatchObject({
      code: 'CONNECT:NOT_FOUND',
    })
  })
  it('looks again at where the socket went', async () => {
    const { dialer } = guard({ 'a.example': [['8.8.8.8']] }, {}, '127.0.0.1')
    await expect(dialer.dial({ host: 'a.example', port: 443 })).rejects.toMatchObject({
      data: { rule: 'other-address' },
    })
  })
  it('does not reach its own machine by its public address', async () => {
    const { dialer } = guard({ 'me.example': [['198.41.0.4']] })
    await expect(dialer.dial({ host: 'me.example', port: 443 })).rejects.toMatchObject({
      data: { rule: 'own-address' },
    })
  })
})

describe('what the operator allows', () => {
  const targets = new Targets([
    '10.1.2.3:5432',
    'erp.corp:443',
    '127.0.0.1:*',
    '192.168.0.0/16:22',
    '[fd00::5]:1',
  ])
  it.each([
    ['10.1.2.3', 5432],
    ['127.0.0.1', 6379],
    ['192.168.7.7', 22],
    ['fd00::5', 1],
    ['erp.corp', 443],
    ['ERP.corp.', 443],
    ['db.example', 5432],
  ])('%s:%d is reached', async (host, port) => {
    const names = { 'erp.corp': [['10.9.9.9']], 'db.example': [['10.1.2.3']] }
    const { dialer, dials } = guard(names, { targets })
    await dialer.dial({ host, port })
    expect(dials).toHaveLength(1)
  })
  it.each([
    ['10.1.2.3', 5433],
    ['10.1.2.4', 5432],
    ['192.168.7.7', 23],
    ['erp.corp', 80],
    ['sub.erp.corp', 443],
    ['notherp.corp', 443],
  ])('%s:%d is not', async (host, port) => {
    const names = {
      'erp.corp': [['10.9.9.9']],
      'sub.erp.corp': [['10.9.9.9']],
      'notherp.corp': [['10.9.9.9']],
    }
    const { dialer, dials } = guard(names, { targets })
    await expect(dialer.dial({ host, port })).rejects.toMatchObject({ code: 'EGRESS:DENIED' })
    expect(dials).toEqual([])
  })
  it('an allowed name does not lead to metadata', async () => {
    const { dialer } = guard({ 'erp.corp': [['169.254.169.254']] }, { targets })
    await expect(dialer.dial({ host: 'erp.corp', port: 443 })).rejects.toMatchObject({
      data: { rule: 'link-local' },
    })
  })
  it('the relay itself is never a target', async () => {
    const { dialer } = guard({}, { targets, ownPorts: () => [8517] })
    await expect(dialer.dial({ host: '127.0.0.1', port: 8517 })).rejects.toMatchObject({
      data: { rule: 'own-port' },
    })
  })
  it('port 25 is nobody’s, and a shared relay has its ports', async () => {
    const { dialer } = guard({}, { ports: [443] })
    await expect(dialer.dial({ host: '8.8.8.8', port: 25 })).rejects.toMatchObject({
      data: { rule: 'port-25' },
    })
    await expect(dialer.dial({ host: '8.8.8.8', port: 444 })).rejects.toMatchObject({
      data: { rule: 'port' },
    })
  })
  it.each(['', 'host', 'host:', ':80', 'host:0', 'host:99999', 'a b:80', '10.0.0.0/99:80'])(
    '%j says no target',
    (line) => {
      expect(() => new Targets([line])).toThrow(expect.objectContaining({ code: 'EGRESS:TARGET' }))
    },
  )
})

/** Each vector once, counted: a name for every refusal, and no socket. */
describe('counted', () => {
  interface Vector {
    host: string
    port?: number
    answers?: string[]
    policy?: Partial<DialPolicy>
  }
  const targets = new Targets(['10.1.2.3:5432', 'erp.corp:443', '127.0.0.1:*', '192.168.0.0/16:22', '[fd00::5]:1']) // prettier-ignore
  const named = (answers: string[]): Vector => ({ host: 'evil.example', answers })
  const refused: Vector[] = [
    ...denied.map(([host]) => ({ host })),
    ...denied.map(([address]) => named([address])),
    ...denied.filter(([, rule]) => rule !== 'nat64').map(([address]) => named(['8.8.8.8', address])),
    ...spellings.map((host) => ({ host })),
    ...noHosts.map((host) => ({ host })),
    { host: '10.1.2.3', port: 5433, policy: { targets } },
    { host: '10.1.2.4', port: 5432, policy: { targets } },
    { host: '192.168.7.7', port: 23, policy: { targets } },
    { host: 'erp.corp', port: 80, answers: ['10.9.9.9'], policy: { targets } },
    { host: 'sub.erp.corp', answers: ['10.9.9.9'], policy: { targets } },
    { host: 'erp.corp', answers: ['169.254.169.254'], policy: { targets } },
    { host: '127.0.0.1', port: 8517, policy: { targets, ownPorts: () => [8517] } },
    { host: '198.41.0.4' },
    { host: '8.8.8.8', port: 25 },
    { host: '8.8.8.8', port: 444, policy: { ports: [443] } },
  ]
  const welcome: Vector[] = [
    ...allowed.map((host) => ({ host })),
    ...allowed.map((address) => ({ host: 'api.example', answers: [address] })),
    { host: 'API.Example.', answers: ['8.8.8.8'] },
    { host: 'api.example', answers: ['64:ff9b::808:808', '8.8.8.8'] },
    { host: '10.1.2.3', port: 5432, policy: { targets } },
    { host: 'db.example', port: 5432, answers: ['10.1.2.3'], policy: { targets } },
    { host: '127.0.0.1', port: 6379, policy: { targets } },
    { host: '192.168.7.7', port: 22, policy: { targets } },
    { host: 'fd00::5', port: 1, policy: { targets } },
    { host: 'erp.corp', answers: ['10.9.9.9'], policy: { targets } },
    { host: '8.8.8.8', policy: { ports: [443] } },
  ]
  const dial = async ({ host, port = 443, answers, policy }: Vector) => {
    const { dialer, dials } = guard({ [host.toLowerCase().replace(/\.$/, '')]: [answers ?? []] }, policy)
    const name = await dialer.dial({ host, port }).then(
      () => undefined,
      ({ code, data }: { code: string; data?: { rule?: string } }) => data?.rule ?? code,
    )
    return { name, dials: dials.length }
  }
  it(`${refused.length} vectors are refused by name`, async () => {
    const names = new Map<string, number>()
    for (const vector of refused) {
      const { name, dials } = await dial(vector)
      expect({ vector, name, dials }).toMatchObject({ name: expect.stringMatching(/^EGRESS:HOST$|^[a-z0-9-]+$/), dials: 0 }) // prettier-ignore
      names.set(name!, (names.get(name!) ?? 0) + 1)
    }
    console.log(
      `${refused.length} refused: ${[...names].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    )
    expect(refused.length).toBeGreaterThanOrEqual(150)
  })
  it(`${welcome.length} that are legitimate are connected`, async () => {
    for (const vector of welcome)
      expect({ vector, ...(await dial(vector)) }).toMatchObject({ name: undefined, dials: 1 })
    console.log(`${welcome.length} accepted`)
    expect(welcome.length).toBeGreaterThanOrEqual(40)
  })
})
