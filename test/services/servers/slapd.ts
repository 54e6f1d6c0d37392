// OpenLDAP's slapd with one suffix, dc=example,dc=com, and its administrator.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, runProgram, scratch, startProgram, type Server } from '../support/server.ts'

export const slapdPrograms = { slapd: 'slapd' }
export const ldapAdmin = { user: 'cn=admin,dc=example,dc=com', password: 'ldap-secret-1' }

export async function startSlapd(): Promise<Server> {
  const [port, folder] = [await freePort(), scratch('slapd')]
  mkdirSync(join(folder, 'data'))
  const schema = (name: string): string => `include /etc/ldap/schema/${name}.schema\n`
  writeFileSync(
    join(folder, 'slapd.conf'),
    ['core', 'cosine', 'inetorgperson'].map(schema).join('') +
      `sockbuf_max_incoming_auth 16777216\npidfile ${join(folder, 'pid')}\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\ndatabase mdb\nmaxsize 268435456\nsuffix "dc=example,dc=com"\nrootdn "${ldapAdmin.user}"\nrootpw ${ldapAdmin.password}\ndirectory ${join(folder, 'data')}\naccess to attrs=userPassword by anonymous auth by * none\naccess to * by users read by anonymous auth\n`,
  )
  const first =
    'dn: dc=example,dc=com\nobjectClass: top\nobjectClass: dcObject\nobjectClass: organization\no: Example\ndc: example\n'
  runProgram('slapadd', ['-f', join(folder, 'slapd.conf')], { cwd: folder, input: first })
  const { stop } = await startProgram(
    'slapd',
    ['-d', '0', '-f', join(folder, 'slapd.conf'), '-h', `ldap://127.0.0.1:${port}/`],
    { port, folder },
  )
  return { port, folder, stop }
}
