// How the studio is built, served while developing, and tested. The Node side has worker/vite.node.ts.
import { availableParallelism } from 'node:os'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { dataway } from './dataway-wasm/vite-plugin.ts'
import { mounted, policyInMeta } from './relay/vite-plugin.ts'
import { icons } from './web/vite-icons.ts'
import { outlines } from './web/vite-outlines.ts'
import { tiles } from './web/vite-tiles.ts'
import { serviceWorker } from './web/service-worker/vite-plugin.ts'

const manifests = /(connectors-browser\/apps\/[^/]+|\/protocols\/[^/]+\/manifest)\.ts$/

export default defineConfig({
  // Relative addresses, so that dist/ works in any folder of a static host.
  base: './',
  publicDir: 'web/public',
  plugins: [
    dataway(),
    icons(),
    outlines(),
    tiles(),
    svelte({ configFile: false }),
    policyInMeta(),
    mounted('/demo/', '/worker/demo/mount.ts'),
    serviceWorker(),
  ],
  worker: { format: 'es', plugins: () => [svelte({ configFile: false })] },
  build: {
    target: 'es2023',
    // A file under the limit would become a data: URL, which the policy refuses for scripts, wasm and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The manifests are read all together or not at all by the page: one file of them, not sixty that are each asked for.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'manifests', test: manifests }] } } },
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    headers: isolation(),
    watch: { ignored: ['**/dataway-wasm/build/**', '**/dist*/**'] },
  },
  test: {
    // The machine may be busy with other things; a test that hangs still ends.
    testTimeout: 60_000,
    // Vitest leaves one core free: of two, it would leave half the machine, with one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: { name: 'services', include: ['test/services/**/*.test.ts'], environment: 'node' },
      },
    ],
  },
})

/** Development has no policy (reloading injects styles), but it is isolated, so that stop is as fast as in a build. */
function isolation(): Record<string, string> {
  return { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
}
