// The relay in the studio: a step that needs one says so and leads to it; pairing by the code of the terminal; what the app needs;
// the test of a connection.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startRelay } from './relay-process.ts'
import { expect, test } from './site.ts'
import { drawer, handApp, pasteApp, runTo, step } from './paste-app.ts'
import { openProfile, shot, type Look } from './studio-page.ts'
import { axeFindings } from './studio-tools.ts'

for (const look of [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] satisfies Look[]) {
  test(`a step that needs a relay leads to one (${look.language}, ${look.theme})`, async ({ browser }) => {
    const zh = look.language === 'zh'
    const relay = await startRelay()
    const { page, context, violations } = await openProfile(browser, `${relay.url}/`, look)
    const app = {
      format: 'weft/1',
      id: 'relayapp',
      name: 'Cache of orders',
      flows: [
        {
          id: 'f1',
          name: 'Main',
          trigger: step('manual', 'Start'),
          steps: [{ ...step('redis/get', 'Read the order', { key: 'orders:1' }), connection: 'r' }],
          samples: [],
          settings: {},
        },
      ],
      connections: [{ id: 'r', connector: 'redis', name: 'Orders', config: { host: '127.0.0.1', port: 1 } }],
    }
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: zh ? '打开文件' : 'Open file' }).click()
    await (await chooser).setFiles({ name: 'a.weft.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(app)) }) // prettier-ignore
    await expect(page).toHaveURL(/#\/app\//)
    await page.getByRole('button', { name: zh ? '运行' : 'Run', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh ? /^允许/ : /^Allow/ })
      .click()
    await page
      .getByRole('button', { name: zh ? '设置中继' : 'Set up a relay' })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(zh ? '此工作室尚未与中继配对。' : 'No relay is paired with this studio.')).toBeVisible() // prettier-ignore
    await expect(dialog.getByText('127.0.0.1:1')).toBeVisible()
    await page.waitForTimeout(300)
    await page.screenshot(shot('relay-none', look))

    const code = dialog.getByRole('textbox', { name: zh ? '配对码' : 'Pairing code' })
    await code.fill('WRONG-CODE')
    await code.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText(zh ? '配对码不对' : 'not the pairing code')
    await code.fill(await relay.code())
    await code.press('Enter')
    await expect(dialog.getByText(zh ? '已连接' : 'Connected', { exact: true })).toBeVisible()
    await expect(dialog.getByText(zh ? '中继支持' : 'the relay speaks it')).toBeVisible()
    await page.screenshot(shot('relay-connected', look))
    expect(await axeFindings(page, 'dialog')).toEqual([])
    await page.keyboard.press('Escape')

    // The relay may not reach this private target: the test of the connection says so.
    await page.locator(`#step-${app.flows[0]!.steps[0]!.id}`).click({ position: { x: 60, y: 12 } })
    await page
      .getByRole('button', { name: zh ? '编辑' : 'Edit' })
      .first()
      .click()
    await page.getByRole('button', { name: zh ? '测试连接' : 'Test connection' }).click()
    await expect(page.locator('[data-pane=inspector] [role=status]').getByText(zh ? '中继不得连接此目标' : '--allow')).toBeVisible() // prettier-ignore
    await page.screenshot(shot('relay-test-connection', look))

    await page.keyboard.press('Alt+6')
    await dialog.getByRole('button', { name: zh ? '忘记此中继' : 'Forget this relay' }).click()
    await expect(dialog.getByText(zh ? '此工作室尚未与中继配对。' : 'No relay is paired with this studio.')).toBeVisible() // prettier-ignore
    expect(violations).toEqual([])
    await context.close()
    relay.end()
  })
}

test('an API that does not allow pages is read by the relay, and the run says so', async ({ browser }) => {
  const called: string[] = []
  const api = createServer((request, response) => {
    called.push(request.method!)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"name":"no CORS here"}')
  })
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening))
  const { port } = api.address() as AddressInfo
  const relay = await startRelay('--allow', `127.0.0.1:${port}`)
  const { page, context } = await openProfile(browser, `${relay.url}/`)
  const ask = step('http/request', 'Read', { url: `http://127.0.0.1:${port}/thing` })
  await pasteApp(page, { url: `${relay.url}/`, stop: async () => {} }, handApp('Closed API', null, [ask]))
  await runTo(page, 'failed')
  await expect(drawer(page).getByText('HTTP:UNREACHABLE').first()).toBeVisible()
  await page.keyboard.press('Alt+6')
  const code = page.getByRole('textbox', { name: 'Pairing code' })
  await code.fill(await relay.code())
  await code.press('Enter')
  await expect(page.getByRole('dialog').getByText('Connected', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await runTo(page, 'ok')
  await drawer(page).getByRole('tab', { name: 'Log' }).click()
  await expect(drawer(page).getByText('was sent by the relay')).toBeVisible()
  // The page asked each time; its answer was kept from it.
  expect(called).toEqual(['GET', 'GET', 'GET'])
  await context.close()
  relay.end()
  api.close()
})
