// What people have already comes in: a curl command on the canvas, an API description, a recorded archive; and everything goes
// out and back in one file.
import { readFile } from 'node:fs/promises'
import { expect, test } from './site.ts'
import { openProfile, openTemplate, runFlow, shot, type Look } from './studio-page.ts'

const api = `
openapi: 3.1.0
info: {title: Demo CRM}
servers: [{url: /demo/import/api}]
paths:
  /customers/{id}:
    get:
      summary: Read a customer
      parameters: [{name: id, in: path, required: true, schema: {type: string}, example: c-1007}]
      responses: {'200': {description: ok, content: {application/json: {example: {id: c-1007}}}}}
`

test('an API description becomes flows that run', async ({ browser, site }) => {
  const { page, context, violations } = await openProfile(browser, site.url)
  const document = api.replace('/demo/import', `${site.url.replace(/\/$/, '')}/demo/import`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file' }).click()
  await (await chooser).setFiles({ name: 'api.yaml', mimeType: 'text/yaml', buffer: Buffer.from(document) })
  await expect(page.getByText('Read a customer')).toBeVisible()
  await page.getByRole('button', { name: 'Create an app with 1 request' }).click()
  await expect(page).toHaveURL(/#\/app\//)
  await runFlow(page)
  await expect(page.getByText('c-1007').first()).toBeVisible()
  expect(violations).toEqual([])
  await context.close()
})

for (const look of [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] satisfies Look[]) {
  test(`a recorded archive is chosen from (${look.language}, ${look.theme})`, async ({ browser, site }) => {
    const { page, context } = await openProfile(browser, site.url, look)
    const zh = look.language === 'zh'
    const entry = (method: string, path: string, mime: string) => ({
      request: { method, url: `https://shop.example${path}`, headers: [{ name: 'Authorization', value: 'Bearer s3cr3t' }, { name: 'Cookie', value: 'a=1' }] }, // prettier-ignore
      response: { status: 200, headers: [], content: { mimeType: mime, text: '{}' } },
    })
    const har = { log: { pages: [{ title: 'Shop' }], entries: [entry('GET', '/api/cart', 'application/json'), entry('POST', '/api/cart/items', 'application/json'), entry('GET', '/logo.png', 'image/png')] } } // prettier-ignore
    await page.keyboard.press('Alt+v')
    await page.locator('dialog textarea').fill(JSON.stringify(har))
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(zh ? '已选 2 / 3' : '2 of 3 chosen')).toBeVisible()
    await page.screenshot(shot('import', look))
    await page
      .getByRole('button', { name: zh ? '用 2 个请求新建应用' : 'Create an app with 2 requests' })
      .click()
    await expect(page).toHaveURL(/#\/app\//)
    await expect(page.getByText('POST /api/cart/items').first()).toBeVisible()
    await page.goto(`${site.url}#/`)
    await page.getByRole('button', { name: zh ? '备份' : 'Back up' }).click()
    await page.screenshot(shot('backup', look))
    await context.close()
  })
}

test('a curl command pasted on the canvas is a step; its token is in no app', async ({ browser, site }) => {
  const { page, context } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  await page.locator('[data-flow-keys]').first().focus()
  const command = `curl '${site.url}demo/paste/api/customers/c-1007' -H 'Authorization: Bearer t0ken-of-mine'`
  await page.evaluate((text) => navigator.clipboard.writeText(text), command)
  await page.keyboard.press('Control+v')
  await expect(page.getByText('GET /demo/paste/api/customers/c-1007').first()).toBeVisible()
  await page.goto(`${site.url}#/`)
  await page.getByRole('button', { name: 'Back up' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the backup' }).click()
  const path = await (await download).path()
  const { unzipSync, strFromU8 } = await import('fflate')
  const files = Object.values(unzipSync(await readFile(path))).map((bytes) => strFromU8(bytes))
  expect(files.join('\n')).toContain('/demo/paste/api/customers/c-1007')
  expect(files.join('\n')).not.toContain('t0ken-of-mine')

  const other = await openProfile(browser, site.url)
  const chooser = other.page.waitForEvent('filechooser')
  await other.page.getByRole('button', { name: 'Open file' }).click()
  await (await chooser).setFiles(path)
  await expect(other.page.getByText('1 app, 0 runs')).toBeVisible()
  await other.page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(other.page.locator('table, [role=table]').getByText('Hello').first()).toBeVisible()
  await other.context.close()
  await context.close()
})
