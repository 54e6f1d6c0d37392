// How what runs in Node is built: each file of worker/cli becomes a command in dist-node/, npm packages stay outside.
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vite'

const commands = readdirSync('worker/cli').filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-node',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(commands.map((file) => [basename(file, '.ts'), `worker/cli/${file}`])),
        'piece-worker': 'worker/piece-worker-node.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'part/[name]-[hash].js' },
    },
  },
})
