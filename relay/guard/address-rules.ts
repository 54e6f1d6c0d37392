// Which addresses are public. IPv4: all but the blocks below. IPv6: only 2000::/3, without the exceptions in it.
// Source: IANA special-purpose address registries (RFC 6890 and its updates); cloud metadata addresses of Azure and Alibaba.
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

type Block = [ipaddr.IPv4 | ipaddr.IPv6, number]

const refused4 = blocks({
  'this-network': ['0.0.0.0/8'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  'metadata-service': ['168.63.129.16/32', '100.100.100.200/32'],
  shared: ['100.64.0.0/10'],
  loopback: ['127.0.0.0/8'],
  'link-local': ['169.254.0.0/16'],
  'protocol-assignments': ['192.0.0.0/24'],
  documentation: ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  'dns-sinkhole': ['192.31.196.0/24', '192.52.193.0/24', '192.175.48.0/24'],
  '6to4-relay': ['192.88.99.0/24'],
  benchmarking: ['198.18.0.0/15'],
  multicast: ['224.0.0.0/4'],
  reserved: ['240.0.0.0/4'],
})
const refused6 = blocks({
  loopback: ['::1/128'],
  unspecified: ['::/128'],
  nat64: ['64:ff9b::/96', '64:ff9b:1::/48'],
  'unique-local': ['fc00::/7'],
  'link-local': ['fe80::/10'],
  multicast: ['ff00::/8'],
  'protocol-assignments': ['2001::/23'],
  documentation: ['2001:db8::/32', '3fff::/20'],
  '6to4': ['2002::/16'],
  'dns-sinkhole': ['2620:4f:8000::/48'],
})
const global6 = ipaddr.parseCIDR('2000::/3')

/** Networks that belong to somebody: an operator may allow names in them. */
const ownable = new Set(['private', 'shared', 'loopback', 'unique-local'])

/** Name of the rule that an address falls under; undefined for a public one. An IPv4 address inside of IPv6 is what it is. */
export function ruleAgainst(text: string): string | undefined {
  if (text.includes('%')) return 'zone-id'
  if (isIP(text) === 0) return 'no-address'
  // In hexadecimal: ipaddr.js takes the dotted ::1.2.3.4 for ::ffff:1.2.3.4.
  const plain = text.includes(':') ? new URL(`http://[${text}]/`).hostname.slice(1, -1) : text
  const address = ipaddr.process(plain)
  if (address.kind() === 'ipv4') return nameOf(refused4, address)
  return nameOf(refused6, address) ?? (address.match(global6) ? undefined : 'not-global')
}

export function isOwnable(rule: string): boolean {
  return ownable.has(rule)
}

/** `64:ff9b::/96`: an IPv4 address that a network translates; never an answer to connect to. */
export function isTranslated(text: string): boolean {
  return ruleAgainst(text) === 'nat64'
}

function nameOf(rules: [string, Block[]][], address: ipaddr.IPv4 | ipaddr.IPv6): string | undefined {
  return rules.find(([, list]) => list.some((block) => address.match(block as never)))?.[0]
}

function blocks(rules: Record<string, string[]>): [string, Block[]][] {
  return Object.entries(rules).map(([name, list]) => [name, list.map((one) => ipaddr.parseCIDR(one))])
}
