// A secret is entered in a connection, used by a run, kept over a reload, and is in no file of the app.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { App } from '../../worker/model/app.ts'
import { handApp, pasteApp, runTo, step } from './paste-app.ts'
import { expect, test, type Site } from './site.ts'
import { axeFindings, openStudio } from './studio-tools.ts'

const token = 'ghp_only_here_4711'
let server: Server
let base = ''
const authorizations: (string | undefined)[] = []

test.beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-GitHub-Api-Version')
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    authorizations.push(request.headers.authorization)
    return response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"number": 8}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => server.close())

function app(): App {
  const report = step('github/create-issue', 'Report', { owner: 'octocat', repo: 'ops', title: 'Late' })
  const made = handApp('Reports', null, [{ ...report, connection: 'testconn' }])
  const connection = { id: 'testconn', connector: 'github', name: 'GitHub', config: { baseUrl: base } }
  return { ...made, connections: [connection] }
}

/** Opens the app with its token in the vault; gives the address of its editor. */
async function appWithToken(page: Page, site: Site): Promise<string> {
  await pasteApp(page, site, app())
  await page.locator('.step', { hasText: 'Report' }).click()
  await page.getByRole('button', { name: 'Edit connection' }).click()
  await page.getByLabel('Access token').fill(token)
  await page.getByLabel('Access token').press('Tab')
  await expect(page.getByText('Kept encrypted in this browser')).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  return page.url()
}

test('entered, used, kept, and never in a file', async ({ context, site }) => {
  const { page, errors } = await openStudio(context, site.url)
  await pasteApp(page, site, app())
  const openConnection = async () => {
    await page.locator('.step', { hasText: 'Report' }).click()
    await page.getByRole('button', { name: 'Edit connection' }).click()
  }
  await openConnection()
  const field = page.getByLabel('Access token')
  await expect(field).toHaveAttribute('type', 'password')
  await field.fill(token)
  await field.press('Tab')
  await expect(page.getByText('Kept encrypted in this browser')).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/secret-en-light.png' })
  expect(await axeFindings(page)).toEqual([])

  await runTo(page, 'ok')
  expect(authorizations).toEqual([`Bearer ${token}`])

  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await openConnection()
  await expect(page.getByText('Kept encrypted in this browser')).toBeVisible()
  await expect(page.getByLabel('Access token')).toHaveValue('')

  await page.goto(`${site.url}#/`)
  await page.getByRole('button', { name: 'More for Reports' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save as file' }).click()
  const text = await readFile((await (await download).path())!, 'utf8')
  expect(text).toContain('create-issue')
  expect(text).not.toContain(token)
  const stored = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name!)
    const dump: string[] = []
    for (const name of names) {
      const open = indexedDB.open(name)
      const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)))
      for (const table of db.objectStoreNames) {
        const all = db.transaction(table).objectStore(table).getAll()
        await new Promise((resolve) => (all.onsuccess = resolve))
        dump.push(JSON.stringify(all.result))
      }
      db.close()
    }
    return dump.join('\n')
  })
  expect(stored).toContain('create-issue')
  expect(stored).not.toContain(token)
  expect(errors).toEqual([])
})

test('under a passphrase: locked after a reload, opened by it or by the recovery key, locked in all tabs', async ({
  context,
  site,
}) => {
  const { page } = await openStudio(context, site.url)
  const editor = await appWithToken(page, site)

  await page.goto(`${site.url}#/vault`)
  await expect(page.getByText('Open without a passphrase')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Reports' })).toContainText('127.0.0.1')
  const passphrase = 'correct horse battery staple'
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('Passphrase again').fill(passphrase)
  await page.getByRole('button', { name: 'Set it' }).click()
  const recovery = await page.getByLabel('Recovery key', { exact: true }).innerText()
  expect(recovery).toMatch(/^(\w{4}-){7}\w{4}$/)
  await page.screenshot({ path: 'test-results/shots/vault-protected-en-light.png' })
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'I have written it down' }).click()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  const second = await context.newPage()
  await second.goto(editor)
  await runTo(second, 'failed')
  await expect(second.getByText(/The secret of the field/).first()).toBeVisible()

  await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText(/This is not the passphrase/)).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('heading', { name: 'Unlocked' })).toBeVisible()
  const calls = authorizations.length
  await runTo(second, 'ok')
  expect(authorizations.slice(calls)).toEqual([`Bearer ${token}`])

  await page.getByRole('button', { name: 'Lock now' }).click()
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await runTo(second, 'failed')
  await page.getByRole('radio', { name: 'Recovery key' }).click()
  await page.getByLabel('Recovery key', { exact: true }).last().fill(recovery.toLowerCase())
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('heading', { name: 'Unlocked' })).toBeVisible()
  await page.getByText('Take the passphrase off', { exact: true }).first().click()
  await page.getByRole('radio', { name: 'Recovery key' }).last().click()
  await page.getByLabel('Recovery key', { exact: true }).last().fill(recovery)
  await page.getByRole('button', { name: 'Take the passphrase off' }).click()
  await expect(page.getByText('Open without a passphrase')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Open without a passphrase')).toBeVisible()
})

test('bound to hosts in the vault: sent there only, and told in the place where it was refused', async ({
  context,
  site,
}) => {
  const { page } = await openStudio(context, site.url)
  const editor = await appWithToken(page, site)
  const vault = await context.newPage()
  await vault.goto(`${site.url}#/vault`)
  const row = vault.getByRole('row').filter({ hasText: 'Reports' })
  await expect(row).toContainText('anywhere')
  await row.getByRole('button', { name: /^Bind to 127\.0\.0\.1/ }).click()
  await expect(row).not.toContainText('anywhere')
  await page.goto(editor)
  await runTo(page, 'ok')

  await row.getByRole('button', { name: 'Change' }).click()
  await row.getByLabel('Hosts, separated by commas').fill('https://api.github.com/')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(vault.getByText(/is not a host/)).toBeVisible()
  await row.getByLabel('Hosts, separated by commas').fill('api.github.com, *.github.com')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('api.github.com, *.github.com')
  await vault.screenshot({ path: 'test-results/shots/vault-hosts-en-light.png' })
  expect(await axeFindings(vault)).toEqual([])
  const calls = authorizations.length
  await runTo(page, 'failed')
  await expect(page.getByText(/may only be sent to api.github.com/).first()).toBeVisible()
  expect(authorizations).toHaveLength(calls)
})
