// Protocols that the page speaks itself, in the real worker under the real policy: a WebSocket, tables kept in the browser, files.
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { FieldValue } from '../../worker/model/app.ts'
import { expect, test } from './site.ts'
import { drawer, handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import { openProfile, shot } from './studio-page.ts'

const ex = (source: string): FieldValue => ({ mode: 'expression', source })

test('a WebSocket, a database and files, without a relay; kept over a reload', async ({ browser, site }) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((listening) => server.once('listening', listening))
  server.on('connection', (socket) =>
    socket.on('message', (data) => socket.send(`{"echo":${String(data as Buffer)}}`)),
  )
  const { port } = server.address() as AddressInfo
  const { page, context, violations } = await openProfile(browser, site.url)
  const of = (connection: string, one: ReturnType<typeof step>) => ({ ...one, connection })
  const steps = [
    of('w', step('websocket/request', 'Ask', { content: '41' })),
    of('d', step('sql/execute', 'Keep', { sql: 'insert into t (n) values (:n)', parameters: ex("{'n': msg.payload['echo'] + 1}") })), // prettier-ignore
    of('d', step('sql/query', 'Rows', { sql: 'select n from t' })),
    of('f', step('files/write', 'Write', { path: 'out/rows.json', content: ex('msg.payload') })),
    of('f', step('files/list', 'List', { recursive: true })),
    step('set-variable', 'Names', { name: 'names', value: ex("[f['PathName'] for f in msg.payload]") }),
    of('f', step('files/read', 'Read', { path: 'out/rows.json' })),
    step('set-payload', 'All', {
      value: ex("f\"{msg.vars['names']} {msg.payload[0]['n']} of {len(list(msg.payload))}\""),
    }),
  ]
  const app = {
    format: 'weft/1',
    id: 'pageprot',
    name: 'Page protocols',
    flows: [
      { id: 'f1', name: 'Main', trigger: step('manual', 'Start', {}), steps, samples: [], settings: {} },
    ],
    connections: [
      { id: 'w', connector: 'websocket', name: 'Socket', config: { url: `ws://127.0.0.1:${port}/` } },
      { id: 'd', connector: 'sql', name: 'Tables', config: { schema: 'create table if not exists t (n)' } },
      { id: 'f', connector: 'files', name: 'Files', config: {} },
    ],
  }
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file' }).click()
  await (await chooser).setFiles({ name: 'a.weft.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(app)) }) // prettier-ignore
  await expect(page).toHaveURL(/#\/app\//)
  await runTo(page, 'ok')
  await expect(drawer(page).getByText("['out', 'out/rows.json'] 42 of 1")).toBeVisible()
  await page.screenshot(shot('page-protocols'))
  await page.reload()
  await runTo(page, 'ok')
  await expect(drawer(page).getByText("['out', 'out/rows.json'] 42 of 2")).toBeVisible()
  expect(violations).toEqual([])
  await context.close()
  server.close()
})

test('a folder of the computer takes the place of the private one', async ({ browser, site }) => {
  const { page, context } = await openProfile(browser, 'about:blank')
  // The picker is the system's: what it would give is a handle like any other.
  await page.addInitScript(() => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Invoices', { create: true })
    Object.assign(globalThis, { showDirectoryPicker: pick })
  })
  const write = { ...step('files/write', 'Write', { path: 'a.txt', content: 'hello' }), connection: 'f' }
  const app = { ...handApp('Files', null, [write]), connections: [{ id: 'f', connector: 'files', name: 'Files', config: {} }] } // prettier-ignore
  await pasteApp(page, site, app)
  await selectStep(page, write.id)
  await page.getByRole('button', { name: 'Edit' }).first().click()
  await expect(page.getByText('A private folder of this browser.')).toBeVisible()
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByText('The folder Invoices of this computer.')).toBeVisible()
  await page.screenshot(shot('choose-folder'))
  await runTo(page, 'ok')
  const text = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Invoices')
    return await (await (await folder.getFileHandle('a.txt')).getFile()).text()
  })
  expect(text).toBe('hello')
  await context.close()
})
