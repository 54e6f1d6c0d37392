// An app from outside calls nobody before its hosts are granted; a wider reach asks again; what only a script knows stops the run.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drawer, handApp, pasteApp, step } from './paste-app.ts'
import { expect, test } from './site.ts'
import { axeFindings, looks, openStudio } from './studio-tools.ts'

let server: Server
let port = 0
let calls = 0
test.beforeAll(async () => {
  server = createServer((_request, response) => {
    calls++
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' })
      .end('{"ok": 1}')
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  port = (server.address() as AddressInfo).port
})
test.afterAll(() => server.close())

const get = (name: string, url: string) => step('http/request', name, { url })
const byScript = (name: string, source: string) =>
  step('http/request', name, { url: { mode: 'expression', source } })

test('nothing is called before a click; no is no; a granted host is not asked for again, a new one is', async ({
  context,
  site,
}) => {
  calls = 0
  const { page } = await openStudio(context, site.url)
  const one = get('First', `http://127.0.0.1:${port}/a`)
  await pasteApp(page, site, handApp('From outside', null, [one]))
  const run = page.getByRole('button', { name: 'Run', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Let this app call other servers?' })
  await run.click()
  await expect(dialog).toContainText(`127.0.0.1:${port}`)
  await page.screenshot({ path: 'test-results/shots/trust-en-light.png' })
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Do not run' }).click()
  await expect(dialog).toBeHidden()
  expect(calls).toBe(0)
  await run.click()
  await dialog.getByRole('button', { name: 'Allow this host and go on' }).click()
  await expect(drawer(page).locator('header').getByText('ok', { exact: true })).toBeVisible()
  expect(calls).toBe(1)

  // The grant is kept with the app, over a reload; a second host asks again and is marked.
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await run.click()
  await expect(drawer(page).locator('header').getByText('ok', { exact: true })).toBeVisible()
  expect(calls).toBe(2)
  await page.locator(`#step-${one.id}`).click()
  const url = page.locator('[data-pane=inspector] .cm-content').first()
  await url.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(`http://localhost:${port}/b`)
  await page.locator('[data-pane=canvas]').click({ position: { x: 5, y: 300 } })
  await run.click()
  await expect(dialog).toContainText('would now call more than you allowed')
  await expect(dialog.getByRole('listitem').filter({ hasText: `localhost:${port}` })).toContainText('new')
  await dialog.getByRole('button', { name: 'Do not run' }).click()
  expect(calls).toBe(2)
})

test('a host that a script makes up stops the run, is named, and can be allowed there', async ({
  context,
  site,
}) => {
  calls = 0
  const { page } = await openStudio(context, site.url, looks[3])
  await page.goto(site.url)
  const app = handApp('脚本', { host: `127.0.0.1:${port}` }, [
    byScript('Call', "'http://' + msg.payload['host'] + '/x'"),
  ])
  await page.getByRole('button', { name: '粘贴', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(JSON.stringify(app))
  await page.getByRole('dialog').getByRole('button', { name: '打开' }).click()
  const run = page.getByRole('button', { name: '运行', exact: true }).first()
  await run.click()
  const dialog = page.getByRole('dialog', { name: '允许这个应用访问其他服务器？' })
  await expect(dialog.getByRole('checkbox')).not.toBeChecked()
  await page.screenshot({ path: 'test-results/shots/trust-zh-dark.png' })
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '继续' }).click()
  const allow = page.getByRole('button', { name: `允许 127.0.0.1:${port}` }).first()
  await expect(allow).toBeVisible()
  expect(calls).toBe(0)
  await allow.click()
  await run.click()
  await expect.poll(() => calls).toBe(1)
})
