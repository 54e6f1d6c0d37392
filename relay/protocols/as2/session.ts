// AS2 by undici and CMS. What a partner names, such as an address for receipts, is followed only to the partner itself.
import { randomUUID } from 'node:crypto'
import { request, type Agent } from 'undici'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { Entity, MultiMap, type Value } from '../../../worker/model/value.ts'
import { assertLine, textOf, type Arguments } from '../../arguments.ts'
import { exchangeFault, httpAddress, httpAgent, wholeBody } from '../../http-agent.ts'
import type { Operation, Protocol } from '../../session.ts'
import { dictOf } from '../../values.ts'
import { cipherNames, hashNames, partyOf, selfOf } from './cms.ts'
import { hashOfMicalg, micalgOf, unwrap, wrap, type Mic, type Parties } from './message.ts'
import { entityOf, parseContentType, writeEntity, type Headers, type MimeEntity } from './mime.ts'
import { checkReceipt, readReceipt, writeReceipt, type Receipt } from './receipt.ts'

const mostAnswer = 16 * 1024 * 1024

const as2: Protocol = async (connection, world) => {
  const url = httpAddress(connection.line('url'))
  const names = { from: connection.line('from'), to: connection.line('to') }
  const parties = partiesOf(connection)
  const agent = httpAgent(world, connection.has('ca') ? { ca: connection.text('ca') } : {})
  const signOn: Record<string, string> = connection.has('user')
    ? { Authorization: `Basic ${Buffer.from(`${connection.text('user')}:${connection.text('password', '')}`).toString('base64')}` } // prettier-ignore
    : {}
  let isOpen = true

  const send: Operation = async (values, { signal }) => {
    const sign = oneOf(values, 'sign', ['none', ...hashNames], 'sha256')
    const encrypt = oneOf(values, 'encrypt', ['none', ...cipherNames], 'aes-256-cbc')
    const wrapping = { sign, encrypt, compress: values.flag('compress') }
    const bytes = Buffer.from(values.bytes('content'))
    const { message, mic } = wrap(writeEntity(contentHeaders(values), bytes), bytes, wrapping, parties)
    const messageId = messageIdOf(values)
    const asks = receiptHeaders(values, names.from, mic.hash)
    const headers = {
      ...signOn,
      ...Object.fromEntries(message.headers),
      ...addressed(names.from, names.to, messageId),
      Subject: latin(values.line('subject', 'AS2 message'), 'subject'),
      ...asks,
    }
    const answer = await post(agent, url, headers, message.body, values.number('timeout', 60), signal)
    if (values.line('receipt', 'sync') !== 'sync') return { payload: resultOf({ messageId, mic }) }
    if (answer.body.length === 0)
      throw fault('AS2:RECEIPT', 'The partner gave no receipt in its answer.', {
        hint: 'Ask it for synchronous receipts, or send without one.',
        data: { messageId },
      })
    const receipt = readReceipt(answer, parties.partner)
    checkReceipt(receipt, { messageId, mic, signedReceipt: values.flag('signedReceipt', true) })
    return { payload: resultOf({ messageId, mic, receipt }) }
  }

  const receive: Operation = async (values) => {
    const headers = headersOf(values)
    const [from, to] = [nameOf(headers.get('as2-from')), nameOf(headers.get('as2-to'))]
    if (from !== names.to || to !== names.from)
      throw fault('AS2:PARTNER', `The message is from ${from} for ${to}, the connection is of ${names.from} with ${names.to}.`) // prettier-ignore
    const found = unwrap(entityOf(headers, Buffer.from(values.bytes('body'))), parties, wantedHash(headers))
    if (values.flag('mustBeSigned', true) && !found.signed)
      throw fault('AS2:SIGNATURE', 'The message is not signed.', { hint: 'Ask the partner to sign.' })
    if (values.flag('mustBeEncrypted') && !found.encrypted)
      throw fault('AS2:DECRYPT', 'The message is not encrypted.', { hint: 'Ask the partner to encrypt.' })
    const { entity, content, signed, encrypted, compressed, mic } = found
    const { type, parameters } = parseContentType(entity.headers.get('content-type'))
    const disposition = parseContentType(entity.headers.get('content-disposition')).parameters
    return {
      payload: new Entity(
        new Uint8Array(content),
        type || 'application/octet-stream',
        parameters.get('charset'),
      ),
      attributes: dictOf({
        from,
        to,
        messageId: headers.get('message-id') ?? null,
        subject: headers.get('subject') ?? null,
        fileName: disposition.get('filename') ?? null,
        signed,
        encrypted,
        compressed,
        mic: micText(mic),
      }),
    }
  }

  const answerReceipt: Operation = async (values, { signal }) => {
    const headers = headersOf(values)
    const disposition = values.line('disposition', 'processed')
    const wantsSigned = /pkcs7-signature/i.test(headers.get('disposition-notification-options') ?? '')
    if (wantsSigned && !parties.self)
      throw fault(
        'AS2:CERTIFICATE',
        'The partner wants a signed receipt, and the connection has no key of ours.',
      )
    const outcome = {
      messageId: lineOf(headers, 'message-id'),
      from: names.from,
      to: names.from,
      mic: values.has('mic') ? micOf(values) : undefined,
      disposition,
      text: values.text('text', disposition === 'processed' ? 'The message was received.' : disposition),
    }
    const receipt = writeReceipt(outcome, wantsSigned ? parties.self : undefined)
    const all = {
      ...Object.fromEntries(receipt.headers),
      ...addressed(names.from, names.to, `<${randomUUID()}@weft>`),
      Subject: 'Message disposition notification',
    }
    const later = headers.get('receipt-delivery-option')
    if (later === undefined)
      return {
        payload: new Entity(new Uint8Array(receipt.body), receipt.headers.get('content-type')!),
        attributes: dictOf({ headers: dictOf(all), sent: false }),
      }
    await post(agent, ofPartner(later, url), { ...signOn, ...all }, receipt.body, 60, signal)
    return { payload: null, attributes: dictOf({ headers: dictOf({}), sent: true }) }
  }

  const check: Operation = async (values) => {
    const receipt = readReceipt(
      entityOf(headersOf(values), Buffer.from(values.bytes('body'))),
      parties.partner,
    )
    const [messageId, mic] = [values.line('messageId'), micOf(values)]
    checkReceipt(receipt, { messageId, mic, signedReceipt: values.flag('signedReceipt', true) })
    return { payload: resultOf({ messageId, mic, receipt }) }
  }
  return {
    operations: { send, receive, 'answer-receipt': answerReceipt, 'check-receipt': check },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      await agent.destroy()
    },
  }
}
export default as2

