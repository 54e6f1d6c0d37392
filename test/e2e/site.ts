// A test with a site of its own: the built studio served by `npm start`'s server on a free port.
import { test as base } from '@playwright/test'
import { startSite, type Site } from '../support/site.ts'

export { expect } from '@playwright/test'
export { startSite, type Site }

export const test = base.extend<object, { site: Site }>({
  site: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await startSite()
      await use(site)
      await site.stop()
    },
    { scope: 'worker' },
  ],
})
