// Kills of `weft serve` at random moments while its flows call a counting server: what had begun is ended, nothing that the
// server knows by its key is doubled, nothing that may not be repeated is repeated. Short here, 1,000 kills in the long form.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from '../../../../worker/cli/built.mjs'
import { openNodeStore } from '../../../../worker/store/node-home.ts'
import { isLong, report } from '../../../support/long-report.ts'
import { appFor, chance, checkKilled, countingServer } from '../../../support/kill-scenario.ts'

const root = resolve(import.meta.dirname, '../../../..')
const kills = Number(process.env['WEFT_KILLS'] ?? (isLong ? 1_000 : 12))
/** A new data folder and new counters after so many kills: the store keeps the newest thousand runs. */
const killsARound = 50
const minutes = isLong ? 120 : 3

async function serve(
  file: string,
  data: string,
): Promise<{ child: ChildProcess; origin: string; ended: Promise<void> }> {
  const args = [join(root, 'worker/cli/weft.mjs'), 'serve', file, '--port', '0', '--data', data]
  const child = spawn(process.execPath, args, { env: { ...process.env, INIT_CWD: root } })
  const ended = new Promise<void>((done) => child.on('close', () => done()))
  let told = ''
  const origin = await new Promise<string>((ready, failed) => {
    child.stderr.on('data', (chunk) => (told += chunk))
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/[^/]+/.exec(String(chunk))
      if (found) ready(found[0])
    })
    child.on('close', () => failed(new Error(`it did not start: ${told}`)))
  })
  return { child, origin, ended }
}

beforeAll(async () => {
  await ensureBuilt('node')
}, 600_000)

test(`${kills} kills: nothing begun is lost, nothing is doubled`, { timeout: minutes * 60_000 }, async () => {
  const seed = Number(process.env['WEFT_SEED'] ?? Date.now() % 1_000_000)
  const random = chance(seed)
  let resumed = 0
  let unknown = 0
  for (let done = 0; done < kills; done += killsARound) {
    const folder = mkdtempSync(join(tmpdir(), 'weft-kill-'))
    const server = await countingServer()
    const file = join(folder, 'app.json')
    const data = join(folder, 'data')
    writeFileSync(file, JSON.stringify(appFor(server.base)))
    let id = 0
    for (let i = 0; i < Math.min(killsARound, kills - done); i++) {
      const { child, origin, ended } = await serve(file, data)
      const stop = setTimeout(() => child.kill('SIGKILL'), 20 + random() * 400)
      let isOver = false
      void ended.then(() => (isOver = true))
      const caller = async (): Promise<void> => {
        while (!isOver) {
          const path = random() < 0.7 ? `/in/${id++}` : `/once/${id++}`
          await fetch(origin + path, { method: 'POST' }).then(
            (answer) => answer.text(),
            () => {},
          )
        }
      }
      await Promise.all([ended, caller(), caller(), caller()])
      clearTimeout(stop)
    }
    const last = await serve(file, data)
    last.child.kill('SIGTERM')
    await last.ended
    const { store, close } = await openNodeStore(data)
    const runs = await store.runs({ limit: Infinity })
    close()
    const found = checkKilled(runs, server, `seed ${seed}`)
    resumed += found.resumed
    unknown += found.unknown
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  report(
    `weft serve, seed ${seed}: ${kills} kills, 0 lost, 0 doubled, 0 silent repeats, ${resumed} runs went on, ${unknown} asked`,
  )
  expect(resumed + unknown).toBeGreaterThan(0)
})
