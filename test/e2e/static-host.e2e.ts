// dist/ copied to a plain static file server, in a folder below others: works, has the demos, works offline, and says what
// the server leaves out.
import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { root } from '../../worker/cli/built.mjs'
import { startStatic } from '../support/static-server.ts'

test('the studio works on a plain static host, says what it lacks, and goes on without it', async ({
  page,
}) => {
  const host = await startStatic(join(root, 'dist'), '/some/weft/')
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()))
      violations.push(message.text())
  })
  await page.goto(host.url)
  await expect(page.locator('#app')).not.toBeEmpty()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false)
  await expect(page.getByText('cross-origin-opener-policy')).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/static-host-en-light.png' })

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  const contacts = await page.evaluate(async () => (await fetch('demo/mine/contacts')).json())
  expect(contacts.results.length).toBeGreaterThan(0)

  await host.stop()
  await page.reload()
  await expect(page.locator('#app')).not.toBeEmpty()
  expect(await page.evaluate(async () => (await fetch('demo/mine/state')).status)).toBe(200)
  expect(violations).toEqual([])
})
