// An AS2 partner made of node:http and the openssl program: what it opens and signs is independent of our own code.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { runProgram } from '../support/server.ts'

export interface Pem {
  cert: string
  key: string
}
export interface Came {
  headers: IncomingHttpHeaders
  content: string
  layers: string[]
}
export interface Partner {
  url: string
  came: Came[]
  /** What it does wrong, for one answer. */
  next: { tamper?: 'mic' | 'signature' | 'id'; status?: number; silent?: boolean; cut?: boolean }
  /** Receipts asked for later: where to, and what. */
  later: { url: string; headers: Record<string, string>; body: Buffer }[]
  stop(): Promise<void>
}

/** A self-signed certificate in `folder`, for two days. */
export function newPem(folder: string, name: string): Pem {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
  runProgram('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert], { cwd: folder }) // prettier-ignore
  return { cert, key }
}

export async function startPartner(folder: string, own: Pem, other: Pem): Promise<Partner> {
  const came: Came[] = []
  const later: Partner['later'] = []
  const next: Partner['next'] = {}
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      try {
        const doing = { ...next }
        for (const key of Object.keys(next)) delete next[key as keyof typeof next]
        if (doing.cut) return response.writeHead(200, { 'Content-Length': 1000 }).write('half', () => request.socket.destroy()) // prettier-ignore
        if (doing.status) return response.writeHead(doing.status).end('no')
        const { headers } = request
        const opened = open(folder, own, other, headers['content-type'] ?? '', Buffer.concat(chunks))
        came.push({ headers, content: opened.content.toString('utf8'), layers: opened.layers })
        if (doing.silent || !headers['disposition-notification-to']) return response.writeHead(200).end()
        const mic = doing.tamper === 'mic' ? 'AAAA' : opened.mic
        const id = doing.tamper === 'id' ? '<other@x>' : headers['message-id']!
        const receipt = receiptOf(folder, doing.tamper === 'signature' ? other : own, id as string, mic)
        const addressed = { 'AS2-From': String(headers['as2-to']), 'AS2-To': String(headers['as2-from']) }
        const url = headers['receipt-delivery-option']
        if (url === undefined)
          return response.writeHead(200, { ...receipt.headers, ...addressed }).end(receipt.body)
        later.push({ url: String(url), headers: { ...receipt.headers, ...addressed }, body: receipt.body })
        return response.writeHead(200).end()
      } catch (thrown) {
        // What openssl does not take.
        return response.writeHead(500).end(String(thrown))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/as2`,
    came,
    next,
    later,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function open(folder: string, own: Pem, other: Pem, type: string, body: Buffer) {
  const layers: string[] = []
  let entity = Buffer.concat([Buffer.from(`Content-Type: ${type}\r\n\r\n`), body])
  let mic = createHash('sha256').update(body).digest('base64')
  if (type.includes('enveloped-data')) {
    layers.push('encrypted')
    const file = write(folder, 'in.der', body)
    const out = join(folder, 'in.mime')
    runProgram('openssl', ['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', file, '-recip', own.cert, '-inkey', own.key, '-out', out], { cwd: folder }) // prettier-ignore
    entity = readFileSync(out)
    mic = createHash('sha256').update(entity).digest('base64')
  }
  const boundary = /^Content-Type: multipart\/signed[^\r\n]*boundary="([^"]+)"/i.exec(
    entity.toString('latin1'),
  )?.[1]
  if (boundary !== undefined) {
    layers.push('signed')
    // The parts are cut out here, since openssl's reader of MIME changes single line feeds.
    const line = `--${boundary}\r\n`
    const start = entity.indexOf(line) + line.length
    const end = entity.indexOf(`\r\n${line}`, start)
    const signature = entity
      .subarray(end + 2 + line.length, entity.indexOf(`\r\n--${boundary}--`, end))
      .toString()
    entity = entity.subarray(start, end)
    const file = write(folder, 'signed.part', entity)
    const der = write(
      folder,
      'signed.der',
      Buffer.from(signature.slice(signature.indexOf('\r\n\r\n')), 'base64'),
    )
    runProgram('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-in', der, '-content', file, '-CAfile', other.cert, '-purpose', 'any', '-out', join(folder, 'signed.out')], { cwd: folder }) // prettier-ignore
    mic = createHash('sha256').update(entity).digest('base64')
  }
  return { content: entity.subarray(entity.indexOf('\r\n\r\n') + 4), layers, mic }
}

function receiptOf(folder: string, own: Pem, id: string, mic: string) {
  const report = [
    'Content-Type: multipart/report; report-type=disposition-notification; boundary="rep"',
    '',
    '--rep',
    'Content-Type: text/plain',
    '',
    'Thank you.',
    '--rep',
    'Content-Type: message/disposition-notification',
    '',
    'Reporting-UA: openssl',
    `Original-Message-ID: ${id}`,
    'Disposition: automatic-action/MDN-sent-automatically; processed',
    `Received-Content-MIC: ${mic}, sha-256`,
    '',
    '--rep--',
    '',
  ].join('\r\n')
  const signed = signEntity(folder, own, Buffer.from(report))
  const end = signed.indexOf('\n\n')
  const type = /^Content-Type: (.*)$/m.exec(signed.subarray(0, end).toString('latin1'))![1]!
  return { headers: { 'Content-Type': type, 'Message-ID': '<mdn@partner>' }, body: signed.subarray(end + 2) }
}

/** multipart/signed of a MIME entity, by openssl. */
export function signEntity(folder: string, own: Pem, entity: Buffer, more: string[] = []): Buffer {
  const [file, out] = [write(folder, 'sign.in', entity), join(folder, 'sign.out')]
  runProgram('openssl', ['cms', '-sign', '-binary', '-in', file, '-signer', own.cert, '-inkey', own.key, '-md', 'sha256', '-outform', 'SMIME', '-out', out, ...more], { cwd: folder }) // prettier-ignore
  return readFileSync(out)
}
/** DER of enveloped data, by openssl. */
export function encryptEntity(folder: string, other: Pem, entity: Buffer, more: string[]): Buffer {
  const [file, out] = [write(folder, 'encrypt.in', entity), join(folder, 'encrypt.out')]
  runProgram('openssl', ['cms', '-encrypt', '-binary', '-in', file, '-outform', 'DER', '-out', out, '-recip', other.cert, ...more], { cwd: folder }) // prettier-ignore
  return readFileSync(out)
}

function write(folder: string, name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
