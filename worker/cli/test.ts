// `weft test APP.json`: runs the tests an app carries; exit status 1 when one fails.
import { writeFile } from 'node:fs/promises'
import { runTests } from '../engine/testing/run-test.ts'
import { readApp } from '../headless/app-file.ts'
import { command, parse, pathOf, write } from '../headless/command-line.ts'
import { junit } from '../headless/junit.ts'
import type { App } from '../model/app.ts'
import type { Coverage, TestFailure, TestResult } from '../model/flow-test.ts'
import { findBranch, findStep } from '../model/walk.ts'
import { nodeEngine } from '../node.ts'

export const help = `weft test APP.json              run the tests of an app file
  --name TEXT        only those whose name holds this text
  --junit FILE       writes JUnit XML
  --coverage         tells which steps and branches no test reached`

export default function test(args: string[]): Promise<number> {
  return command(async () => {
    const { values, positionals } = parse(args, {
      name: { type: 'string' },
      junit: { type: 'string' },
      coverage: { type: 'boolean' },
    })
    const app = await readApp(positionals[0])
    const engine = await nodeEngine()
    const { name } = values
    const tests =
      name === undefined ? undefined : app.tests.filter((one) => one.name.includes(name)).map(({ id }) => id)
    const lines: string[] = []
    const report = await runTests(engine, app, { tests, onResult: (result) => lines.push(...told(result)) })
    if (values.coverage) lines.push(...reached(app, report.coverage))
    if (values.junit !== undefined) await writeFile(pathOf(values.junit), junit(app, report.results))
    await engine.parts.host.close?.()
    const skipped = report.skipped > 0 ? `, ${report.skipped} skipped` : ''
    lines.push(`${report.passed} passed, ${report.failed} failed${skipped}`)
    await write(process.stdout, lines.join('\n') + '\n')
    return report.failed > 0 ? 1 : 0
  })
}

const words = { passed: 'ok     ', failed: 'FAILED ', skipped: 'skipped' }

function told({ outcome, name, failures }: TestResult): string[] {
  return [`${words[outcome]} ${name}`, ...failures.flatMap((failure) => reasonOf(failure))]
}

function reasonOf({ assert, message, left, right, fault }: TestFailure): string[] {
  const at = fault?.at?.path ? ` (${fault.at.path})` : ''
  const lines = [`    ${fault && assert ? `${assert}: ${message}` : message}${at}`]
  if (left !== undefined) lines.push(`      left:  ${left}`)
  if (right !== undefined) lines.push(`      right: ${right}`)
  return lines
}

function reached(app: App, coverage: Coverage): string[] {
  const { steps, branches } = coverage
  const all = `steps ${steps.ran} of ${steps.of}, branches ${branches.taken} of ${branches.of} reached`
  const missed = coverage.flows.flatMap((flow) =>
    flow.missed.map((id) => {
      const name = app.flows.find((one) => one.id === flow.flow)?.name ?? flow.flow
      const step = findStep(app, id)?.step
      if (step) return `  not run: ${name} › ${step.name || step.id}`
      const found = findBranch(app, id)
      return `  not taken: ${name} › ${found?.scope.name ?? ''} › ${found?.branch.role ?? id} (${id})`
    }),
  )
  return [all, ...missed]
}
