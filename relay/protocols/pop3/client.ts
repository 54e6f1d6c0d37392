// POP3 on the wire (RFC 1939): a command is a line, an answer a line, or lines up to one that is a dot.
import type { Socket } from 'node:net'
import { fault } from '../../../worker/model/fault.ts'

/** Milliseconds without a byte. */
const patience = 30_000
const longestLine = 1024 * 1024

export class Pop3Client {
  readonly #socket: Socket
  readonly #chunks: AsyncIterator<Buffer>
  #rest = Buffer.alloc(0)

  constructor(socket: Socket) {
    this.#socket = socket
    this.#chunks = (socket as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    socket.setTimeout(patience, () => {
      socket.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }))
    })
  }

  /** Throws POP3:AUTH. */
  async signOn(user: string, password: string): Promise<void> {
    await this.#answer()
    try {
      await this.command(`USER ${user}`)
      await this.command(`PASS ${password}`)
    } catch (thrown) {
      if ((thrown as { code?: string }).code !== 'POP3:ERROR') throw thrown
      throw fault('POP3:AUTH', (thrown as Error).message, { hint: 'Check the connection.' })
    }
  }

  /** The answer without its +OK. Throws POP3:ERROR. */
  async command(line: string): Promise<string> {
    this.#socket.write(`${line}\r\n`)
    return await this.#answer()
  }

  /** What comes after the answer, without the dots that the protocol adds. */
  async lines(line: string): Promise<Buffer> {
    await this.command(line)
    const lines: Buffer[] = []
    for (;;) {
      const one = await this.#line()
      if (one[0] !== dot) lines.push(one)
      else if (one.length === 1 || one.equals(dotLine)) return Buffer.concat(lines)
      else lines.push(one.subarray(1))
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  async #answer(): Promise<string> {
    const line = (await this.#line()).toString().trimEnd()
    if (line.startsWith('+OK')) return line.slice(3).trim()
    if (line.startsWith('-ERR')) throw fault('POP3:ERROR', `POP3: ${line.slice(4).trim()}`)
    throw Object.assign(new Error('no POP3'), { code: 'ECONNRESET' })
  }

  /** One line with its end. */
  async #line(): Promise<Buffer> {
    let from = 0
    for (;;) {
      const end = this.#rest.indexOf('\n', from)
      if (end >= 0) {
        const line = this.#rest.subarray(0, end + 1)
        this.#rest = this.#rest.subarray(end + 1)
        return line
      }
      from = this.#rest.length
      if (from > longestLine) throw Object.assign(new Error('no POP3'), { code: 'ECONNRESET' })
      const { value, done } = await this.#chunks.next()
      if (done) throw Object.assign(new Error('closed'), { code: 'ECONNRESET' })
      this.#rest = Buffer.concat([this.#rest, value])
    }
  }
}
const dot = 0x2e
const dotLine = Buffer.from('.\r\n')
