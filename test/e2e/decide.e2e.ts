// A durable run whose tab died while a call was under way that may not be repeated: the studio says so and asks.
import { createServer } from 'node:http'
import { emptyApp, type App } from '../../worker/model/app.ts'
import { killTab } from './harness/site.ts'
import { expect, test } from './site.ts'
import { openProfile, shot, type Look } from './studio-page.ts'

/** Answers the first request never, the others at once. */
async function slowServer() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    response.setHeader('access-control-allow-methods', '*')
    if (request.method === 'OPTIONS') return void response.end()
    asked.push(`${request.method} ${request.url}`)
    if (asked.length > 1) response.end('{}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return {
    asked,
    base: `http://127.0.0.1:${port}`,
    close: () => (server.closeAllConnections(), server.close()),
  }
}

function payApp(base: string): App {
  const step = (id: string, component: string, config: App['flows'][0]['steps'][0]['config']) => ({ id, component, version: 1, name: id, config }) // prettier-ignore
  return {
    ...emptyApp('payapp00', 'Pay'),
    flows: [
      {
        id: 'payflow0',
        name: 'Pay',
        trigger: step('listen00', 'http-listener', { path: '/pay' }),
        steps: [
          step('payonce0', 'http/request', { method: 'POST', url: `${base}/pay` }),
          step('told0000', 'http/request', { method: 'PUT', url: `${base}/told` }),
        ],
        samples: [],
        settings: { durable: true },
      },
    ],
  }
}

for (const look of [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] as const satisfies Look[]) {
  test(`an interrupted call is decided about (${look.language}, ${look.theme})`, async ({
    browser,
    site,
  }) => {
    const server = await slowServer()
    const zh = look.language === 'zh'
    const { context, page, violations } = await openProfile(browser, site.url, look)
    await page.getByRole('button', { name: zh ? '粘贴' : 'Paste', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill(JSON.stringify(payApp(server.base)))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh ? '打开' : 'Open' })
      .click()
    await expect(page.getByText(zh ? '已保存' : 'Saved')).toBeVisible()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.getByRole('button', { name: zh ? '发布' : 'Publish', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh ? /^允许/ : /^Allow/ })
      .click()
    await expect(page.getByRole('button', { name: zh ? '已发布' : 'Published' })).toBeVisible()
    const other = await context.newPage()
    await other.goto(site.url)
    await expect.poll(() => other.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await other.evaluate(() => void fetch('./hook/pay', { method: 'POST' }).catch(() => {}))
    await expect.poll(() => server.asked).toEqual(['POST /pay'])
    await killTab(page)

    await other.goto(`${site.url}#/runs`)
    const row = other.getByRole('option').filter({ hasText: 'RUN:OUTCOME_UNKNOWN' })
    await row.click({ timeout: 60_000 })
    const again = other.getByRole('button', { name: zh ? '再次发送' : 'Send it again' })
    await expect(again).toBeVisible()
    await expect(other.getByText(`POST ${server.base}/pay`).first()).toBeVisible()
    await other.screenshot(shot('decide', look))
    expect(server.asked).toEqual(['POST /pay'])
    await again.click()
    await expect.poll(() => server.asked).toEqual(['POST /pay', 'POST /pay', 'PUT /told'])
    await expect(row).toHaveCount(0)
    await expect(again).toHaveCount(0)
    expect(violations).toEqual([])
    await context.close()
    server.close()
  })
}
