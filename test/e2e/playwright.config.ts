// How the journeys are run: Debian's Chromium against the built studio, each file with a server of its own (see site.ts).
import { defineConfig } from '@playwright/test'
import { chromium, chromiumArgs } from '../support/browser.mjs'

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: false,
  retries: 1,
  forbidOnly: true,
  reporter: [['line'], ['json']],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath: chromium, args: chromiumArgs },
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
