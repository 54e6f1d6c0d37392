// The service worker's life: a new version waits until it is asked for, and the kill switch removes it from a browser.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '../../worker/cli/built.mjs'
import { startStatic } from '../support/static-server.ts'

test('a new version waits to be asked for; the kill switch takes it all away', async ({ page }, info) => {
  const folder = info.outputPath('site')
  cpSync(join(root, 'dist'), folder, { recursive: true })
  const host = await startStatic(folder, '/')
  await page.goto(host.url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const cacheNames = (): Promise<string[]> => page.evaluate(() => caches.keys())
  const [first] = await cacheNames()
  expect(first).toMatch(/^weft-/)

  const script = join(folder, 'service-worker.js')
  const version = first!.slice('weft-'.length)
  writeFileSync(script, readFileSync(script, 'utf8').replaceAll(version, 'newer'))
  const html = join(folder, 'index.html')
  writeFileSync(html, readFileSync(html, 'utf8').replace('content="Weft: build', 'content="Newer: build'))

  await page.reload()
  const description = page.locator('meta[name=description]')
  await expect(description).toHaveAttribute('content', /^Weft/)
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update())
  await expect(page.getByText('A new version of Weft is ready')).toBeVisible()
  await page.getByRole('button', { name: 'Load it now' }).click()
  await expect(description).toHaveAttribute('content', /^Newer/)
  await expect.poll(cacheNames).toEqual(['weft-newer'])

  writeFileSync(join(folder, 'version.json'), JSON.stringify({ version: 'newer', off: true }))
  await page.reload()
  await expect.poll(cacheNames).toEqual([])
  const registered = (): Promise<number> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
  await expect.poll(registered).toBe(0)
  await host.stop()
})
