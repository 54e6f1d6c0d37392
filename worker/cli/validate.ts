// `weft validate APP.json`: reads an app file, checks all of it without running anything, prints its problems.
import { readApp } from '../headless/app-file.ts'
import { command, parse, write } from '../headless/command-line.ts'
import { problemsOf } from '../headless/publish-check.ts'
import type { App } from '../model/app.ts'
import type { AppProblem } from '../model/check-app.ts'
import { findStep } from '../model/walk.ts'

export const help = `weft validate APP.json          check an app file; exit status 1 when it has errors
  --json             problems as JSON`

export default function validate(args: string[]): Promise<number> {
  return command(async () => {
    const { values, positionals } = parse(args, { json: { type: 'boolean' } })
    const app = await readApp(positionals[0])
    const problems = await problemsOf(app)
    const text = values.json
      ? JSON.stringify(problems)
      : problems.map((problem) => line(app, problem)).join('\n')
    if (text) await write(process.stdout, text + '\n')
    return problems.some((problem) => problem.severity === 'error') ? 1 : 0
  })
}

/** `Main › Call ERP › url 1:5: error APP:FIELD_MISSING URL is not set.` */
function line(app: App, problem: AppProblem): string {
  const flow = app.flows.find((one) => one.id === problem.flow)
  const step = problem.step === undefined ? undefined : findStep(app, problem.step)?.step
  const place = [flow?.name, step && (step.name || step.id), problem.field].filter(Boolean).join(' › ')
  const at = problem.line === undefined ? '' : ` ${problem.line}:${problem.column}`
  const hint = problem.hint ? ` ${problem.hint}` : ''
  return `${place}${at}: ${problem.severity} ${problem.code} ${problem.message}${hint}`
}
