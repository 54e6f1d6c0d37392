// FTP and FTPS (explicit and implicit TLS).
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { fileFaults, fileOperationManifests } from '../../files/manifest.ts'
import { choice, lines, password, t, target, user, wayFaults } from '../../manifest.ts'

const manifest: ProtocolManifest = {
  id: 'ftp',
  label: componentLabel('FTP'),
  summary: t('Files of an FTP or FTPS server.', 'FTP 或 FTPS 服务器上的文件。'),
  icon: 'folder-sync',
  keywords: 'ftp ftps file upload download 文件 上传 下载',
  docs: 'rfc-editor.org/rfc/rfc959',
  tested: t('Tried against vsftpd 3.', '已对照 vsftpd 3 测试。'),
  fields: [
    ...target(21),
    user,
    password,
    choice('security', t('Security', '安全'), [
      ['none', t('None', '无')],
      ['explicit', t('Explicit TLS', '显式 TLS')],
      ['implicit', t('Implicit TLS', '隐式 TLS')],
    ]),
    lines('ca', t('Certificate authority', '证书颁发机构'), {
      when: { field: 'security', is: ['explicit', 'implicit'] },
      advanced: true,
    }),
    choice(
      'encoding',
      t('Encoding of names', '文件名编码'),
      [
        ['utf8', t('UTF-8', 'UTF-8')],
        ['latin1', t('ISO-8859-1', 'ISO-8859-1')],
      ],
      { advanced: true },
    ),
    choice(
      'type',
      t('Transfer', '传输类型'),
      [
        ['binary', t('Binary', '二进制')],
        ['ascii', t('ASCII', 'ASCII')],
      ],
      { advanced: true },
    ),
  ],
  faults: [...fileFaults('FTP'), ...wayFaults],
  operations: fileOperationManifests,
}
export default manifest