function partiesOf(connection: Arguments): Parties {
  const self =
    connection.has('certificate') && connection.has('privateKey')
      ? selfOf(
          connection.text('certificate'),
          connection.text('privateKey'),
          connection.text('passphrase', ''),
        )
      : undefined
  const partner = connection.has('partnerCertificate')
    ? partyOf(connection.text('partnerCertificate'))
    : undefined
  return { self, partner }
}

async function post(
  agent: Agent,
  url: URL,
  headers: Record<string, string>,
  body: Buffer,
  seconds: number,
  signal: AbortSignal,
): Promise<MimeEntity> {
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers,
      body,
      signal,
      headersTimeout: seconds * 1000,
      bodyTimeout: seconds * 1000,
    })
    const got = await wholeBody(answer.body, url, mostAnswer)
    if (answer.statusCode < 200 || answer.statusCode > 299)
      throw fault('AS2:STATUS', `${url.host} answered ${answer.statusCode}.`, {
        hint: 'Look at the address, and at the sign-on of the partner.',
        data: { status: answer.statusCode, body: got.toString('utf8').slice(0, 500) },
      })
    const flat = Object.entries(answer.headers).map(([name, one]): [string, string] => [
      name,
      String(one ?? ''),
    ])
    return entityOf(new Map(flat), got)
  } catch (thrown) {
    if (!isFault(thrown) && signal.aborted) throw thrown
    throw exchangeFault(thrown, url)
  }
}

function contentHeaders(values: Arguments): [string, string][] {
  const given = values.value('content')
  const type = values.line('contentType', '') || (given instanceof Entity ? typeOfEntity(given) : 'text/plain; charset=utf-8') // prettier-ignore
  const name = values.line('fileName', '')
  return [
    ['Content-Type', latin(type, 'contentType')],
    ['Content-Transfer-Encoding', 'binary'],
    ...(name === '' ? [] : ([['Content-Disposition', `attachment; filename="${latin(name, 'fileName').replace(/["\\]/g, '\\$&')}"`]] as [string, string][])), // prettier-ignore
  ]
}
function typeOfEntity({ mime, encoding }: Entity): string {
  return mime.startsWith('text/') && encoding ? `${mime}; charset=${encoding}` : mime
}

