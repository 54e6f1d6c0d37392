// A mail as the platform gives it: a dict of its parts, read by postal-mime.
import PostalMime, { type Address } from 'postal-mime'
import type { Value } from '../../worker/model/value.ts'
import { dict, dictOf } from '../values.ts'

/** `id`: what mark and delete take. */
export async function mailValue(source: Uint8Array, id: Value): Promise<Value> {
  const mail = await PostalMime.parse(source as Uint8Array<ArrayBuffer>, { maxNestingDepth: 50 })
  const all = mail.attachments.map((attachment) => {
    const content = attachment.content
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)
    return { attachment, data: bytes.toString('base64') }
  })
  const isEmbedded = ({ attachment }: (typeof all)[number]): boolean => attachment.related === true
  const headers = new Map<Value, Value>()
  for (const { originalKey, value } of mail.headers) {
    const known = headers.get(originalKey)
    headers.set(originalKey, Array.isArray(known) ? [...known, value] : [value])
  }
  return dictOf({
    Header: headers,
    Subject: mail.subject ?? '',
    From: addresses(mail.from ? [mail.from] : []),
    ReplyTo: addresses(mail.replyTo),
    To: addresses(mail.to),
    Cc: addresses(mail.cc),
    Bcc: addresses(mail.bcc),
    Date: mail.date ?? null,
    MessageID: mail.messageId ?? null,
    MailID: id,
    HTMLBody: mail.html ?? '',
    TextBody: mail.text ?? '',
    Attachments: all
      .filter((one) => !isEmbedded(one))
      .map(({ attachment, data }) =>
        dictOf({ FileName: attachment.filename ?? '', ContentType: attachment.mimeType, Data: data }),
      ),
    EmbeddedFiles: all.filter(isEmbedded).map(({ attachment, data }) =>
      dictOf({
        CID: (attachment.contentId ?? '').replace(/^<|>$/g, ''),
        ContentType: attachment.mimeType,
        Data: data,
      }),
    ),
  })
}

/** Groups count as their members. */
function addresses(list: Address[] | undefined): Value {
  return (list ?? []).flatMap((one): Value[] =>
    one.group
      ? one.group.map((member) => dict([['Name', member.name], ['Address', member.address]])) // prettier-ignore
      : [
          dict([
            ['Name', one.name],
            ['Address', one.address ?? ''],
          ]),
        ],
  )
}
