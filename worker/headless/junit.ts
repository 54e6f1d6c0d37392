// Test results as JUnit XML, which every CI reads.
import type { App } from '../model/app.ts'
import type { TestResult } from '../model/flow-test.ts'

export function junit(app: App, results: readonly TestResult[]): string {
  const count = (outcome: TestResult['outcome']) => results.filter((one) => one.outcome === outcome).length
  const seconds = (ms: number) => (ms / 1000).toFixed(3)
  const total = results.reduce((sum, result) => sum + result.took, 0)
  const cases = results.map(({ name, flow: id, outcome, failures, took }) => {
    const flow = app.flows.find((one) => one.id === id)?.name ?? id
    const head = `    <testcase name="${escaped(name)}" classname="${escaped(flow)}" time="${seconds(took)}"`
    if (outcome === 'skipped') return `${head}><skipped/></testcase>`
    if (failures.length === 0) return `${head}/>`
    const details = failures.map(({ message, left, right, fault }) => {
      const type = escaped(fault?.code ?? 'assertion')
      const sides = left === undefined ? '' : `left:  ${left}\nright: ${right}`
      return `      <failure type="${type}" message="${escaped(message)}">${escaped(sides)}</failure>`
    })
    return [`${head}>`, ...details, '    </testcase>'].join('\n')
  })
  const counts =
    `tests="${results.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}" ` +
    `time="${seconds(total)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escaped(app.name)}" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

/** Characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
