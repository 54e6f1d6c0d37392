// The scripts of the Python corpus: `python/<level>/<feature>/<name>.py`, each with its recorded `.out`.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), 'python')

/** All scripts whose name `<level>/<feature>/<name>` contains the filter, sorted. */
export function scripts(filter = '') {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.py') && file.includes(filter))
    .sort()
    .map((file) => {
      const [level, feature] = file.split('/')
      const path = join(root, file)
      return { name: file.slice(0, -3), level, feature, path, out: path.slice(0, -3) + '.out' }
    })
}
