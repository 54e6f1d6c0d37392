// The demo APIs on the studio's own origin: answered by the server, and by the service worker when there is none.
import { expect, startSite, test } from './site.ts'

test('the demo APIs answer, with and without the server, and a reset works in both', async ({ browser }) => {
  const site = await startSite()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  const call = (method: string, path: string, body?: unknown): Promise<{ status: number; body: string }> =>
    page.evaluate(
      async ([m, p, b]) => {
        const answer = await fetch(p!, { method: m, body: b })
        return { status: answer.status, body: await answer.text() }
      },
      [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
    )
  for (const copy of ['online', 'offline']) {
    if (copy === 'offline') await site.stop()
    const contacts = JSON.parse((await call('GET', `demo/${copy}/contacts`)).body)
    expect(contacts.results.length).toBeGreaterThan(0)
    expect((await call('PUT', `demo/${copy}/api/customers/new-1`, { name: 'N' })).status).toBe(201)
    expect((await call('PUT', `demo/${copy}/api/customers/new-1`, { name: 'N' })).status).toBe(200)
    expect((await call('GET', `demo/${copy}/api/customers/new-1`)).body).toContain('new-1')
    expect((await call('POST', `demo/${copy}/reset`)).status).toBe(204)
    expect((await call('GET', `demo/${copy}/api/customers/new-1`)).status).toBe(404)
  }
  await page.reload()
  await expect(page.locator('#app')).not.toBeEmpty()
  await context.close()
})
