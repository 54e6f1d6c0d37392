// What answers like SQL Server on the wire ([MS-TDS] 7.4): sign-on, batches, sp_executesql with its parameters, transactions,
// TLS. What the answers are is up to the test. It is no database, and written from the specification, not from tedious.
import { createServer, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'

export interface TdsRequest {
  /** `begin`, `commit`, `rollback` of a transaction, else SQL. */
  sql: string
  parameters: Record<string, unknown>
}
export interface TdsAnswer {
  columns?: [string, ColumnKind][]
  /** Values as they go on the wire: see `put`. */
  rows?: Iterable<unknown[]>
  /** What DONE says. */
  count?: number
  outputs?: [string, ColumnKind, unknown][]
  error?: { number: number; message: string; severity?: number }
  /** The connection is cut in the middle of the answer. */
  cut?: boolean
}
export type ColumnKind = 'int' | 'bigint' | 'bit' | 'float' | 'nvarchar' | 'varbinary' | 'date' | 'datetime2' | `decimal(${number},${number})` // prettier-ignore

export interface Tds {
  port: number
  /** All that came, in order. */
  heard: TdsRequest[]
  /** Sign-ons that were tried. */
  logins: { user: string; password: string; database: string; secure: boolean }[]
  stop(): Promise<void>
}

export async function startTds(
  answer: (request: TdsRequest) => TdsAnswer,
  { user, password, tls }: { user: string; password: string; tls?: { key: string; cert: string } },
): Promise<Tds> {
  const heard: Tds['heard'] = []
  const logins: Tds['logins'] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const wire = new Wire(socket)
    wire.onMessage = (type, body) => {
      if (type === 0x12) {
        wire.send(preloginAnswer(tls !== undefined))
        if (tls) wire.secure(tls)
      } else if (type === 0x10) {
        const login = { ...loginOf(body), secure: wire.isSecure }
        logins.push(login)
        const isRight = login.user === user && login.password === password
        if (isRight) wire.send(Buffer.concat([loginAck(), done(0)]))
        else wire.send(Buffer.concat([errorToken({ number: 18456, message: `Login failed for user '${login.user}'.`, severity: 14 }), done(2)])) // prettier-ignore
      } else if (type === 0x06) wire.send(done(0x20))
      else if (isFirst(type, body)) wire.send(done(0))
      else {
        const request = requestOf(type, body)
        heard.push(request)
        const given = answer(request)
        if (given.cut) wire.cut(tokensOf(request, given))
        else wire.send(tokensOf(request, given))
      }
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    heard,
    logins,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Packets of a connection; TLS begins inside of PRELOGIN packets and goes on without them. */
class Wire {
  onMessage: (type: number, body: Buffer) => void = () => {}
  isSecure = false
  readonly #socket: Socket
  #out: { write(bytes: Buffer): unknown }
  #bytes = Buffer.alloc(0)
  #body: Buffer[] = []

  constructor(socket: Socket) {
    this.#socket = socket
    this.#out = socket
    socket.on('data', this.#take)
  }
  readonly #take = (chunk: Buffer): void => {
    this.#bytes = Buffer.concat([this.#bytes, chunk])
    while (this.#bytes.length >= 8) {
      const length = this.#bytes.readUInt16BE(2)
      if (this.#bytes.length < length) return
      const [type, status] = [this.#bytes[0]!, this.#bytes[1]!]
      this.#body.push(this.#bytes.subarray(8, length))
      this.#bytes = this.#bytes.subarray(length)
      if ((status & 1) === 0) continue
      const body = Buffer.concat(this.#body.splice(0))
      this.onMessage(type, body)
    }
  }
  send(tokens: Buffer, type = 4): void {
    for (const packet of packetsOf(tokens, type)) this.#out.write(packet)
  }
  cut(tokens: Buffer): void {
    const all = Buffer.concat(packetsOf(tokens, 4))
    this.#out.write(all.subarray(0, Math.floor(all.length / 2)))
    setTimeout(() => this.#socket.destroy(), 50)
  }
  secure({ key, cert }: { key: string; cert: string }): void {
    this.#socket.off('data', this.#take)
    let isWrapped = true
    const outer = new Duplex({
      read() {},
      write: (chunk: Buffer, _, callback) => {
        for (const packet of isWrapped ? packetsOf(chunk, 0x12) : [chunk]) this.#socket.write(packet)
        callback()
      },
    })
    let held = Buffer.alloc(0)
    this.#socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk])
      while (held[0] === 0x12 && held.length >= 8 && held.length >= held.readUInt16BE(2)) {
        const length = held.readUInt16BE(2)
        outer.push(held.subarray(8, length))
        held = held.subarray(length)
      }
      if (held.length === 0 || held[0] === 0x12) return
      isWrapped = false
      outer.push(held)
      held = Buffer.alloc(0)
    })
    const inner = new TLSSocket(outer as Socket, { isServer: true, key, cert, maxVersion: 'TLSv1.2' })
    inner.on('error', () => this.#socket.destroy())
    inner.on('data', this.#take)
    this.#out = inner
    this.isSecure = true
  }
}

function packetsOf(bytes: Buffer, type: number): Buffer[] {
  const most = 4096 - 8
  const packets: Buffer[] = []
  for (let at = 0; at === 0 || at < bytes.length; at += most) {
    const body = bytes.subarray(at, at + most)
    const head = Buffer.from([type, at + most >= bytes.length ? 1 : 0, 0, 0, 0, 0, 1, 0])
    head.writeUInt16BE(body.length + 8, 2)
    packets.push(Buffer.concat([head, body]))
  }
  return packets
}

function preloginAnswer(isSecure: boolean): Buffer {
  // VERSION (6 bytes at 11), ENCRYPTION (1 byte at 17), end.
  return Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, isSecure ? 3 : 2])
}

function loginOf(body: Buffer): { user: string; password: string; database: string } {
  const bytes = (at: number) => Buffer.from(body.subarray(body.readUInt16LE(at), body.readUInt16LE(at) + body.readUInt16LE(at + 2) * 2)) // prettier-ignore
  const password = bytes(44).map((byte) => {
    const plain = byte ^ 0xa5
    return (plain >> 4) | ((plain & 15) << 4)
  })
  return {
    user: bytes(40).toString('utf16le'),
    password: Buffer.from(password).toString('utf16le'),
    database: bytes(68).toString('utf16le'),
  }
}

function requestOf(type: number, body: Buffer): TdsRequest {
  const at = body.readUInt32LE(0)
  if (type === 0x0e)
    return { sql: { 5: 'begin', 7: 'commit', 8: 'rollback' }[body.readUInt16LE(at)] ?? '?', parameters: {} }
  if (type === 0x01) return { sql: body.subarray(at).toString('utf16le'), parameters: {} }
  // RPC: 0xffff and the number of sp_executesql (10), two bytes of flags; then the parameters.
  const reader = new Reader(body, at + 6)
  const all: [string, unknown][] = []
  while (reader.at < body.length) all.push([reader.short(), reader.parameter()])
  const [[, sql] = [], , ...parameters] = all
  return { sql: String(sql), parameters: Object.fromEntries(parameters) }
}

/** What a client sets once after its sign-on. */
function isFirst(type: number, body: Buffer): boolean {
  return type === 0x01 && /^set \w/.test(requestOf(type, body).sql)
}

class Reader {
  at: number
  readonly #bytes: Buffer
  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }
  #take(count: number): Buffer {
    return this.#bytes.subarray(this.at, (this.at += count))
  }
  short(): string {
    return this.#take(this.#take(1)[0]! * 2).toString('utf16le')
  }
  parameter(): unknown {
    this.#take(1)
    const type = this.#take(1)[0]!
    if (type === 0xe7) {
      const bytes = this.#long(this.#take(7).readUInt16LE(0))
      return bytes && bytes.toString('utf16le')
    }
    if (type === 0xa5) return this.#long(this.#take(2).readUInt16LE(0))
    if (type === 0x2a) this.#take(1)
    else if (type === 0x6c) this.#take(3)
    else if (type !== 0x28) this.#take(1)
    const bytes = this.#take(this.#take(1)[0]!)
    if (bytes.length === 0) return null
    if (type === 0x68) return bytes[0] === 1
    if (type === 0x6d) return bytes.length === 8 ? bytes.readDoubleLE(0) : bytes.readFloatLE(0)
    if (type === 0x26) return bytes.length === 8 ? bytes.readBigInt64LE(0) : bytes.readIntLE(0, bytes.length)
    return bytes
  }
  #long(most: number): Buffer | null {
    if (most !== 0xffff) {
      const length = this.#take(2).readUInt16LE(0)
      return length === 0xffff ? null : this.#take(length)
    }
    if (this.#take(8).readBigUInt64LE(0) === 0xffff_ffff_ffff_ffffn) return null
    const chunks: Buffer[] = []
    for (;;) {
      const length = this.#take(4).readUInt32LE(0)
      if (length === 0) return Buffer.concat(chunks)
      chunks.push(this.#take(length))
    }
  }
}

const u8 = (value: number) => Buffer.from([value])
const u16 = (value: number) => Buffer.from([value & 255, value >> 8])
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
function i64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(BigInt(value))
  return bytes
}
const wide = (text: string) => Buffer.from(text, 'utf16le')
const short = (text: string) => Buffer.concat([u8(text.length), wide(text)])

function loginAck(): Buffer {
  const body = Buffer.concat([
    u8(1),
    Buffer.from([0x74, 0, 0, 4]),
    short('Responder'),
    Buffer.from([16, 0, 0, 0]),
  ])
  return Buffer.concat([u8(0xad), u16(body.length), body])
}
function done(status: number, count = 0, token = 0xfd): Buffer {
  return Buffer.concat([u8(token), u16(status), u16(0), i64(count)])
}
function errorToken({ number, message, severity = 16 }: NonNullable<TdsAnswer['error']>): Buffer {
  const body = Buffer.concat([u32(number), u8(1), u8(severity), u16(message.length), wide(message), short('srv'), short(''), u32(1)]) // prettier-ignore
  return Buffer.concat([u8(0xaa), u16(body.length), body])
}

function tokensOf(
  { sql }: TdsRequest,
  { columns, rows = [], count, outputs = [], error }: TdsAnswer,
): Buffer {
  const change = { begin: 8, commit: 9, rollback: 10 }[sql]
  if (change !== undefined) {
    const id = Buffer.concat([u8(8), i64(77)])
    const body = Buffer.concat([u8(change), ...(change === 8 ? [id, u8(0)] : [u8(0), id])])
    return Buffer.concat([u8(0xe3), u16(body.length), body, done(0)])
  }
  const tokens: Buffer[] = []
  if (columns) {
    tokens.push(u8(0x81), u16(columns.length))
    for (const [name, kind] of columns) tokens.push(u32(0), u16(9), typeOf(kind), short(name))
  }
  let number = 0
  for (const row of rows) {
    number++
    tokens.push(u8(0xd1), ...row.map((value, i) => put(columns![i]![1], value)))
  }
  if (error) return Buffer.concat([...tokens, errorToken(error), done(2)])
  outputs.forEach(([name, kind, value], i) =>
    tokens.push(u8(0xac), u16(i), short('@' + name), u8(1), u32(0), u16(9), typeOf(kind), put(kind, value)),
  )
  return Buffer.concat([...tokens, done(0x11, count ?? number, 0xff), done(0, 0, 0xfe)])
}

function typeOf(kind: ColumnKind): Buffer {
  const collation = [0x09, 0x04, 0xd0, 0x00, 0x34]
  const [, precision, scale] = /\((\d+),(\d+)\)/.exec(kind) ?? []
  if (precision) return Buffer.from([0x6c, 17, Number(precision), Number(scale)])
  return Buffer.from(
    {
      int: [0x26, 4],
      bigint: [0x26, 8],
      bit: [0x68, 1],
      float: [0x6d, 8],
      nvarchar: [0xe7, 0xff, 0xff, ...collation],
      varbinary: [0xa5, 0xff, 0xff],
      date: [0x28],
      datetime2: [0x2a, 7],
    }[kind as 'int'],
  )
}

/** Numbers, texts and bytes as they are; a decimal as the whole number without its point; dates as text. */
function put(kind: ColumnKind, value: unknown): Buffer {
  const isLong = kind === 'nvarchar' || kind === 'varbinary'
  if (value === null) return isLong ? i64(-1n) : u8(0)
  if (isLong) {
    const bytes = kind === 'nvarchar' ? wide(value as string) : Buffer.from(value as Uint8Array)
    return Buffer.concat([i64(bytes.length), ...(bytes.length > 0 ? [u32(bytes.length), bytes] : []), u32(0)])
  }
  if (kind === 'bit') return Buffer.from([1, value ? 1 : 0])
  if (kind === 'int') return Buffer.concat([u8(4), u32((value as number) >>> 0)])
  if (kind === 'bigint') return Buffer.concat([u8(8), i64(value as bigint)])
  if (kind === 'float') {
    const bytes = Buffer.alloc(8)
    bytes.writeDoubleLE(value as number)
    return Buffer.concat([u8(8), bytes])
  }
  const days = (iso: string) => {
    const number = Math.round(
      (Date.parse(iso.slice(0, 10)) - Date.parse('0001-01-01T00:00:00Z')) / 86_400_000,
    )
    return Buffer.from([number & 255, (number >> 8) & 255, number >> 16])
  }
  if (kind === 'date') return Buffer.concat([u8(3), days(value as string)])
  if (kind === 'datetime2') {
    const [, h, m, s, fraction = ''] = /T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?/.exec(value as string)!
    const ticks =
      BigInt((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 10_000_000n + BigInt(fraction.padEnd(7, '0'))
    return Buffer.concat([u8(8), i64(ticks).subarray(0, 5), days(value as string)])
  }
  const whole = value as bigint
  return Buffer.concat([u8(17), u8(whole < 0n ? 0 : 1), i64(whole < 0n ? -whole : whole), i64(0)])
}
