#!/usr/bin/env node
// `weft <command> …`: builds what the command needs, once, and runs it. Each file of this folder is a command.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from './built.mjs'

const [first = 'help', ...args] = process.argv.slice(2)
const command = { '--help': 'help', '-h': 'help', '--version': 'version', '-v': 'version' }[first] ?? first
const tell = (line) => process.stderr.write(line + '\n')
// What a command prints is read by programs: only what stays open says that it builds.
const staysOpen = command === 'start' || command === 'relay'
const tellBuild = staysOpen || command === 'build' ? tell : () => {}

try {
  if (command === 'dev') await vite(['--logLevel', 'info', ...args])
  else if (command === 'build') await ensureBuilt('studio', tell)
  else process.exitCode = await runBuilt()
} catch (error) {
  tell(error?.message ?? String(error))
  process.exitCode = 1
}

async function runBuilt() {
  await ensureBuilt('node', tellBuild)
  if (staysOpen) await ensureBuilt('studio', tellBuild)
  const file = join(root, 'dist-node', `${command}.js`)
  if (!/^[a-z]+$/.test(command) || !existsSync(file)) {
    tell(`There is no command ${command}; weft --help lists them.`)
    return 2
  }
  if (args.includes('--help')) {
    const { help } = await import(pathToFileURL(file).href)
    process.stdout.write(`${help ?? command}\n`)
    return 0
  }
  const { default: main } = await import(pathToFileURL(file).href)
  return await main(args)
}

function vite(options) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...options], {
      cwd: root,
      stdio: 'inherit',
    })
    child.on('close', resolve)
  })
}
