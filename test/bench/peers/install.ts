// Peers of the benches: installed on demand into a folder of their own, never into the project.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder that has the package; undefined, with the reason on stderr, when it cannot be installed. */
export function peerFolder(root: string, name: string, version: string): string | undefined {
  const folder = join(root, 'node_modules/.cache/weft/peers', `${name}-${version}`)
  if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`]
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  if (status === 0) return folder
  process.stderr.write(
    `skipped: needs ${name}, run npm ${args.join(' ')} in ${folder}\n${stderr.slice(0, 300)}\n`,
  )
  return undefined
}
