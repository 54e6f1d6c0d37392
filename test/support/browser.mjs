// The browser that e2e and bench drive: Debian's Chromium, with a font that has Chinese, installed where missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const chromium = process.env.WEFT_CHROMIUM ?? '/usr/bin/chromium'
const font = '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc'

/** Arguments for a machine without a GPU, also as root. */
export const chromiumArgs = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

/** Installs Chromium and the font by apt-get where they are missing. Throws with the command to run by hand. */
export async function ensureBrowser() {
  const missing = [
    ...(existsSync(chromium) ? [] : ['chromium']),
    ...(existsSync(font) ? [] : ['fonts-wqy-microhei']),
  ]
  if (missing.length === 0) return
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const commands = [
    [...sudo, 'apt-get', 'update'],
    [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', ...missing],
  ]
  for (const [program, ...args] of commands) {
    const { status } = spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status !== 0)
      throw new Error(`e2e needs ${missing.join(' and ')}: run apt-get install ${missing.join(' ')}`)
  }
}
