// SMTP submission.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { mailServer } from '../../mail/manifest.ts'
import { choice, failure, needed, password, t, text, user, value, wayFaults } from '../../manifest.ts'

const several = { help: t('A list, or addresses with commas.', '列表，或以逗号分隔。') }

const manifest: ProtocolManifest = {
  id: 'smtp',
  label: componentLabel('Email: SMTP'),
  summary: t('Sends mail.', '发送邮件。'),
  icon: 'send',
  keywords: 'email mail smtp send 邮件 发送',
  docs: 'rfc-editor.org/rfc/rfc6409',
  tested: t('Tried against the SMTP server of Nodemailer.', '已对照 Nodemailer 的 SMTP 服务器测试。'),
  fields: [
    ...mailServer('smtp', 465, 'tls'),
    user,
    password,
    text('sender', t('Sender', '发件人'), {
      help: t('Name <address>; empty: the user.', '名称 <地址>；留空则为用户名。'),
    }),
  ],
  faults: [
    failure(
      'SMTP:AUTH',
      t(
        'User or password is wrong. Many servers want a code of their own instead of the password.',
        '用户名或密码错误。许多邮箱需使用授权码代替密码。',
      ),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'SMTP:REFUSED',
      t('The server does not take the sender, a receiver or the mail.', '服务器拒绝发件人、收件人或邮件。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'send',
      label: t('Send mail', '发送邮件'),
      summary: t(
        'One mail to some receivers; done when the server has taken it.',
        '向收件人发送一封邮件；服务器接收后完成。',
      ),
      fields: [
        needed('to', t('To', '收件人'), undefined, several),
        value('cc', t('Cc', '抄送'), undefined, several),
        value('bcc', t('Bcc', '密送'), undefined, { ...several, advanced: true }),
        value('replyTo', t('Reply to', '回复地址'), 'str', { advanced: true }),
        value('subject', t('Subject', '主题'), 'str', { default: '无主题' }),
        choice('bodyType', t('Body is', '正文类型'), [
          ['text/plain', t('Text', '文本')],
          ['text/html', t('HTML', 'HTML')],
        ]),
        value('body', t('Body', '正文'), 'str', { default: { mode: 'expression', source: 'msg.payload' } }),
        value('attachments', t('Attachments', '附件'), undefined, {
          help: t(
            "A dict {'name.pdf': bytes}, or a list of {'FileName', 'ContentType', 'Data'}; content has to be bytes or an Entity.",
            "字典 {'name.pdf': 字节}，或 {'FileName', 'ContentType', 'Data'} 的列表；内容须为字节或 Entity。",
          ),
          modes: ['expression', 'code'],
        }),
        { name: 'headers', kind: 'rows', label: t('Headers', '邮件头'), advanced: true },
      ],
      output: {
        type: 'dict',
        fields: {
          messageId: { type: 'str' },
          accepted: { type: 'list', items: { type: 'str' } },
          rejected: { type: 'list', items: { type: 'str' } },
        },
      },
      gives: t('The id of the mail, and who of its receivers was accepted.', '邮件 ID 与被接受的收件人。'),
    },
  ],
}
export default manifest
