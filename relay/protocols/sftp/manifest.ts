// SFTP over SSH, by password or private key; the server's key is compared with what the connection says.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { fileFaults, fileOperationManifests } from '../../files/manifest.ts'
import { failure, password, secret, t, target, text, user, wayFaults } from '../../manifest.ts'

const manifest: ProtocolManifest = {
  id: 'sftp',
  label: componentLabel('SFTP'),
  summary: t('Files of an SSH server.', 'SSH 服务器上的文件。'),
  icon: 'folder-lock',
  keywords: 'sftp ssh file upload download 文件 上传 下载',
  docs: 'datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02',
  tested: t('Tried against OpenSSH 9.', '已对照 OpenSSH 9 测试。'),
  fields: [
    ...target(22),
    { ...user, required: true },
    password,
    secret('privateKey', t('Private key', '私钥'), {
      help: t('PEM or OpenSSH, instead of a password.', 'PEM 或 OpenSSH 格式，可代替密码。'),
    }),
    secret('passphrase', t('Passphrase of the key', '私钥口令'), { advanced: true }),
    text('hostKey', t('Key of the server', '服务器密钥指纹'), {
      help: t(
        'SHA256:… as ssh-keygen -l shows it. Test the connection to see it.',
        'SHA256:…，即 ssh-keygen -l 的输出。测试连接时会显示。',
      ),
      required: true,
      placeholder: 'SHA256:…',
    }),
  ],
  faults: [
    failure(
      'SFTP:HOST_KEY',
      t('The server’s key is not the one of the connection.', '服务器密钥与连接中的不一致。'),
      t('Compare the fingerprint in the message with the server’s own.', '将信息中的指纹与服务器核对。'),
    ),
    ...fileFaults('SFTP'),
    ...wayFaults,
  ],
  operations: fileOperationManifests,
}
export default manifest
