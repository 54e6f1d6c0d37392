// AS2 through the relay, with a partner made of openssl (servers/as2-partner.ts) and with itself.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Entity, type Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import {
  encryptEntity,
  newPem,
  signEntity,
  startPartner,
  type Partner,
  type Pem,
} from './servers/as2-partner.ts'
import { caller, type Caller } from './support/caller.ts'
import { attribute, textOf } from './support/messages.ts'
import { describeWith, scratch } from './support/server.ts'

const dict = (entries: Record<string, Value>): Map<Value, Value> => new Map(Object.entries(entries))
const order = "UNA:+.? '\r\nUNB+UNOC:3+WEFT+PARTNER'订单\n"

describeWith({ openssl: 'openssl' }, 'AS2', () => {
  const folder = scratch('as2')
  let partner: Partner
  let relay: TestRelay
  let [us, them]: Pem[] = []
  let connection: Record<string, string>
  let call: Caller
  beforeAll(async () => {
    us = newPem(folder, 'weft')
    them = newPem(folder, 'partner')
    partner = await startPartner(folder, them, us)
    relay = await startRelay()
    connection = {
      url: partner.url,
      from: 'Weft "CN" 1',
      to: 'PARTNER',
      certificate: readFileSync(us.cert, 'utf8'),
      privateKey: readFileSync(us.key, 'utf8'),
      partnerCertificate: readFileSync(them.cert, 'utf8'),
    }
    call = caller(relay.client, 'as2', connection)
  })
  afterAll(async () => {
    await relay?.close()
    await partner?.stop()
  })
  const send = async (values: Record<string, Value> = {}, other: object = {}) =>
    Object.fromEntries((await caller(relay.client, 'as2', { ...connection, ...other })('send', { content: order, contentType: 'application/edifact', ...values })) as Map<string, Value>) // prettier-ignore
  const code = (sent: Promise<unknown>) => sent.then(() => 'went well', ({ code }) => code as string) // prettier-ignore

  describe('sending', () => {
    it.each([
      ['sha256', 'aes-256-cbc'],
      ['sha256', 'aes-128-cbc'],
      ['sha256', 'aes-192-cbc'],
      ['sha256', 'des-ede3-cbc'],
      ['sha256', 'none'],
      ['none', 'aes-256-cbc'],
      ['none', 'none'],
    ])(
      'signed by %s, encrypted by %s: openssl opens it, and its signed receipt fits',
      async (sign, encrypt) => {
        const result = await send({ sign, encrypt, subject: 'Order 1', fileName: 'a "b".edi' })
        const { content, layers, headers } = partner.came.at(-1)!
        expect(content).toBe(order)
        expect(layers).toEqual([
          ...(encrypt === 'none' ? [] : ['encrypted']),
          ...(sign === 'none' ? [] : ['signed']),
        ])
        expect(headers).toMatchObject({
          'as2-from': '"Weft \\"CN\\" 1"',
          'as2-to': 'PARTNER',
          subject: 'Order 1',
        })
        expect(result).toMatchObject({ signed: true, text: 'Thank you.', messageId: headers['message-id'] })
        expect(result['receivedMic']).toBe(result['mic'])
        expect(result['disposition']).toMatch(/; processed$/)
      },
    )

    it.each(['sha1', 'sha384', 'sha512'])('openssl also takes a signature by %s', async (sign) => {
      // The partner measures by SHA-256 always; the signature is what counts here.
      await send({ sign, receipt: 'none' })
      expect(partner.came.at(-1)).toMatchObject({ content: order, layers: ['encrypted', 'signed'] })
    })

    it('a receipt that comes later is checked by its message id and MIC', async () => {
      const sent = await send({ receipt: 'async', receiptUrl: 'https://weft.example/receipts' })
      expect(sent).toMatchObject({ disposition: null, receivedMic: null })
      const { url, headers, body } = partner.later.at(-1)!
      expect(url).toBe('https://weft.example/receipts')
      const check = (more: Record<string, Value>) =>
        call('check-receipt', { headers: dict(headers), body: new Uint8Array(body), messageId: sent['messageId']!, mic: sent['mic']!, ...more }) // prettier-ignore
      expect(await check({})).toEqual(expect.any(Map))
      expect(await code(check({ mic: 'AAAA, sha-256' }))).toBe('AS2:MIC')
      expect(await code(check({ messageId: '<another@weft>' }))).toBe('AS2:RECEIPT')
      const changed = Buffer.from(body.toString('latin1').replace('Thank you.', 'Thank you!'), 'latin1')
      expect(await code(check({ body: new Uint8Array(changed) }))).toBe('AS2:SIGNATURE')
      expect(await code(check({ body: new Uint8Array(body.subarray(0, body.length / 2)) }))).toMatch(/^AS2:/)
    })

    it('says what is wrong with the answer', async () => {
      partner.next.tamper = 'mic'
      expect(await code(send())).toBe('AS2:MIC')
      partner.next.tamper = 'signature'
      expect(await code(send())).toBe('AS2:SIGNATURE')
      partner.next.tamper = 'id'
      expect(await code(send())).toBe('AS2:RECEIPT')
      partner.next.silent = true
      expect(await code(send())).toBe('AS2:RECEIPT')
      partner.next.status = 403
      expect(await code(send())).toBe('AS2:STATUS')
      partner.next.cut = true
      expect(await code(send())).toBe('CONNECT:LOST')
    })

    it('says what is wrong with the connection', async () => {
      const port = new URL(partner.url).port
      expect(await code(send({}, { url: 'http://127.0.0.1:1/' }))).toBe('CONNECT:REFUSED')
      expect(await code(send({}, { url: 'http://nobody.invalid/' }))).toBe('CONNECT:NOT_FOUND')
      expect(await code(send({}, { url: 'http://10.0.0.1/' }))).toBe('EGRESS:DENIED')
      expect(await code(send({}, { url: `https://127.0.0.1:${port}/` }))).toBe('CONNECT:TLS')
      expect(await code(send({}, { url: 'file:///etc/passwd' }))).toBe('HTTP:URL')
      expect(await code(send({}, { certificate: 'no' }))).toBe('AS2:CERTIFICATE')
      expect(await code(send({}, { privateKey: readFileSync(them!.key, 'utf8') }))).toBe('AS2:CERTIFICATE')
      expect(await code(send({}, { partnerCertificate: '' }))).toBe('AS2:CERTIFICATE')
    })

    it('nothing that is given becomes a header of its own', async () => {
      for (const bad of ['a\r\nX-Evil: 1', 'a\nb', 'a\0b'])
        for (const field of ['subject', 'fileName', 'contentType', 'messageId'])
          expect(await code(send({ [field]: bad }))).toBe('RELAY:ARGUMENT')
      expect(await code(send({}, { from: 'a\r\nX-Evil: 1' }))).toBe('RELAY:ARGUMENT')
      expect(await code(send({}, { to: '订' }))).toBe('RELAY:ARGUMENT')
    })

    it('carries 10 MB', async () => {
      const content = randomBytes(5_000_000).toString('hex')
      await send({ content })
      expect(partner.came.at(-1)!.content === content).toBe(true)
    })
  })

  describe('receiving', () => {
    const entity = Buffer.from(`Content-Type: application/edifact\r\nContent-Disposition: attachment; filename="o.edi"\r\n\r\n${order}`) // prettier-ignore
    const addressed = { 'as2-from': 'PARTNER', 'as2-to': ['"Weft \\"CN\\" 1"'], 'message-id': '<m1@partner>' }
    const enveloped = { ...addressed, 'content-type': 'application/pkcs7-mime; smime-type=enveloped-data' }
    const receive = (
      body: Buffer,
      headers: Record<string, Value> = enveloped,
      values: Record<string, Value> = {},
    ) => call.whole('receive', { headers: dict(headers), body: new Uint8Array(body), ...values })

    it.each([
      ['AES-256', ['-aes256']],
      ['AES-128', ['-aes128']],
      ['Triple DES', ['-des3']],
      ['OAEP', ['-aes256', '-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256']],
      ['pieces without a length', ['-aes256', '-stream']],
    ])('opens what openssl signed, and encrypted by %s', async (_, more) => {
      const body = encryptEntity(folder, us!, signEntity(folder, them!, entity), more)
      const message = await receive(body)
      expect(message.payload).toEqual(new Entity(new Uint8Array(Buffer.from(order)), 'application/edifact'))
      const names = ['from', 'to', 'messageId', 'fileName', 'signed', 'encrypted', 'compressed']
      expect(names.map((name) => attribute(message, name))).toEqual(['PARTNER', 'Weft "CN" 1', '<m1@partner>', 'o.edi', true, true, false]) // prettier-ignore
    })

    it.each([
      ['RSA-PSS', ['-keyopt', 'rsa_padding_mode:pss']],
      ['no signed attributes', ['-noattr']],
    ])('takes a signature with %s', async (_, more) => {
      const signed = signEntity(folder, them!, entity, more)
      const end = signed.indexOf('\n\n')
      const type = /^Content-Type: (.*)$/m.exec(signed.subarray(0, end).toString('latin1'))![1]!
      const message = await receive(signed.subarray(end + 2), { ...addressed, 'content-type': type })
      expect([textOf(message.payload), attribute(message, 'signed')]).toEqual([order, true])
    })

    it('refuses what was changed, signed by another, by an old certificate, or for somebody else', async () => {
      const signed = signEntity(folder, them!, entity)
      const good = encryptEntity(folder, us!, signed, ['-aes256'])
      const broken = Buffer.from(good)
      broken[broken.length - 40]! ^= 1
      expect(await code(receive(broken))).toMatch(/^AS2:/)
      const other = Buffer.from(signed.toString('latin1').replace('UNOC:3', 'UNOC:4'), 'latin1')
      expect(await code(receive(encryptEntity(folder, us!, other, ['-aes256'])))).toBe('AS2:SIGNATURE')
      const byUs = signEntity(folder, us!, entity)
      expect(await code(receive(encryptEntity(folder, us!, byUs, ['-aes256'])))).toBe('AS2:SIGNATURE')
      expect(await code(receive(encryptEntity(folder, them!, signed, ['-aes256'])))).toBe('AS2:DECRYPT')
      expect(await code(receive(encryptEntity(folder, us!, entity, ['-aes256'])))).toBe('AS2:SIGNATURE')
      expect(await code(receive(good, { ...enveloped, 'as2-from': 'MALLORY' }))).toBe('AS2:PARTNER')
      expect(await code(receive(good.subarray(0, 500)))).toBe('AS2:DECRYPT')
      expect(await code(receive(Buffer.from('nonsense')))).toBe('AS2:DECRYPT')
      // In a week the partner's certificate of two days has ended.
      const later = Date.now() + 7 * 86_400_000
      const clock = vi.spyOn(Date, 'now').mockReturnValue(later)
      expect(await code(receive(good))).toBe('AS2:SIGNATURE')
      clock.mockRestore()
      expect(await code(receive(good))).toBe('went well')
    })

    it('a wrong padding of the key is told as any other failure', async () => {
      const good = encryptEntity(folder, us!, signEntity(folder, them!, entity), ['-aes256'])
      const faults: string[] = []
      // The encrypted key of 256 bytes stands early in the message: break it in places, and the content once.
      for (const at of [400, 420, 440, good.length - 10]) {
        const bad = Buffer.from(good)
        bad[at]! ^= 0x55
        await receive(bad).catch(({ code, message }) => faults.push(`${code} ${message}`))
      }
      expect(new Set(faults.filter((one) => one.startsWith('AS2:DECRYPT'))).size).toBe(1)
      expect(faults).toHaveLength(4)
    })
  })

  describe('with itself on both sides', () => {
    /** The other side of the connection. */
    const mirror = () => ({
      ...connection,
      from: connection['to']!,
      to: connection['from']!,
      certificate: readFileSync(them!.cert, 'utf8'),
      privateKey: readFileSync(them!.key, 'utf8'),
      partnerCertificate: connection['certificate']!,
    })

    it.each([
      [true, 'sha256', 'aes-256-cbc'],
      [true, 'none', 'aes-256-cbc'],
      [true, 'sha512', 'none'],
      [true, 'none', 'none'],
      [false, 'sha384', 'aes-128-cbc'],
    ])(
      'compressed %s, signed %s, encrypted %s: opened, answered, and the receipt fits',
      async (compress, sign, encrypt) => {
        const other = caller(relay.client, 'as2', mirror())
        const { createServer } = await import('node:http')
        const opened: (boolean | Value | undefined)[] = []
        const server = createServer(async (request, response) => {
          const chunks: Buffer[] = []
          for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
          const headers = dict(
            Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, [String(v)]])),
          )
          const body = new Uint8Array(Buffer.concat(chunks))
          const message = await other.whole('receive', { headers, body, mustBeSigned: sign !== 'none' })
          opened.push(textOf(message.payload), attribute(message, 'compressed'))
          const receipt = await other.whole('answer-receipt', { headers, mic: attribute(message, 'mic')! })
          const given = attribute(receipt, 'headers') as Map<string, string>
          response.writeHead(200, Object.fromEntries(given)).end((receipt.payload as Entity).bytes)
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`
        const long = order.repeat(2000)
        const result = await send({ content: long, compress, sign, encrypt }, { url })
        expect(opened).toEqual([long, compress])
        expect(result).toMatchObject({ signed: true, receivedMic: result['mic'] })
        server.closeAllConnections()
        server.close()
      },
    )

    it('a receipt of failure is a fault of its own, and receipts go to the partner alone', async () => {
      const other = caller(relay.client, 'as2', mirror())
      const sent = await send({ receipt: 'none' })
      const asked = {
        'message-id': String(sent['messageId']),
        'disposition-notification-options': 'signed-receipt-protocol=optional, pkcs7-signature',
      }
      const receipt = await other.whole('answer-receipt', { headers: dict(asked), disposition: 'processed/error: decryption-failed' }) // prettier-ignore
      const given = attribute(receipt, 'headers') as Map<Value, Value>
      const check = call('check-receipt', { headers: given, body: receipt.payload!, messageId: sent['messageId']!, mic: sent['mic']! }) // prettier-ignore
      await expect(check).rejects.toMatchObject({ code: 'AS2:DISPOSITION', message: expect.stringContaining('decryption-failed') }) // prettier-ignore
      const elsewhere = { ...asked, 'receipt-delivery-option': 'http://127.0.0.1:1/steal' }
      expect(await code(other('answer-receipt', { headers: dict(elsewhere) }))).toBe('AS2:PARTNER')
      const later = { ...asked, 'receipt-delivery-option': partner.url }
      partner.next.status = 202
      const done = await other.whole('answer-receipt', { headers: dict(later), mic: sent['mic']! })
      // The partner has had its one request.
      expect([attribute(done, 'sent'), partner.next]).toEqual([true, {}])
    })
  })
})
