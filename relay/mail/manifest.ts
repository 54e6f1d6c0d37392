// What the manifests of the mail protocols share.
import type { Field, Shape, Text } from '../../worker/model/definition.ts'
import { choice, lines, number, t, text } from '../manifest.ts'

/** Mailboxes that many have; their servers are all called alike, and speak TLS on the standard port. */
const mailboxes: [string, Text][] = [
  ['qq.com', t('QQ Mail', 'QQ 邮箱')],
  ['163.com', t('163 Mail', '163 邮箱')],
  ['126.com', t('126 Mail', '126 邮箱')],
  ['exmail.qq.com', t('Tencent Exmail', '腾讯企业邮箱')],
  ['gmail.com', t('Gmail', 'Gmail')],
]

export function mailServer(
  kind: 'smtp' | 'imap' | 'pop',
  port: number,
  security: 'tls' | 'starttls',
): Field[] {
  const options: [string, ReturnType<typeof t>][] = [
    ['tls', t('TLS', 'TLS')],
    ['starttls', t('STARTTLS, required', 'STARTTLS（必需）')],
    ['none', t('None', '无')],
  ]
  return [
    text('host', t('Host', '主机'), {
      required: true,
      placeholder: `${kind}.example.com`,
      options: mailboxes.map(([domain, label]) => ({ value: `${kind}.${domain}`, label })),
    }),
    number('port', t('Port', '端口'), { default: port, min: 1, max: 65_535 }),
    choice('security', t('Security', '安全'), options, { default: security }),
    lines('ca', t('Certificate authority', '证书颁发机构'), {
      help: t(
        'PEM, where the server’s certificate is not publicly signed.',
        '服务器证书非公开签发时填写 PEM。',
      ),
      when: { field: 'security', is: ['tls', 'starttls'] },
      advanced: true,
    }),
  ]
}

const people: Shape = {
  type: 'list',
  items: { type: 'dict', fields: { Name: { type: 'str' }, Address: { type: 'str' } } },
}
export const mailShape: Shape = {
  type: 'dict',
  fields: {
    Header: { type: 'dict', fields: {} },
    Subject: { type: 'str' },
    From: people,
    ReplyTo: people,
    To: people,
    Cc: people,
    Bcc: people,
    Date: { type: 'str' },
    MessageID: { type: 'str' },
    MailID: { type: 'int' },
    HTMLBody: { type: 'str' },
    TextBody: { type: 'str' },
    Attachments: {
      type: 'list',
      items: {
        type: 'dict',
        fields: { FileName: { type: 'str' }, ContentType: { type: 'str' }, Data: { type: 'str' } },
      },
    },
    EmbeddedFiles: {
      type: 'list',
      items: {
        type: 'dict',
        fields: { CID: { type: 'str' }, ContentType: { type: 'str' }, Data: { type: 'str' } },
      },
    },
  },
}
