// Records what python3's json.loads gives for each document of json/documents.mjs. Called by record.mjs.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documents } from './json/documents.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'json')

export function recordJson() {
  const list = Object.values(documents).flat()
  const input = JSON.stringify(list.map((document) => Buffer.from(document).toString('hex')))
  const outcomes = execFileSync('python3', [join(folder, 'outcomes.py')], { input, encoding: 'utf8' })
  writeFileSync(join(folder, 'outcomes.json'), outcomes)
  return list.length
}
