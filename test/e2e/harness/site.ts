// Tests on the harness: built once a worker process, served by the studio's own server.
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { serve } from '../../../relay/server.ts'
import { root } from '../../../worker/cli/built.mjs'
import type { Harness } from './harness.ts'

export { expect } from '@playwright/test'

export const test = base.extend<object, { harness: string }>({
  harness: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const vite = join(root, 'node_modules/vite/bin/vite.js')
      const config = join(root, 'test/e2e/harness/vite.config.ts')
      execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--config', config], {
        cwd: root,
      })
      const server = await serve({ folder: join(root, 'test-results/harness'), mounts: {}, port: 0 })
      await use(server.url)
      await server.close()
    },
    { scope: 'worker' },
  ],
})

/** A tab of the harness, ready. */
export async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => 'harness' in window)
  return page
}

/** Kills the renderer of a tab, as the system does when memory runs out. */
export async function killTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}

export type { Browser, Harness }
