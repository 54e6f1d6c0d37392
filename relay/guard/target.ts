// A target as people write it, in the one form that everything compares: an address, or a name in ASCII; and the operator's
// list of private targets.
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { fault, type Fault } from '../../worker/model/fault.ts'

/** Throws EGRESS:HOST for what is no host. `0x7f.1`, `2130706433` and `127.1` are 127.0.0.1, as every resolver has it. */
export function hostOf(text: string): string {
  const host = text.trim().replace(/\.$/, '')
  if (isIP(host)) return host.toLowerCase()
  const bare = /^\[(.*)\]$/.exec(host)?.[1]
  if (bare !== undefined) {
    if (isIP(bare) !== 6) throw noHost(text)
    return bare.toLowerCase()
  }
  if (host === '' || host.length > 253 || /[\s%/?#@\\:<>^|[\]\x00-\x1f\x7f]/.test(host)) throw noHost(text)
  try {
    const { hostname } = new URL(`http://${host}/`)
    if (hostname !== '') return hostname
  } catch {}
  throw noHost(text)
}

export function portOf(port: unknown): number {
  const number = Number(port)
  if (Number.isInteger(number) && number > 0 && number <= 65_535) return number
  throw fault('EGRESS:PORT', `${String(port).slice(0, 20)} is not a port.`, {
    hint: 'Ports go from 1 to 65535.',
  })
}

/** Private targets that are allowed, in lines `host:port`, `10.0.0.0/8:*`; `*` as port is any. */
export class Targets {
  readonly #names: { host: string; port: number | undefined }[] = []
  readonly #networks: { block: [ipaddr.IPv4 | ipaddr.IPv6, number]; port: number | undefined }[] = []
  readonly #all: boolean
  readonly lines: readonly string[]

  /** `all`: whatever this machine reaches, for its own user. Throws EGRESS:TARGET for a line that says nothing. */
  constructor(lines: readonly string[] | 'all') {
    this.#all = lines === 'all'
    this.lines = lines === 'all' ? ['*'] : [...lines]
    if (lines !== 'all') for (const line of lines) this.#add(line)
  }

  allowsName(host: string, port: number): boolean {
    return this.#all || this.#names.some((one) => one.host === host && (one.port ?? port) === port)
  }

  allowsAddress(address: string, port: number): boolean {
    if (this.allowsName(address, port)) return true
    const parsed = ipaddr.process(address)
    return this.#networks.some(
      ({ block, port: only }) =>
        (only ?? port) === port && parsed.kind() === block[0].kind() && parsed.match(block as never),
    )
  }

  get allowsAll(): boolean {
    return this.#all
  }

  #add(line: string): void {
    const [, host = '', port = ''] = /^(.+):(\d+|\*)$/.exec(line.trim()) ?? []
    const only = port === '*' ? undefined : Number(port)
    try {
      if (host === '' || (only !== undefined && portOf(only) !== only)) throw noHost(line)
      if (host.includes('/')) this.#networks.push({ block: ipaddr.parseCIDR(host), port: only })
      else this.#names.push({ host: hostOf(host), port: only })
    } catch {
      throw fault('EGRESS:TARGET', `"${line.slice(0, 100)}" is not a target.`, {
        hint: 'Write host:port, 10.0.0.0/8:5432, or host:* for every port.',
      })
    }
  }
}

function noHost(text: string): Fault {
  return fault('EGRESS:HOST', `"${text.slice(0, 100)}" is not a host.`, {
    hint: 'Write a name such as db.example.com, or an address.',
  })
}
