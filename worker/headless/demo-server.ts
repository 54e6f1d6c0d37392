// The demo APIs on a port of their own, so that a headless run makes real requests. With `--demo-data DIR` they hold the
// data of that folder: files named as below, each of them optional.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '../../relay/server.ts'
import { handleDemo } from '../demo/handler.ts'
import { memoryStore, ownData, type Collection, type DemoData } from '../demo/state.ts'
import { fault } from '../model/fault.ts'
import { pathOf, readJson } from './command-line.ts'

export interface DemoServer {
  /** Origin without a slash at the end. */
  base: string
  close(): Promise<void>
}

export async function startDemo(data?: DemoData): Promise<DemoServer> {
  const store = memoryStore(data)
  const server = await serve({
    folder: join(import.meta.dirname, 'nothing'),
    mounts: { '/demo/': (request) => handleDemo(request, store) },
    port: 0,
  })
  return { base: server.url.replace(/\/$/, ''), close: () => server.close() }
}

/** File → the document it is, and the type it has. */
const documents = {
  'supplier_a.json': ['/suppliers/a', 'application/json'],
  'supplier_b.xml': ['/suppliers/b', 'application/xml'],
  'supplier_c.csv': ['/suppliers/c', 'text/csv'],
  'fx.json': ['/fx', 'application/json'],
} as const
/** File → the collection it is. */
const collections = { 'crm_left.json': '/left/contacts', 'directory_right.json': '/right/contacts' } as const
const demoFiles = [
  'crm_pages.json',
  'erp_before.json',
  'mock_faults.json',
  'base_snapshot.json',
  ...Object.keys(collections),
  ...Object.keys(documents),
]

/** What a folder gives; what it leaves out is the project's own data, except faults and ERP rows: there are none then. */
export async function demoDataFrom(folder: string): Promise<DemoData> {
  const path = (name: string) => join(pathOf(folder), name)
  const has = demoFiles.filter((name) => existsSync(path(name)))
  if (has.length === 0)
    throw fault('CLI:FILE', `${folder} has none of ${demoFiles.join(', ')}.`, { data: { path: folder } })
  const read = async <T>(name: string, otherwise: T): Promise<T> =>
    has.includes(name) ? ((await readJson(path(name))) as T) : otherwise
  const data: DemoData = {
    pages: await read('crm_pages.json', ownData.pages),
    erp: await read('erp_before.json', []),
    documents: { ...ownData.documents },
    collections: { ...ownData.collections },
    inboxes: ownData.inboxes,
    faults: await read('mock_faults.json', {}),
  }
  for (const [name, [at, type]] of Object.entries(documents))
    if (has.includes(name)) data.documents[at] = { type, text: await readFile(path(name), 'utf8') }
  for (const [name, at] of Object.entries(collections))
    data.collections[at] = {
      id: 'key',
      rows: await read<Collection['rows']>(name, ownData.collections[at]!.rows),
    }
  if (has.includes('base_snapshot.json')) {
    const records = await readJson(path('base_snapshot.json'))
    data.documents['/pair/base'] = {
      type: 'application/json',
      text: JSON.stringify({ records, aliases: [] }),
    }
  }
  return data
}
