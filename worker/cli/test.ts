// `weft test APP.json`: runs the tests an app carries; exit status 1 when one fails.
import { writeFile } from 'node:fs/promises'
import { runTest } from '../engine/flow-test.ts'
import { readApp } from '../headless/app-file.ts'
import { command, parse, pathOf, write } from '../headless/command-line.ts'
import { junit } from '../headless/junit.ts'
import { nodeEngine } from '../node.ts'

export const help = `weft test APP.json              run the tests of an app file
  --name TEXT        only those whose name holds this text
  --junit FILE       writes JUnit XML`

export default function test(args: string[]): Promise<number> {
  return command(async () => {
    const { values, positionals } = parse(args, { name: { type: 'string' }, junit: { type: 'string' } })
    const app = await readApp(positionals[0])
    const engine = await nodeEngine()
    const results = []
    for (const one of app.tests) {
      if (values.name !== undefined && !one.name.includes(values.name)) continue
      const result = await runTest(engine, app, one)
      results.push(result)
      const why = result.failures.map((failure) => `\n    ${failure.message}`).join('')
      await write(process.stdout, `${result.ok ? 'ok    ' : 'FAILED'} ${one.name}${why}\n`)
    }
    if (values.junit !== undefined) await writeFile(pathOf(values.junit), junit(app, results))
    const failed = results.filter((result) => !result.ok).length
    await write(process.stdout, `${results.length - failed} passed, ${failed} failed\n`)
    return failed > 0 ? 1 : 0
  })
}
