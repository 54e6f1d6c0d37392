// Dovecot with IMAP and POP3 for one user, `weft`.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { certificate } from '../support/certificate.ts'
import { freePort, give, scratch, startProgram, userIds, type Server } from '../support/server.ts'

export const dovecotPrograms = {
  dovecot: 'dovecot-imapd',
  '/usr/lib/dovecot/pop3': 'dovecot-pop3d',
  openssl: 'openssl',
}
export const mailPassword = 'mail-secret-1'

export interface Dovecot extends Server {
  pop3: number
  imaps: number
  ca: string
}

export async function startDovecot(): Promise<Dovecot> {
  const [port, pop3, imaps, folder] = [
    await freePort(),
    await freePort(),
    await freePort(),
    scratch('dovecot'),
  ]
  // Its parts run as users of their own.
  chmodSync(folder, 0o755)
  const { key, cert, ca } = certificate(folder)
  // Dovecot gives no mail to root.
  const ids = userIds('mail') ?? { uid: userInfo().uid, gid: userInfo().gid }
  const mail = join(folder, 'mail')
  mkdirSync(mail)
  give(mail, userIds('mail'))
  writeFileSync(join(folder, 'users'), `weft:{PLAIN}${mailPassword}:${ids.uid}:${ids.gid}::${mail}::\n`)
  const own = userIds('mail')
    ? ''
    : `default_internal_user = ${userInfo().username}\ndefault_login_user = ${userInfo().username}\n`
  const listener = (name: string, plain: number, secure?: number): string =>
    `service ${name}-login {\n inet_listener ${name} {\n port = ${plain}\n address = 127.0.0.1\n }\n inet_listener ${name}s {\n port = ${secure ?? 0}\n address = 127.0.0.1\n }\n chroot =\n}\n`
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `protocols = imap pop3\nbase_dir = ${join(folder, 'run')}\nstate_dir = ${join(folder, 'state')}\nlog_path = /dev/stderr\nssl = yes\nssl_cert = <${cert}\nssl_key = <${key}\ndisable_plaintext_auth = no\nmail_location = maildir:${mail}/Maildir\nfirst_valid_uid = 1\nfirst_valid_gid = 1\nmail_privileged_group =\n${own}passdb {\n driver = passwd-file\n args = ${join(folder, 'users')}\n}\nuserdb {\n driver = passwd-file\n args = ${join(folder, 'users')}\n}\n` +
      listener('imap', port, imaps) +
      listener('pop3', pop3),
  )
  const { stop } = await startProgram('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { port, folder })
  return { port, pop3, imaps, folder, ca, stop }
}
