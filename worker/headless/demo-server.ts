// The demo APIs on a port of their own, so that a headless run makes real requests. With `--demo-data DIR` they hold the
// data of that folder: crm_pages.json, erp_before.json, mock_faults.json, each of them optional.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '../../relay/server.ts'
import { handleDemo } from '../demo/handler.ts'
import { freshState, memoryStore, type DemoData } from '../demo/state.ts'
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

export async function demoDataFrom(folder: string): Promise<DemoData> {
  const own = freshState().data
  const read = async (name: string): Promise<unknown> => {
    const path = join(pathOf(folder), name)
    return existsSync(path) ? await readJson(path) : undefined
  }
  const [pages, erp, faults] = await Promise.all(
    ['crm_pages.json', 'erp_before.json', 'mock_faults.json'].map(read),
  )
  if (pages === undefined && erp === undefined && faults === undefined)
    throw fault('CLI:FILE', `${folder} has none of crm_pages.json, erp_before.json, mock_faults.json.`, {
      data: { path: folder },
    })
  return {
    pages: (pages as DemoData['pages']) ?? own.pages,
    erp: (erp as DemoData['erp']) ?? [],
    faults: (faults as DemoData['faults']) ?? {},
  }
}
