// Test results as JUnit XML, which every CI reads.
import type { App } from '../model/app.ts'
import type { TestResult } from '../engine/flow-test.ts'

export function junit(app: App, results: readonly TestResult[]): string {
  const failed = results.filter((result) => !result.ok).length
  const seconds = (ms: number) => (ms / 1000).toFixed(3)
  const total = results.reduce((sum, result) => sum + result.took, 0)
  const cases = results.map(({ test, failures, took }) => {
    const flow = app.flows.find((one) => one.id === test.flow)?.name ?? test.flow
    const head = `    <testcase name="${escaped(test.name)}" classname="${escaped(flow)}" time="${seconds(took)}"`
    if (failures.length === 0) return `${head}/>`
    const details = failures.map(({ message, fault }) => {
      const type = escaped(fault?.code ?? 'assertion')
      return `      <failure type="${type}" message="${escaped(message)}"/>`
    })
    return [`${head}>`, ...details, '    </testcase>'].join('\n')
  })
  const counts = `tests="${results.length}" failures="${failed}" time="${seconds(total)}"`
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
