// IMAP: fetch, mark, delete, expunge; a trigger for new mail.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { Field } from '../../../worker/model/definition.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { mailServer, mailShape } from '../../mail/manifest.ts'
import { choice, consumption, failure, flag, needed, number, password, t, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const folder = value('folder', t('Folder', '文件夹'), 'str', { default: 'INBOX' })
const any = (name: string, label: Field['label']): Field =>
  choice(
    name,
    label,
    [
      ['any', t('Any', '不限')],
      ['yes', t('Yes', '是')],
      ['no', t('No', '否')],
    ],
    { advanced: true },
  )
const mails = needed('id', t('Mails', '邮件'), undefined, {
  help: t('A MailID, or a list.', '一个 MailID 或列表。'),
})

const manifest: ProtocolManifest = {
  id: 'imap',
  label: componentLabel('Email: IMAP'),
  summary: t('Mail in the folders of a mailbox.', '邮箱文件夹中的邮件。'),
  icon: 'mail',
  keywords: 'email mail imap inbox fetch 邮件 电子邮件 收件箱',
  docs: 'rfc-editor.org/rfc/rfc3501',
  tested: t('Tried against Dovecot 2.3.', '已对照 Dovecot 2.3 测试。'),
  fields: [...mailServer('imap', 993, 'tls'), { ...user, required: true }, password],
  faults: [
    failure(
      'IMAP:AUTH',
      t(
        'User or password is wrong. Many servers want a code of their own instead of the password.',
        '用户名或密码错误。许多邮箱需使用授权码代替密码。',
      ),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'IMAP:NOT_FOUND',
      t('There is no such folder.', '文件夹不存在。'),
      t('Check its name.', '检查名称。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'fetch',
      label: t('Fetch mail', '收取邮件'),
      summary: t(
        'Mails of a folder that fit, oldest first; they stay unread.',
        '文件夹中符合条件的邮件，最早的在前；保持未读。',
      ),
      repeatable: true,
      fields: [
        folder,
        value('since', t('Since', '起始日期'), undefined, { help: t('A day.', '日期。') }),
        value('before', t('Before', '截止日期'), undefined, { help: t('A day.', '日期。') }),
        value('subject', t('Subject has', '主题包含'), 'str'),
        value('from', t('From has', '发件人包含'), 'str'),
        value('to', t('To has', '收件人包含'), 'str'),
        any('seen', t('Read', '已读')),
        any('answered', t('Answered', '已回复')),
        any('flagged', t('Flagged', '已标记')),
        number('max', t('At most', '最多'), { default: 10, min: 1, max: 500 }),
        value('start', t('After MailID', '起始 MailID'), 'int', {
          default: 0,
          help: t('Only mails with a higher one.', '仅更大的 MailID。'),
        }),
      ],
      output: { type: 'list', items: mailShape },
      gives: t('A list of mails.', '邮件列表。'),
    },
    {
      id: 'mark',
      label: t('Mark mail', '标记邮件'),
      summary: t('As read, flagged or deleted; or no longer.', '标记或取消标记为已读、旗标、删除。'),
      repeatable: true,
      fields: [
        folder,
        mails,
        choice('mark', t('Mark', '标记'), [
          ['read', t('Read', '已读')],
          ['flag', t('Flagged', '旗标')],
          ['delete', t('Deleted', '删除')],
          ['answered', t('Answered', '已回复')],
        ]),
        flag('remove', t('Take it away', '取消标记'), false),
      ],
      output: { type: 'none' },
      gives: t('Empty (None).', '为空（None）。'),
    },
    {
      id: 'delete',
      label: t('Delete mail', '删除邮件'),
      summary: t('Marks as deleted; Expunge removes.', '标记为删除；“清除”后真正移除。'),
      repeatable: true,
      fields: [folder, mails],
      output: { type: 'none' },
      gives: t('Empty (None).', '为空（None）。'),
    },
    {
      id: 'expunge',
      label: t('Expunge folder', '清除文件夹'),
      summary: t('Removes what is marked as deleted.', '移除标记为删除的邮件。'),
      repeatable: true,
      fields: [folder],
      output: { type: 'none' },
      gives: t('Empty (None).', '为空（None）。'),
    },
  ],
  triggers: [
    {
      id: 'new-mail',
      label: t('New mail', '新邮件'),
      summary: t(
        'Starts the flow for each unread mail of a folder; it is marked as read when the flow is done.',
        '文件夹中每封未读邮件启动一次流程；流程完成后标记为已读。',
      ),
      fields: [
        folder,
        {
          name: 'every',
          kind: 'duration',
          label: t('Look every', '检查间隔'),
          default: '60 s',
          min: 1,
          max: 3600,
          help: t('And at once where the server tells of new mail.', '服务器支持推送时立即处理。'),
        },
        ...consumption,
      ],
      output: mailShape,
      attributes: { type: 'dict', fields: { folder: { type: 'str' }, uidValidity: { type: 'int' } } },
      gives: t('The mail. A rejected one is flagged, and read.', '邮件。被拒绝的邮件会加旗标并标记为已读。'),
    },
  ],
}
export default manifest
