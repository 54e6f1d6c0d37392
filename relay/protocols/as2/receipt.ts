// Receipts (message disposition notifications, RFC 3798 as RFC 4130 uses them): made, read and compared with what was sent.
import { randomUUID } from 'node:crypto'
import { fault } from '../../../worker/model/fault.ts'
import type { Party, Self } from './cms.ts'
import { hashOfMicalg, micalgOf, signedEntity, verified, type Mic } from './message.ts'
import { parseContentType, parseEntity, parseHeaders, partsOf, writeEntity, type MimeEntity } from './mime.ts'

export interface Receipt {
  originalMessageId: string
  disposition: string
  /** Undefined where the other side gave none. */
  mic: Mic | undefined
  text: string
  signed: boolean
}

/** Reads a receipt. Throws AS2:RECEIPT for what is none, AS2:SIGNATURE where it is signed by another or changed. */
export function readReceipt(message: MimeEntity, partner: Party | undefined): Receipt {
  const isSigned = typeOf(message) === 'multipart/signed'
  if (isSigned && !partner)
    throw fault(
      'AS2:CERTIFICATE',
      'The receipt is signed, and the connection has no certificate of the partner.',
    )
  const report = isSigned ? parseEntity(verified(message, partner!).entity) : message
  if (typeOf(report) !== 'multipart/report') throw noReceipt(`It is ${typeOf(report) || 'without a type'}.`)
  const boundary = parseContentType(report.headers.get('content-type')).parameters.get('boundary') ?? ''
  const parts = partsOf(report.body, boundary).map(parseEntity)
  const notice = parts.find((part) => typeOf(part) === 'message/disposition-notification')
  if (!notice) throw noReceipt('It has no disposition.')
  const fields = parseHeaders(notice.body.toString('latin1'))
  const [value = '', hash = 'sha1'] = (fields.get('received-content-mic') ?? '').split(',')
  return {
    originalMessageId: fields.get('original-message-id') ?? '',
    disposition: fields.get('disposition') ?? '',
    mic: value.trim() === '' ? undefined : { value: value.trim(), hash: hashOfMicalg(hash) },
    text: (parts.find((part) => typeOf(part).startsWith('text/'))?.body.toString('utf8') ?? '')
      .trim()
      .slice(0, 2000),
    signed: isSigned,
  }
}

export interface Sent {
  messageId: string
  mic: Mic
  /** A receipt that is not signed does not count. */
  signedReceipt: boolean
}

/** Throws AS2:DISPOSITION where the partner failed, AS2:MIC where it got something else, AS2:RECEIPT where it is of another. */
export function checkReceipt(receipt: Receipt, { messageId, mic, signedReceipt }: Sent): void {
  const { originalMessageId, disposition, mic: got, text } = receipt
  if (originalMessageId !== messageId)
    throw noReceipt(`It is of ${originalMessageId.slice(0, 200) || 'no message'}, not of ${messageId}.`)
  if (signedReceipt && !receipt.signed) throw noReceipt('It is not signed.')
  const [, what = ''] = disposition.split(';')
  if (!/^\s*processed\s*$/i.test(what) && !/^\s*processed\/warning/i.test(what))
    throw fault('AS2:DISPOSITION', `The partner says: ${what.trim() || disposition}. ${text}`.trim(), {
      hint: 'Ask the partner; the receipt has its words.',
      data: { disposition },
    })
  if (got && (got.value !== mic.value || got.hash !== mic.hash))
    throw fault('AS2:MIC', 'The partner received something else than was sent.', {
      hint: 'Nothing on the way may change the message.',
      data: { sent: `${mic.value}, ${mic.hash}`, received: `${got.value}, ${got.hash}` },
    })
  if (!got && signedReceipt)
    throw fault('AS2:MIC', 'The receipt does not say what was received.', { data: { sent: mic.value } })
}

export interface Outcome {
  messageId: string
  from: string
  to: string
  mic: Mic | undefined
  /** `processed`, or `processed/error: decryption-failed` and the like (RFC 4130 7.5). */
  disposition: string
  text: string
}

/** A receipt of ours: signed where `sign` is a party. */
export function writeReceipt(
  { messageId, to, mic, disposition, text }: Outcome,
  sign: Self | undefined,
): MimeEntity {
  const boundary = `weft-${randomUUID()}`
  const fields: [string, string][] = [
    ['Reporting-UA', 'Weft'],
    ['Original-Recipient', `rfc822; ${to}`],
    ['Final-Recipient', `rfc822; ${to}`],
    ['Original-Message-ID', messageId],
    ['Disposition', `automatic-action/MDN-sent-automatically; ${disposition}`],
    ...(mic ? ([['Received-Content-MIC', `${mic.value}, ${micalgOf(mic.hash)}`]] as [string, string][]) : []),
  ]
  const parts = [
    writeEntity([['Content-Type', 'text/plain; charset=utf-8'], ['Content-Transfer-Encoding', '8bit']], Buffer.from(text + '\r\n')), // prettier-ignore
    writeEntity([['Content-Type', 'message/disposition-notification'], ['Content-Transfer-Encoding', '7bit']], writeEntity(fields, Buffer.alloc(0))), // prettier-ignore
  ]
  const body = Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const type = `multipart/report; report-type=disposition-notification; boundary="${boundary}"`
  const report = writeEntity([['Content-Type', type]], body)
  return parseEntity(sign ? signedEntity(report, sign, mic?.hash ?? 'sha256') : report)
}

function typeOf({ headers }: MimeEntity): string {
  return parseContentType(headers.get('content-type')).type
}
function noReceipt(message: string) {
  return fault('AS2:RECEIPT', `The answer is no receipt for this message. ${message}`, {
    hint: 'Ask the partner for a receipt (MDN), or send without one.',
  })
}