function addressed(from: string, to: string, messageId: string): Record<string, string> {
  return {
    'AS2-Version': '1.2',
    'AS2-From': quotedName(from),
    'AS2-To': quotedName(to),
    'Message-ID': messageId,
    'MIME-Version': '1.0',
    Date: new Date().toUTCString(),
    'EDIINT-Features': 'AS2-Reliability',
  }
}

/** RFC 4130 6.2: at most 128 printable characters, quoted where there are spaces or quotes. */
function quotedName(name: string): string {
  if (!/^[\x20-\x7e]{1,128}$/.test(name))
    throw fault('RELAY:ARGUMENT', `${JSON.stringify(name.slice(0, 60))} is no name of AS2.`, {
      hint: 'Up to 128 printable characters of ASCII.',
    })
  return /[\s"\\]/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name
}
function nameOf(text = ''): string {
  return /^".*"$/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text
}

function receiptHeaders(values: Arguments, from: string, hash: string): Record<string, string> {
  const kind = oneOf(values, 'receipt', ['sync', 'async', 'none'], 'sync')
  if (kind === 'none') return {}
  return {
    'Disposition-Notification-To': quotedName(from),
    ...(values.flag('signedReceipt', true) && {
      'Disposition-Notification-Options': `signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, ${micalgOf(hash)}`,
    }),
    ...(kind === 'async' && { 'Receipt-Delivery-Option': httpAddress(values.line('receiptUrl')).href }),
  }
}
function wantedHash(headers: Headers): string {
  const options = headers.get('disposition-notification-options') ?? ''
  const wanted = /signed-receipt-micalg\s*=\s*([^;]*)/i.exec(options)?.[1]?.split(',').map(hashOfMicalg) ?? []
  return wanted.find((one) => hashNames.includes(one)) ?? 'sha256'
}

/** The address for a receipt that a message names has to be the partner's own. */
function ofPartner(text: string, partner: URL): URL {
  const url = httpAddress(text)
  if (url.host === partner.host && url.protocol === partner.protocol) return url
  throw fault(
    'AS2:PARTNER',
    `The message wants its receipt at ${url.host}, the partner is ${partner.host}.`,
    {
      hint: 'Make a connection with that address, if it is the partner’s too.',
    },
  )
}

function messageIdOf(values: Arguments): string {
  const given = values.line('messageId', '')
  if (given === '') return `<${randomUUID()}@weft>`
  return latin(/^<.*>$/.test(given) ? given : `<${given}>`, 'messageId')
}

/** Names in lower case; of several values the first. */
function headersOf(values: Arguments): Headers {
  const given = values.value('headers')
  const entries: [Value, Value][] =
    given instanceof Map ? [...given] : given instanceof MultiMap ? given.entries : []
  const headers: Headers = new Map()
  for (const [name, one] of entries) {
    const key = (textOf(name) ?? '').toLowerCase()
    if (!headers.has(key)) headers.set(key, textOf(Array.isArray(one) ? (one[0] ?? null) : one) ?? '')
  }
  return headers
}
function lineOf(headers: Headers, name: string): string {
  const text = headers.get(name) ?? ''
  assertLine(text, name)
  return text
}

const micText = ({ value, hash }: Mic): string => `${value}, ${micalgOf(hash)}`
function micOf(values: Arguments): Mic {
  const [value = '', hash = 'sha256'] = values.line('mic').split(',')
  return { value: value.trim(), hash: hashOfMicalg(hash) }
}
function resultOf({ messageId, mic, receipt }: { messageId: string; mic: Mic; receipt?: Receipt }): Value {
  return dictOf({
    messageId,
    mic: micText(mic),
    disposition: receipt?.disposition ?? null,
    receivedMic: receipt?.mic ? micText(receipt.mic) : null,
    signed: receipt?.signed ?? false,
    text: receipt?.text ?? null,
  })
}

function oneOf(values: Arguments, name: string, allowed: string[], standard: string): string {
  const value = values.line(name, standard)
  if (allowed.includes(value)) return value
  throw argument(name, `${name} has to be one of ${allowed.join(', ')}.`)
}
/** What a header can have: no line breaks, and no more than Latin-1. */
function latin(text: string, name: string): string {
  assertLine(text, name)
  if (!/[^\x20-\xff]/.test(text)) return text
  throw argument(name, `${name} has letters that a header cannot have: ASCII only.`)
}
function argument(name: string, message: string): Fault {
  return fault('RELAY:ARGUMENT', message, { data: { argument: name } })
}
