// Files of this computer (File System Access), or of the browser's own private folder where that is not there.
import { componentLabel } from '../../../worker/model/component-label.ts'
import { choice, content, failure, flag, needed, t, text, value } from '../../../relay/manifest.ts'
import type { Field } from '../../../worker/model/definition.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'

const path = (label = t('Path', '路径'), placeholder = 'orders/2026.csv'): Field =>
  needed('path', label, 'str', {
    placeholder,
    help: t('Inside the folder of the connection.', '在连接的文件夹之内。'),
  })

const manifest: ProtocolManifest = {
  id: 'files',
  label: componentLabel('Local files'),
  summary: t('Reads and writes files of a folder that you chose.', '读写你所选文件夹中的文件。'),
  icon: 'folder-open',
  keywords: 'file folder disk csv 本地文件 文件 文件夹 目录',
  docs: 'wicg.github.io/file-system-access; fs.spec.whatwg.org',
  tested: t('Tried in Chromium.', '已在 Chromium 中测试。'),
  runs: 'page',
  target: 'none',
  shares: true,
  fields: [
    text('folder', t('Folder', '文件夹'), {
      default: 'files',
      help: t(
        'A name. “Choose a folder” binds it to one of this computer; else it is a private one of this browser.',
        '一个名称。“选择文件夹”可将其绑定到本机文件夹，否则使用浏览器的私有文件夹。',
      ),
    }),
  ],
  faults: [
    failure(
      'FILES:NOT_FOUND',
      t('There is no such file or folder.', '文件或文件夹不存在。'),
      t('List the folder to see what there is.', '可列出文件夹查看内容。'),
    ),
    failure(
      'FILES:EXISTS',
      t('There is such a file already.', '文件已存在。'),
      t('Choose “overwrite”, or another name.', '选择覆盖，或换一个名称。'),
    ),
    failure(
      'FILES:PERMISSION',
      t('The browser wants to be asked again for this folder.', '浏览器需要再次授权访问此文件夹。'),
      t('Choose the folder again in the connection.', '在连接中重新选择文件夹。'),
    ),
    failure(
      'FILES:PATH',
      t('The path leads out of the folder, or has no name.', '路径超出了文件夹，或没有名称。'),
      t('Write names with / between them.', '用 / 分隔各级名称。'),
    ),
    failure(
      'FILES:TOO_LARGE',
      t('The file is larger than 64 MiB.', '文件超过 64 MiB。'),
      t('Split it.', '拆分文件。'),
    ),
  ],
  operations: [
    {
      id: 'read',
      label: t('Read', '读取'),
      summary: t('Reads a file.', '读取文件。'),
      fields: [
        path(),
        text('contentType', t('Content type', '内容类型'), {
          help: t('Empty: by the ending of the name.', '留空则按文件扩展名。'),
          advanced: true,
        }),
      ],
      repeatable: true,
      output: { type: 'entity' },
      attributes: { type: 'dict', fields: { Name: { type: 'str' }, Size: { type: 'int' }, Time: { type: 'datetime' }, PathName: { type: 'str' } } }, // prettier-ignore
      gives: t('The content as an Entity, its type by the ending.', '文件内容（Entity），类型由扩展名决定。'),
    },
    {
      id: 'write',
      label: t('Write', '写入'),
      summary: t('Writes a file; missing folders are made.', '写入文件，缺少的文件夹会自动创建。'),
      fields: [
        path(),
        content,
        choice('mode', t('If it is there', '文件已存在时'), [
          ['overwrite', t('Overwrite', '覆盖')],
          ['append', t('Append', '追加')],
          ['create-new', t('Fail', '报错')],
        ]),
      ],
      gives: t('The payload stays.', '载荷不变。'),
    },
    {
      id: 'list',
      label: t('List', '列表'),
      summary: t('Lists a folder.', '列出文件夹。'),
      fields: [
        value('path', t('Folder', '文件夹'), 'str', {
          help: t('Empty: the folder of the connection.', '留空为连接的文件夹。'),
        }),
        value('name', t('Name', '名称'), 'str', { help: t('* and ? stand for any letters.', '* 与 ? 为通配符。'), placeholder: '*.csv' }), // prettier-ignore
        flag('recursive', t('Folders below too', '包含子文件夹'), false),
      ],
      repeatable: true,
      output: {
        type: 'list',
        items: { type: 'dict', fields: { Name: { type: 'str' }, Type: { type: 'str' }, Size: { type: 'int' }, Time: { type: 'datetime' }, PathName: { type: 'str' } } }, // prettier-ignore
      },
      gives: t('A list by name: Type is File or Folder.', '按名称排序的列表，Type 为 File 或 Folder。'),
    },
    {
      id: 'delete',
      label: t('Delete', '删除'),
      summary: t('Deletes a file, or a folder with all that is in it.', '删除文件，或文件夹及其全部内容。'),
      fields: [path()],
      gives: t('The payload stays.', '载荷不变。'),
    },
    {
      id: 'create-folder',
      label: t('Create folder', '创建文件夹'),
      summary: t('Makes a folder and those above it.', '创建文件夹及其上级。'),
      fields: [path(t('Path', '路径'), 'orders/2026')],
      repeatable: true,
      gives: t('The payload stays.', '载荷不变。'),
    },
  ],
}
export default manifest
