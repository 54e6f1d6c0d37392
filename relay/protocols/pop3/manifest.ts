// POP3: fetch and delete.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { mailServer, mailShape } from '../../mail/manifest.ts'
import { failure, needed, number, password, t, user, value, wayFaults } from '../../manifest.ts'

const manifest: ProtocolManifest = {
  id: 'pop3',
  label: componentLabel('Email: POP3'),
  summary: t('Mail of a mailbox.', '邮箱中的邮件。'),
  icon: 'mail-open',
  keywords: 'email mail pop3 fetch 邮件',
  docs: 'rfc-editor.org/rfc/rfc1939',
  tested: t('Tried against Dovecot 2.3.', '已对照 Dovecot 2.3 测试。'),
  fields: [
    ...mailServer('pop', 995, 'tls').map((field) =>
      field.name === 'security'
        ? { ...field, options: field.options!.filter(({ value }) => value !== 'starttls') }
        : field,
    ),
    { ...user, required: true },
    password,
  ],
  faults: [
    failure(
      'POP3:AUTH',
      t('User or password is wrong.', '用户名或密码错误。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'POP3:NOT_FOUND',
      t('There is no such mail.', '邮件不存在。'),
      t('Fetch again: ids change with what is deleted.', '重新收取：删除后编号会变化。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'fetch',
      label: t('Fetch mail', '收取邮件'),
      summary: t('Mails that fit, oldest first; they stay.', '符合条件的邮件，最早的在前；保留在服务器。'),
      repeatable: true,
      fields: [
        value('since', t('Since', '起始时间'), undefined),
        value('before', t('Before', '截止时间'), undefined),
        value('subject', t('Subject has', '主题包含'), 'str'),
        value('from', t('From has', '发件人包含'), 'str'),
        value('to', t('To has', '收件人包含'), 'str'),
        number('max', t('At most', '最多'), { default: 10, min: 1, max: 500 }),
        value('start', t('After the mail with id', '起始邮件标识'), 'str', {
          default: '',
          help: t('A MailID of before; those after it.', '先前的 MailID；仅其后的邮件。'),
        }),
      ],
      output: { type: 'list', items: mailShape },
      gives: t(
        'A list of mails; MailID is the unique id of the server.',
        '邮件列表；MailID 为服务器的唯一标识。',
      ),
    },
    {
      id: 'delete',
      label: t('Delete mail', '删除邮件'),
      summary: t('Removes mails for good.', '永久删除邮件。'),
      repeatable: true,
      fields: [
        needed('id', t('Mails', '邮件'), undefined, {
          help: t('A MailID, or a list.', '一个 MailID 或列表。'),
        }),
      ],
      output: { type: 'int' },
      gives: t('How many there were.', '删除的数量。'),
    },
  ],
}
export default manifest
