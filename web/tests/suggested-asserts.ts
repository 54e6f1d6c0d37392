// Assertions that a test's last run suggests: what came out, whole or field by field, and how often its steps ran. Pure.
import type { App, Tagged } from '../../worker/model/app.ts'
import type { TestResult } from '../../worker/model/flow-test.ts'
import { allSteps } from '../../worker/model/walk.ts'

/** Longer values are suggested by their length. */
const longest = 80
const most = 12

/** `payload`: of the last message as JSON, where it is small enough. */
export function suggestedAsserts(app: App, result: TestResult, payload: Tagged | undefined): string[] {
  const found: string[] = []
  const written = payload === undefined ? undefined : python(payload)
  if (written !== undefined && written.length <= longest) found.push(`msg.payload == ${written}`)
  if (typeof payload === 'object' && payload !== null) {
    found.push(`len(msg.payload) == ${Array.isArray(payload) ? payload.length : Object.keys(payload).length}`)
    if (!Array.isArray(payload))
      for (const [key, value] of Object.entries(payload)) {
        const place = `msg.payload[${python(key)}]`
        const text = python(value)
        if (text.length <= longest) found.push(`${place} == ${text}`)
        else if (Array.isArray(value)) found.push(`len(${place}) == ${value.length}`)
      }
  }
  for (const { step, index } of allSteps(app)) {
    const calls = result.calls[step.id]
    if (index >= 0 && calls !== undefined) found.push(`calls[${python(step.name)}] == ${calls}`)
  }
  return found.slice(0, most)
}

/** A value of JSON as Python writes it. */
function python(value: Tagged): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'` // prettier-ignore
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`
  return `{${Object.entries(value)
    .map(([key, one]) => `${python(key)}: ${python(one)}`)
    .join(', ')}}`
}
