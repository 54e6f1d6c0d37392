// What the manifests of the file servers share.
import type { FaultRow, Shape } from '../../worker/model/definition.ts'
import type { ProtocolOperation } from '../../worker/model/protocol-manifest.ts'
import { choice, content, failure, flag, needed, number, t, text, value } from '../manifest.ts'

const path = needed('path', t('Path', '路径'), 'str', { placeholder: '/in/orders.csv' })
const overwrite = flag('overwrite', t('Overwrite', '覆盖'), false, {
  help: t('Else it is an error when the target is there.', '否则目标存在时报错。'),
})
const from = needed('from', t('From', '源路径'), 'str')
const to = needed('to', t('To', '目标路径'), 'str')
const none = t('Empty (None): keep what you need in a variable.', '为空（None）：需要的数据先存入变量。')
const entry: Shape = {
  type: 'dict',
  fields: {
    Name: { type: 'str' },
    Type: { type: 'str' },
    Target: { type: 'str' },
    Size: { type: 'int' },
    Time: { type: 'datetime' },
    PathName: { type: 'str' },
  },
}

export const fileOperationManifests: ProtocolOperation[] = [
  {
    id: 'read',
    label: t('Read file', '读取文件'),
    summary: t('A whole file, at most 64 MiB.', '整个文件，最大 64 MiB。'),
    repeatable: true,
    fields: [
      path,
      number('stable', t('Unchanged for', '稳定时间'), {
        help: t('Fails when the size changes within this time.', '此时间内大小变化则报错。'),
        default: 0,
        min: 0,
        max: 60,
        unit: t('s', '秒'),
        advanced: true,
      }),
    ],
    output: { type: 'entity' },
    gives: t('An Entity; its type by the end of the name.', 'Entity；类型由扩展名决定。'),
  },
  {
    id: 'read-parts',
    label: t('Read in parts', '分段读取'),
    summary: t(
      'Runs its branch for each part of a file of any size, in constant memory.',
      '逐段读取任意大小的文件并执行分支，内存占用恒定。',
    ),
    stream: true,
    repeatable: true,
    fields: [path, number('size', t('Part', '每段'), { default: 8, min: 1, max: 32, unit: t('MiB', 'MiB') })],
    output: { type: 'bytes' },
    attributes: {
      type: 'dict',
      fields: { offset: { type: 'int' }, size: { type: 'int' }, last: { type: 'bool' } },
    },
    gives: t('In the branch bytes; afterwards the number of parts.', '分支中为字节；结束后为段数。'),
  },
  {
    id: 'write',
    label: t('Write file', '写入文件'),
    summary: t('Writes, appends to, or makes a file.', '写入、追加或新建文件。'),
    fields: [
      path,
      content,
      choice('mode', t('Mode', '模式'), [
        ['OVERWRITE', t('Overwrite', '覆盖')],
        ['APPEND', t('Append', '追加')],
        ['CREATE_NEW', t('Only new', '仅新建')],
      ]),
      flag('parents', t('Make folders above', '创建上级文件夹'), true),
    ],
    output: { type: 'none' },
    gives: none,
  },
  {
    id: 'delete',
    label: t('Delete', '删除'),
    summary: t('Removes a file or an empty folder.', '删除文件或空文件夹。'),
    fields: [path],
    output: { type: 'none' },
    gives: none,
  },
  {
    id: 'mkdir',
    label: t('Make folder', '新建文件夹'),
    summary: t('With those above it; an error when it is there.', '连同上级一并创建；已存在则报错。'),
    fields: [path],
    output: { type: 'none' },
    gives: none,
  },
  {
    id: 'copy',
    label: t('Copy', '复制'),
    summary: t('A file of at most 64 MiB.', '最大 64 MiB 的文件。'),
    fields: [from, to, overwrite],
    output: { type: 'none' },
    gives: none,
  },
  {
    id: 'move',
    label: t('Move or rename', '移动或重命名'),
    summary: t('A file or a folder.', '文件或文件夹。'),
    fields: [from, to, overwrite],
    output: { type: 'none' },
    gives: none,
  },
  {
    id: 'list',
    label: t('List folder', '列出文件夹'),
    summary: t('Files and folders, filtered.', '筛选后的文件与文件夹。'),
    repeatable: true,
    fields: [
      value('path', t('Folder', '文件夹'), 'str', { default: '/' }),
      flag('recursive', t('And those below', '包含下级'), false),
      text('name', t('Name', '名称'), { placeholder: '*.csv' }),
      choice(
        'nameKind',
        t('Name is', '名称类型'),
        [
          ['wildcard', t('Wildcard', '通配符')],
          ['regex', t('Regular expression', '正则表达式')],
        ],
        { advanced: true },
      ),
      {
        name: 'types',
        kind: 'select',
        multiple: true,
        label: t('Types', '类型'),
        options: [
          { value: 'File', label: t('File', '文件') },
          { value: 'Folder', label: t('Folder', '文件夹') },
          { value: 'SymLink', label: t('Link', '链接') },
        ],
      },
      value('since', t('Changed after', '修改晚于'), undefined, {
        help: t('A datetime, e.g. of the last run.', '时间，例如上次运行时间。'),
      }),
      number('minSize', t('At least', '最小'), { unit: t('bytes', '字节'), advanced: true }),
      number('maxSize', t('At most', '最大'), { unit: t('bytes', '字节'), advanced: true }),
    ],
    output: { type: 'list', items: entry },
    gives: t('A list of entries.', '条目列表。'),
  },
]

export function fileFaults(code: string): FaultRow[] {
  return [
    failure(
      `${code}:AUTH`,
      t('User, password or key is wrong.', '用户名、密码或密钥错误。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      `${code}:NOT_FOUND`,
      t('There is no such file or folder.', '文件或文件夹不存在。'),
      t('Check the path.', '检查路径。'),
    ),
    failure(
      `${code}:EXISTS`,
      t('The target is there already.', '目标已存在。'),
      t('Allow overwriting, or take another name.', '允许覆盖，或更换名称。'),
    ),
    failure(
      `${code}:DENIED`,
      t('The server does not allow it.', '服务器不允许。'),
      t('Check the rights of the user.', '检查用户权限。'),
    ),
    failure(
      `${code}:ERROR`,
      t('Anything else the server refuses.', '服务器拒绝的其他情况。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    failure(
      `${code}:TOO_LARGE`,
      t('The file is too large to be taken whole.', '文件过大，无法整体读取。'),
      t('Use Read in parts.', '使用分段读取。'),
    ),
  ]
}
