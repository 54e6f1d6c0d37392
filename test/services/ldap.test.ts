// LDAP through the relay, against slapd.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { ldapAdmin, slapdPrograms, startSlapd } from './servers/slapd.ts'
import { caller, type Caller } from './support/caller.ts'
import { describeWith, type Server } from './support/server.ts'

const dict = (entries: Record<string, Value>): Map<Value, Value> => new Map(Object.entries(entries))

describeWith(slapdPrograms, 'LDAP', () => {
  let server: Server
  let relay: TestRelay
  let call: Caller
  let connection: Record<string, string | number>
  const base = 'dc=example,dc=com'
  const anna = `uid=anna,${base}`
  beforeAll(async () => {
    ;[server, relay] = await Promise.all([startSlapd(), startRelay()])
    connection = { host: '127.0.0.1', port: server.port, ...ldapAdmin }
    call = caller(relay.client, 'ldap', connection)
  })
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
  })
  const code = (operation: string, values: Record<string, Value>, other = {}) =>
    caller(relay.client, 'ldap', { ...connection, ...other })(operation, values).then(() => 'went well', ({ code }) => code as string) // prettier-ignore

  it('adds, searches, changes, renames and deletes', async () => {
    const entry = dict({
      objectClass: ['inetOrgPerson'],
      uid: 'anna',
      cn: 'Anna 张',
      sn: '张',
      mail: ['a@example.com', 'b@example.com'],
      userPassword: 'anna-1',
    })
    expect(await call('add', { dn: anna, entry })).toBe(null)
    const [found] = (await call('search', {
      base,
      filter: '(uid=:id)',
      parameters: dict({ id: 'anna' }),
      attributes: 'cn,mail',
    })) as Map<Value, Value>[]
    expect(found).toEqual(new Map<Value, Value>([['dn', anna], ['cn', ['Anna 张']], ['mail', ['a@example.com', 'b@example.com']]])) // prettier-ignore
    await call('modify', { dn: anna, entry: dict({ mail: 'c@example.com', description: 'x' }) })
    await call('modify', { dn: anna, change: 'add', entry: dict({ mail: ['d@example.com'] }) })
    await call('modify', { dn: anna, change: 'delete', entry: dict({ description: null }) })
    const [after] = (await call('search', {
      base: anna,
      scope: 'base',
      attributes: ['mail', 'description'],
    })) as Map<Value, Value>[]
    expect(after).toEqual(new Map<Value, Value>([['dn', anna], ['mail', ['c@example.com', 'd@example.com']]])) // prettier-ignore
    await call('rename', { dn: anna, to: `uid=anna2,${base}` })
    expect(await call('search', { base, filter: '(uid=anna)' })).toEqual([])
    expect(await call('delete', { dn: `uid=anna2,${base}` })).toBe(null)
  })
  it('takes a parameter as a value only', async () => {
    for (const id of ['*', '*)(objectClass=*', 'a)(|(uid=*', '\\2a', '\0'])
      expect(await call('search', { base, filter: '(uid=:id)', parameters: dict({ id }) })).toEqual([])
  })
  it('reads more entries than a page has', async () => {
    for (let i = 0; i < 30; i++)
      await call('add', {
        dn: `cn=p${i},${base}`,
        entry: dict({ objectClass: 'person', cn: `p${i}`, sn: 'p' }),
      })
    expect(await call('search', { base, filter: '(sn=p)' })).toHaveLength(30)
    expect(await call('search', { base, filter: '(sn=p)', limit: 7 })).toHaveLength(7)
  })
  it('says what is wrong', async () => {
    expect(await code('search', { base }, { password: 'no' })).toBe('LDAP:AUTH')
    expect(await code('search', { base: 'dc=nowhere' })).toBe('LDAP:NOT_FOUND')
    expect(await code('search', { base, filter: '(uid=' })).toBe('LDAP:FILTER')
    expect(await code('add', { dn: base, entry: dict({ objectClass: 'dcObject', dc: 'example' }) })).toMatch(
      /^LDAP:(EXISTS|ERROR)$/,
    )
    expect(await code('search', { base }, { port: 1 })).toBe('CONNECT:REFUSED')
  })
})
