// Builds the harness as the studio is built.
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { policyInMeta } from '../../../relay/vite-plugin.ts'
import { serviceWorker } from '../../../web/service-worker/vite-plugin.ts'
import studio from '../../../vite.config.ts'

export default defineConfig({
  ...studio,
  root: import.meta.dirname,
  publicDir: false,
  plugins: [policyInMeta(), serviceWorker()],
  build: {
    ...studio.build,
    outDir: join(import.meta.dirname, '../../../test-results/harness'),
    emptyOutDir: true,
  },
})
