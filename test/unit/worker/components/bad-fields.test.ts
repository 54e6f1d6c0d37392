// Every component of the registry and every field of it, with what does not belong there: a problem that names field and value before
// it runs, a Fault that names the step when it runs, and a flow of the same app beside it that is well afterwards.
import { describe, expect, test } from 'vitest'
import { definitions, examples } from '../../../../worker/definitions.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import type { App, Branch, Config, FieldValue, Sample, Step } from '../../../../worker/model/app.ts'
import { checkApp, type AppProblem } from '../../../../worker/model/check-app.ts'
import { readCron } from '../../../../worker/model/cron.ts'
import type { ComponentDefinition, Field } from '../../../../worker/model/definition.ts'
import type { Fault } from '../../../../worker/model/fault.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, branch, code, dataway, ex, flow, sample, step, testHost } from '../../../support/engine.ts'

/** What does not belong into a field of a kind, as it could stand in an app file. */
const wrong: Partial<Record<Field['kind'], (field: Field) => FieldValue[]>> = {
  number: ({ min, max }) => ['many', ...(min === undefined ? [] : [min - 1]), ...(max === undefined ? [] : [max + 1])], // prettier-ignore
  duration: ({ max }) => ['soon', '-1 s', ...(max === undefined ? [] : [`${max + 1} s`])],
  select: () => ['none of these'],
  flow: () => ['deleted'],
  cron: () => ['often', '0 0 0 30 2 ?', '0 0 8 1 1 ? 1999'],
}
/** A value field takes any script: these fail when they run. */
const failing: [string, FieldValue][] = [
  ['a missing variable', ex("msg.vars['nothing']")],
  ['a missing name', ex('nothing')],
  ['a failing script', code('def dw_process(msg):\n  raise ValueError("by hand")')],
  ['a type that is no value', ex('{1, 2}')],
]

function withField(definition: ComponentDefinition, base: Config, field: Field, value: FieldValue): Config {
  const config: Config = { ...base, [field.name]: value }
  // What shows the field, so that it counts.
  for (let shown: Field | undefined = field; shown?.when;) {
    const when: NonNullable<Field['when']> = shown.when!
    if (!when.is.includes(config[when.field] as never)) config[when.field] = when.is[0]!
    shown = definition.fields.find(({ name }) => name === when.field)
  }
  return config
}
function appWith(definition: ComponentDefinition, config: Config): App {
  const branches = (definition.branches ?? []).flatMap((rule): Branch[] =>
    Array.from({ length: rule.min }, () => branch(rule.role, [])),
  )
  const one: Step = { ...step(definition.id, config, ...branches), id: 'bad' }
  const bad = definition.kind === 'trigger' ? flow([], { trigger: one }) : flow([one])
  return appOf(bad, flow([step('set-payload', { value: ex('1 + 1') })], { id: 'well' }))
}
async function problems(app: App): Promise<AppProblem[]> {
  await registry.load(app)
  return checkApp(app, { definition: registry.definition, readCron, check: (s, m) => dataway.check(s, m) })
}
/** Runs the bad flow, then the one beside it: that one has to be well, and the app as it was. */
async function fails(app: App, input: Sample): Promise<Fault | undefined> {
  const engine = new Engine({ host: testHost(), dataway, registry })
  const before = JSON.stringify(app)
  const go = async (name: string) => {
    const { run, done } = engine.start({ run: `${name} ${++runs}`, app, flow: name, input, base: 'http://h', granted: { hosts: 'all' }, trace: 'off', scriptLimits: { milliseconds: 5_000 } }) // prettier-ignore
    const result = await done
    const value = result.message.payload.value
    engine.release(run)
    return { fault: result.fault, value }
  }
  const { fault } = await go(app.flows[0]!.id)
  expect(await go('well')).toEqual({ fault: undefined, value: 2 })
  expect(JSON.stringify(app)).toBe(before)
  return fault
}
let runs = 0

const takesScript = (definition: ComponentDefinition, field: Field): boolean =>
  definition.kind !== 'trigger' && (field.kind === 'value' || field.kind === 'condition')
/** Nothing can be wrong in a component that is no scope and has no field for it. */
const canBeWrong = (definition: ComponentDefinition): boolean =>
  definition.kind === 'scope' ||
  definition.fields.some(
    (field) => (wrong[field.kind]?.(field) ?? []).length > 0 || takesScript(definition, field),
  )

