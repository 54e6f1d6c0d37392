// Sharing by link: composed in one profile, opened in a fresh one with every request recorded; hostile links are told.
import { expect, test } from './site.ts'
import { handApp, pasteApp, step } from './paste-app.ts'
import { canvasOf, axeFindings, openExample, openStudio } from './studio-tools.ts'

test('a link replays its run in a fresh profile and sends nothing', async ({ browser, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = await openStudio(context, site.url)
  await openExample(page)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.locator('.step.ok')).toHaveCount(3)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByLabel('The last run, as a recording')).toBeChecked()
  await expect(page.getByText('works on this machine only')).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link was copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('#a=1.')

  const fresh = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-US' })
  const other = await fresh.newPage()
  const foreign: string[] = []
  const paths = new Set<string>()
  fresh.on('request', (request) => {
    const url = new URL(request.url())
    paths.add(url.pathname)
    if (url.origin !== new URL(site.url).origin) foreign.push(request.url())
  })
  await other.goto(link)
  await expect(other.getByText('This is a recording. Nothing has been sent from your browser.')).toBeVisible()
  await expect(other.getByText(/Hello, Ada!/).first()).toBeVisible()
  await expect(other.locator('.step.ok')).toHaveCount(3)
  expect(foreign).toEqual([])
  expect([...paths].filter((path) => path.startsWith('/demo/') || path.startsWith('/hook/'))).toEqual([])
  expect(await axeFindings(other)).toEqual([])
  await other.screenshot({ path: 'test-results/shots/shared-en-light.png' })

  const slider = other.getByRole('slider', { name: 'Moment of the run' })
  await slider.focus()
  await other.keyboard.press('Home')
  await expect(other.locator('.step.ok')).toHaveCount(0)
  await other.keyboard.press('End')
  await expect(other.locator('.step.ok')).toHaveCount(3)

  await other.getByRole('button', { name: 'Save a copy' }).click()
  await expect(other.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await expect(other.getByLabel('Name of the app')).toHaveValue('Hello')
  await fresh.close()
})

test('a broken link, a link bomb and a newer link are told in both languages', async ({ context, site }) => {
  const { page } = await openStudio(context, site.url)
  await page.goto(`${site.url}#a=1.AAAA`)
  await expect(page.getByText('The link cannot be opened').first()).toBeVisible()
  await page.goto(`${site.url}#a=9.AAAA`)
  await expect(page.getByText('made by a newer version of Weft')).toBeVisible()
  await page.getByRole('button', { name: 'Go to your apps' }).click()
  await page.getByRole('button', { name: '中文' }).click()
  await page.goto(`${site.url}#a=1.AAAA`)
  await expect(page.getByText('链接打不开').first()).toBeVisible()
})

test('a file that is not an app is refused, an exported app comes back', async ({ context, site }) => {
  const { page } = await openStudio(context, site.url)
  await page.getByRole('button', { name: 'Paste' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('{"not": "an app"}')
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click()
  await expect(page.locator('.toast.failed')).toBeVisible()
  await page.keyboard.press('Escape')
  await openExample(page)
  const download = page.waitForEvent('download')
  await canvasOf(page).focus()
  await page.keyboard.press('Control+s')
  const file = await download
  expect(file.suggestedFilename()).toBe('Hello.weft.json')
  await page.keyboard.press('Alt+h')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file' }).click()
  await (await chooser).setFiles((await file.path())!)
  await expect(canvasOf(page)).toBeVisible()
  await expect(page.locator('.step', { hasText: 'Greet' }).first()).toBeVisible()
})

test('the composer finds what looks like a secret, leaves it out, and lets the receiver fill in values', async ({
  browser,
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = await openStudio(context, site.url)
  const token = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'
  const ask = step('http/request', 'Ask', {
    url: '/orders',
    headers: { mode: 'expression', source: `{'X-Key': '${token}'}` },
  })
  const made = handApp('Orders', { email: 'mei@example.com' }, [{ ...ask, connection: 'shopconn' }])
  const config = {
    baseUrl: 'https://shop.example.com',
    auth: 'bearer',
    token: { mode: 'secret' as const, id: 's' },
  }
  const connections = [{ id: 'shopconn', connector: 'http', name: 'Shop', config }]
  await pasteApp(page, site, { ...made, connections })
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this app' })
  await expect(dialog.getByText('This looks like a secret')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: /Leave out: a token/ })).toBeChecked()
  await dialog.getByText('Let the receiver fill in other values too…').click()
  await dialog.getByRole('checkbox', { name: /Shop · baseUrl/ }).check()
  await dialog.getByLabel('Hide these fields in the input and the run').fill('email')
  await page.screenshot({ path: 'test-results/shots/share-composer-en-light.png' })
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link was copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const fresh = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'zh-CN',
    colorScheme: 'dark',
  })
  const other = await fresh.newPage()
  await other.goto(link)
  await other.getByRole('button', { name: '存一份副本' }).first().click()
  const blanks = other.getByRole('dialog', { name: '你的值' })
  await blanks.getByLabel(/baseUrl|地址|Base URL/i).fill('https://mine.example.com')
  await other.screenshot({ path: 'test-results/shots/blanks-zh-dark.png' })
  await blanks.getByLabel(/token|令牌/i).fill('my own token')
  await blanks.getByRole('button', { name: '保存副本' }).click()
  await expect(other.getByRole('button', { name: '运行', exact: true })).toBeVisible()
  const saving = other.waitForEvent('download')
  await canvasOf(other).focus()
  await other.keyboard.press('Control+s')
  const { readFile } = await import('node:fs/promises')
  const text = await readFile((await (await saving).path())!, 'utf8')
  expect(text).toContain('https://mine.example.com')
  expect(text).not.toContain(token)
  expect(text).not.toContain('my own token')
  expect(text).not.toContain('mei@example.com')
  // From outside: it asks before it calls anybody.
  await other.getByRole('button', { name: '运行', exact: true }).click()
  await expect(other.getByRole('dialog', { name: '允许这个应用访问其他服务器？' })).toContainText(
    'mine.example.com',
  )
  await fresh.close()
})
