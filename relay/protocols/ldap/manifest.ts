// LDAP: search, add, change, rename, delete entries of a directory.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import {
  choice,
  failure,
  lines,
  needed,
  number,
  password,
  t,
  target,
  text,
  value,
  wayFaults,
} from '../../manifest.ts'

const dn = needed('dn', t('Entry (DN)', '条目（DN）'), 'str', {
  placeholder: 'uid=anna,ou=people,dc=example,dc=com',
})
const none = t('Empty (None).', '为空（None）。')

const manifest: ProtocolManifest = {
  id: 'ldap',
  label: componentLabel('LDAP'),
  summary: t(
    'Entries of a directory: OpenLDAP, Active Directory.',
    '目录中的条目：OpenLDAP、Active Directory。',
  ),
  icon: 'contact',
  keywords: 'ldap directory active directory user group 目录 用户 组',
  docs: 'rfc-editor.org/rfc/rfc4511',
  tested: t('Tried against OpenLDAP 2.5.', '已对照 OpenLDAP 2.5 测试。'),
  shares: true,
  fields: [
    ...target(389),
    choice('security', t('Security', '安全'), [
      ['none', t('None', '无')],
      ['tls', t('TLS (ldaps)', 'TLS（ldaps）')],
      ['starttls', t('STARTTLS', 'STARTTLS')],
    ]),
    lines('ca', t('Certificate authority', '证书颁发机构'), {
      when: { field: 'security', is: ['tls', 'starttls'] },
      advanced: true,
    }),
    text('user', t('Sign on as (DN)', '登录 DN'), { help: t('Empty: anonymous.', '留空表示匿名。') }),
    password,
  ],
  faults: [
    failure(
      'LDAP:AUTH',
      t('DN or password is wrong.', 'DN 或密码错误。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure('LDAP:NOT_FOUND', t('There is no such entry.', '条目不存在。'), t('Check the DN.', '检查 DN。')),
    failure(
      'LDAP:EXISTS',
      t('The entry, or the value, is there already.', '条目或值已存在。'),
      t('Change it instead.', '改为修改。'),
    ),
    failure(
      'LDAP:DENIED',
      t('The user may not do this.', '用户无此权限。'),
      t('Ask the directory’s operator.', '联系目录管理员。'),
    ),
    failure(
      'LDAP:FILTER',
      t('The filter is not well formed.', '过滤器有误。'),
      t('Write (attribute=value); RFC 4515.', '写作 (属性=值)，见 RFC 4515。'),
    ),
    failure(
      'LDAP:ERROR',
      t('Anything else the directory refuses.', '目录拒绝的其他情况。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'search',
      label: t('Search', '搜索'),
      summary: t('Entries below a base that fit a filter.', '基准之下符合过滤器的条目。'),
      repeatable: true,
      fields: [
        needed('base', t('Base (DN)', '基准（DN）'), 'str', { placeholder: 'ou=people,dc=example,dc=com' }),
        value('filter', t('Filter', '过滤器'), 'str', {
          default: '(objectClass=*)',
          help: t('Values go in as :name, and cannot change the filter.', '值写作 :name，不会改变过滤器。'),
          placeholder: '(mail=:mail)',
        }),
        { name: 'parameters', kind: 'rows', label: t('Parameters', '参数') },
        choice('scope', t('Scope', '范围'), [
          ['sub', t('Base and all below', '基准及全部下级')],
          ['one', t('One level below', '下一级')],
          ['base', t('Base alone', '仅基准')],
        ]),
        value('attributes', t('Attributes', '属性'), undefined, {
          help: t('A list, or names with commas; empty: all.', '列表，或以逗号分隔；留空表示全部。'),
        }),
        number('limit', t('At most', '最多'), { default: 1000, min: 1, max: 100_000 }),
      ],
      output: { type: 'list', items: { type: 'dict', fields: { dn: { type: 'str' } } } },
      gives: t(
        'A list of dicts: dn as text, every attribute as a list.',
        '字典列表：dn 为文本，每个属性为列表。',
      ),
      example: {
        arguments: { base: 'dc=example,dc=com', filter: '(uid=:id)', parameters: { id: 'anna' } },
        result: [{ dn: 'uid=anna,dc=example,dc=com', uid: ['anna'], mail: ['anna@example.com'] }],
      },
    },
    {
      id: 'add',
      label: t('Add entry', '新增条目'),
      summary: t('Makes an entry.', '新建条目。'),
      fields: [
        dn,
        needed('entry', t('Attributes', '属性'), undefined, {
          help: t('A dict; several values as a list.', '字典；多个值用列表。'),
          default: { mode: 'expression', source: 'msg.payload' },
        }),
      ],
      output: { type: 'none' },
      gives: none,
    },
    {
      id: 'modify',
      label: t('Change entry', '修改条目'),
      summary: t('Replaces, adds or removes values of attributes.', '替换、添加或移除属性值。'),
      fields: [
        dn,
        choice('change', t('Change', '修改方式'), [
          ['replace', t('Replace', '替换')],
          ['add', t('Add', '添加')],
          ['delete', t('Remove', '移除')],
        ]),
        needed('entry', t('Attributes', '属性'), undefined, {
          help: t('A dict; None or an empty list: all values.', '字典；None 或空列表表示全部值。'),
        }),
      ],
      output: { type: 'none' },
      gives: none,
    },
    {
      id: 'rename',
      label: t('Rename entry', '重命名条目'),
      summary: t('Gives an entry another name, or another place.', '更改条目名称或位置。'),
      fields: [dn, needed('to', t('New DN', '新 DN'), 'str')],
      output: { type: 'none' },
      gives: none,
    },
    {
      id: 'delete',
      label: t('Delete entry', '删除条目'),
      summary: t('Removes an entry that has none below it.', '删除没有下级的条目。'),
      fields: [dn],
      output: { type: 'none' },
      gives: none,
    },
  ],
}
export default manifest
