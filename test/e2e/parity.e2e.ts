// One engine, two homes: the event logs of a hundred apps in Chromium and by the command line are the same, but for times; steps
// beside each other may take turns as they like, so where there are any each place of the app is compared by itself.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from '../../worker/cli/built.mjs'
import type { RunEvent } from '../../worker/model/event.ts'
import { randomApp } from '../support/random-app.ts'
import { expect, openTab, test } from './harness/site.ts'

const apps = Array.from({ length: 100 }, (_, i) => randomApp(i + 1))

/** All apps in one process: each with the events of its run beside it. */
function inNode(folder: string): RunEvent[][] {
  const files = apps.map((app) => join(folder, `${app.id}.json`))
  apps.forEach((app, i) => writeFileSync(files[i]!, JSON.stringify(app)))
  const command = pathToFileURL(join(root, 'dist-node/run.js')).href
  const each = `const { default: run } = await import(${JSON.stringify(command)})
for (const file of ${JSON.stringify(files)}) await run([file, '--flow', 'main', '--base', 'http://127.0.0.1:1', '--events', file + '.events'])
process.exit(0)`
  execFileSync(process.execPath, ['--input-type=module', '-e', each], { stdio: 'ignore' })
  return files.map(
    (file) =>
    readFileSync(`${file}.events`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as RunEvent), // prettier-ignore
  )
}

/** What of a log must be the same. */
function comparable(events: readonly RunEvent[], text: string): unknown {
  const plain = events.map(({ at: _at, seq: _seq, ...event }) => event)
  if (!/parallel-for-each|scatter-gather/.test(text)) return plain
  const byPath = new Map<string, unknown[]>()
  for (const event of plain) byPath.set(event.path, [...(byPath.get(event.path) ?? []), event])
  return [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))
}

test('the event logs of a hundred apps are the same in Chromium and in Node', async ({
  context,
  harness,
}) => {
  test.setTimeout(600_000)
  await ensureBuilt('node')
  const folder = mkdtempSync(join(tmpdir(), 'weft-parity-'))
  const node = inNode(folder)
  const page = await openTab(context, harness)
  const chromium = await page.evaluate(
    async (texts) => {
      const logs: string[] = []
      for (const [i, text] of texts.entries()) {
        const events: unknown[] = []
        const input = { id: 'none', name: '' }
        const app = JSON.parse(text) as never
        await window.harness.engine.run(
          { run: `p${i}`, app, flow: 'main', input, base: location.origin, granted: { hosts: 'all' } },
          (batch) => events.push(...batch),
        )
        logs.push(JSON.stringify(events))
      }
      return logs
    },
    apps.map((app) => JSON.stringify(app)),
  )
  let events = 0
  const ends = new Map<string, number>()
  for (const [i, app] of apps.entries()) {
    const there = JSON.parse(chromium[i]!) as RunEvent[]
    const text = JSON.stringify(app)
    expect(comparable(there, text), app.id).toEqual(comparable(node[i]!, text))
    const end = there.at(-1)!
    expect(end.kind, app.id).toBe('end')
    events += there.length
    const outcome = end.data!.fault?.code ?? end.data!.outcome!
    ends.set(outcome, (ends.get(outcome) ?? 0) + 1)
  }
  console.log(
    `${apps.length} apps, ${events} events; ends: ${[...ends].map((one) => one.join(' ')).join(', ')}`,
  )
  expect(ends.size).toBeGreaterThan(2)
  expect(ends.get('ok')).toBeGreaterThan(20)
  expect(events).toBeGreaterThan(2_000)
  rmSync(folder, { recursive: true, force: true })
})
