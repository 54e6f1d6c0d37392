// What every protocol's folder must have: a manifest in both languages whose forms and faults fit, and its code.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { protocolCode, protocolManifests } from '../../../relay/protocols.ts'
import { connectorOf, definitionsOf } from '../../../worker/relay/protocol-definition.ts'
import { docsOf } from '../../../worker/relay/protocol-docs.ts'

const root = resolve(import.meta.dirname, '../../..')
const folders = readdirSync(join(root, 'relay/protocols'))
const icons = new Set(
  readdirSync(join(root, 'node_modules/@lucide/svelte/dist/icons')).map((file) => file.replace(/\.\w+$/, '')),
)

it('a folder is a protocol, and names it', () => {
  expect([...protocolManifests.keys()].sort()).toEqual(folders.sort())
})

describe.each([...protocolManifests.values()])('$id', (manifest) => {
  const all = [...manifest.operations, ...(manifest.triggers ?? [])]
  it('has its code', async () => {
    expect(typeof (await protocolCode(manifest.id))).toBe('function')
  })
  it('says everything in both languages', () => {
    const texts: { en: string; zh: string }[] = []
    JSON.stringify(manifest, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'en' in value)
        texts.push(value as (typeof texts)[number])
      return value
    })
    expect(texts.length).toBeGreaterThan(5)
    for (const { en, zh } of texts) expect([en.length > 0, zh.length > 0, en]).toEqual([true, true, en])
  })
  it('has names of its own, and fields that depend on fields that are there', () => {
    const ids = all.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const fields of [manifest.fields, ...all.map((one) => one.fields)]) {
      const names = fields.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const { when } of fields) if (when) expect(names).toContain(when.field)
      for (const { options, default: standard, multiple } of fields)
        if (options && !multiple)
          expect(options.map(({ value }) => value)).toContain(standard ?? options[0]!.value)
    }
  })
  it('has an icon, faults with a namespace, a definition and a docs page for each operation', () => {
    expect(icons).toContain(manifest.icon)
    for (const { code } of manifest.faults) expect(code).toMatch(/^[A-Z0-9]+:[A-Z0-9_]+$/)
    expect(connectorOf(manifest).id).toBe(manifest.id)
    expect(definitionsOf(manifest)).toHaveLength(manifest.internal ? 0 : all.length)
    for (const operation of all)
      for (const language of ['en', 'zh'] as const)
        expect(docsOf(manifest, operation, language)).toContain(operation.label[language])
  })
})

it('the servers of QQ and 163 mailboxes are offered, and others may be written', () => {
  const offered = (id: string): (string | undefined)[] =>
    protocolManifests.get(id)!.fields.find(({ name }) => name === 'host')!.options!.map(({ value }) => value) // prettier-ignore
  expect(offered('smtp')).toEqual(expect.arrayContaining(['smtp.qq.com', 'smtp.163.com']))
  expect(offered('imap')).toEqual(expect.arrayContaining(['imap.qq.com', 'imap.163.com']))
  expect(offered('pop3')).toEqual(expect.arrayContaining(['pop.qq.com', 'pop.163.com']))
})