for (const [id, definition] of [...definitions].filter(([, definition]) => canBeWrong(definition)))
  describe(id, () => {
    const first = async (): Promise<Config> => (await examples(id))[0]!.step.config ?? {}

    for (const field of definition.fields) {
      const values = wrong[field.kind]?.(field) ?? []
      if (values.length > 0)
        test(`${field.name}: what does not belong there is a problem before, and no bug when it runs`, async () => {
          for (const value of values) {
            const app = appWith(definition, withField(definition, await first(), field, value))
            const found = (await problems(app)).filter(
              (one) => one.step === 'bad' && one.field === field.name,
            )
            expect(found, String(value)).not.toEqual([])
            const told = found.map(({ message, data }) => `${message} ${JSON.stringify(data ?? {})}`).join()
            if (field.kind !== 'flow') expect(told).toContain(String(value).slice(0, 20))
            const fault = await fails(app, sample([1]))
            expect(fault?.code, `${value}: ${fault?.message}`).not.toBe('CORE:INTERNAL')
          }
        })
      if (takesScript(definition, field))
        test(`${field.name}: a script that fails is a Fault of that step and field`, async () => {
          for (const [name, value] of failing) {
            const app = appWith(definition, withField(definition, await first(), field, value))
            const fault = await fails(app, sample([1]))
            // A field that this example does not come to is not read: then nothing may fail because of it.
            if (!fault) continue
            expect(fault.code, `${name}: ${fault.message}`).not.toBe('CORE:INTERNAL')
            expect(fault.at?.path, name).toMatch(/^bad/)
            if (fault.code.startsWith('DATAWAY:')) expect(fault.at?.field, name).toBeTypeOf('string')
          }
        })
    }

    if (definition.kind === 'scope')
      test('a hundred of it inside each other', { timeout: 60_000 }, async () => {
        // Each waits for the one around it, which holds the same lock.
        const config: Config = { ...(await first()), ...(id === 'synchronized' && { maxWait: '20 ms' }) }
        let inner: Step = step('set-payload', { value: ex('"deep"') })
        for (let depth = 0; depth < 100; depth++) {
          const branches = definition.branches!.flatMap((rule) =>
            Array.from({ length: Math.max(rule.min, 1) }, (_, i) =>
              branch(rule.role, i === 0 ? [inner] : []),
            ),
          )
          inner = { ...step(id, config, ...branches.slice(0, definition.branches!.some(({ min }) => min > 1) ? undefined : 1)), id: `d${depth}` } // prettier-ignore
        }
        const app = appOf(flow([inner]), flow([step('set-payload', { value: ex('1 + 1') })], { id: 'well' }))
        const fault = await fails(app, { id: 'i', name: '', value: [1] })
        expect(fault?.code, fault?.message).not.toBe('CORE:INTERNAL')
      })
  })

test('a flow that calls itself without end', async () => {
  const self = flow([], { id: 'self' })
  const app = appOf({ ...self, steps: [{ ...step('flow-reference', { flow: 'self' }), id: 'bad' }] }, flow([step('set-payload', { value: ex('1 + 1') })], { id: 'well' })) // prettier-ignore
  expect(await fails(app, sample(1))).toMatchObject({ code: 'CORE:RECURSION', at: { path: expect.stringMatching(/^bad/) } }) // prettier-ignore
})
test('a lock that nobody lets go of', async () => {
  const inner = {
    ...step('synchronized', { name: 'mine', maxWait: '50 ms' }, branch('body', [])),
    id: 'inner',
  }
  const outer = { ...step('synchronized', { name: 'mine' }, branch('body', [inner])), id: 'bad' }
  const app = appOf(flow([outer]), flow([step('set-payload', { value: ex('1 + 1') })], { id: 'well' }))
  const fault = await fails(app, sample(1))
  expect(fault?.at?.path).toMatch(/^bad.*inner$/)
  expect(fault?.message).toContain('mine')
})
test('a cache value over its limit is no error but says why', async () => {
  const app = appOf(
    flow([
      step('cache', { operation: 'store', key: 'k', value: ex("'x' * 200000"), ttl: '1 h' }),
      step('set-payload', { value: ex("[msg.payload, msg.vars['err'] != '']") }),
    ]),
    flow([step('set-payload', { value: ex('1 + 1') })], { id: 'well' }),
  )
  expect(await fails(app, sample(1))).toBeUndefined()
})
