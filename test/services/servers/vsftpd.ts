// vsftpd: the anonymous user with a list of passwords that it takes; /files can be written. TLS where it is asked for.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, give, scratch, startProgram, userIds, type Server } from '../support/server.ts'
import { certificate } from '../support/certificate.ts'

export const vsftpdPrograms = { vsftpd: 'vsftpd', openssl: 'openssl' }
export const ftpPassword = 'ftp-secret-1'

export async function startVsftpd(): Promise<Server & { ca: string }> {
  const [port, low, folder, ids] = [await freePort(), await freePort(), scratch('vsftpd'), userIds('ftp')]
  const root = join(folder, 'root')
  const files = join(root, 'files')
  mkdirSync(files, { recursive: true })
  chmodSync(folder, 0o755)
  give(files, ids)
  const { key, cert, ca } = certificate(folder)
  writeFileSync(join(folder, 'passwords'), ftpPassword + '\n')
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  const lines = {
    listen: 'YES', listen_port: port, listen_address: '127.0.0.1', background: 'NO', anonymous_enable: 'YES', local_enable: 'NO',
    write_enable: 'YES', anon_upload_enable: 'YES', anon_mkdir_write_enable: 'YES', anon_other_write_enable: 'YES', anon_umask: '022',
    anon_root: root, secure_email_list_enable: 'YES', email_password_file: join(folder, 'passwords'), pasv_min_port: low, pasv_max_port: Math.min(low + 100, 65_535),
    ...(ids ? { ftp_username: 'ftp', nopriv_user: 'nobody', secure_chroot_dir: empty } : { run_as_launching_user: 'YES' }),
    seccomp_sandbox: 'NO', ssl_enable: 'YES', allow_anon_ssl: 'YES', force_anon_logins_ssl: 'NO', force_anon_data_ssl: 'NO', rsa_cert_file: cert, rsa_private_key_file: key,
    require_ssl_reuse: 'NO', ssl_ciphers: 'HIGH', xferlog_enable: 'NO', vsftpd_log_file: join(folder, 'log'), use_localtime: 'NO', ftpd_banner: 'test',
  } // prettier-ignore
  const config = join(folder, 'vsftpd.conf')
  writeFileSync(config, Object.entries(lines).map(([name, value]) => `${name}=${value}\n`).join('')) // prettier-ignore
  const { stop } = await startProgram('vsftpd', [config], { port, folder })
  return { port, folder, stop, ca }
}
