// The check of an app finds what would fail when it runs, and says where.
import { describe, expect, test } from 'vitest'
import { readCron } from '../../../../worker/model/cron.ts'
import { definition } from '../../../../worker/definitions.ts'
import { checkApp } from '../../../../worker/model/check-app.ts'
import { appOf, branch, dataway, ex, flow, step } from '../../../support/engine.ts'
import type { App, Step } from '../../../../worker/model/app.ts'

const problems = (app: App) => checkApp(app, { definition, check: (s, m) => dataway.check(s, m), readCron })
const codes = (...steps: Step[]) => problems(appOf(flow(steps))).map((problem) => problem.code)
const forEach = (...steps: Step[]) => step('for-each', {}, branch('body', steps))

test('a sound app has none', () => {
  expect(codes(step('set-payload', { value: ex('msg.payload') }), forEach(step('break')))).toEqual([])
})
describe('each kind of problem', () => {
  test('a component that is not known, or newer', () => {
    expect(codes(step('no/such'))).toEqual(['APP:UNKNOWN_COMPONENT'])
    expect(codes({ ...step('break'), version: 9 })).toContain('APP:NEWER_COMPONENT')
  })
  test('a field that is missing, or shown only by another one', () => {
    expect(codes(step('set-payload'))).toEqual(['APP:FIELD_MISSING'])
    expect(codes(step('set-variable', { name: 'd', value: 1, operation: 'put' }))).toEqual([
      'APP:FIELD_MISSING',
    ])
    expect(codes(step('set-variable', { name: 'd', value: 1 }))).toEqual([])
    // The mode is of a cipher; signing has none, whatever its field holds.
    const strange = { key: 'k', mode: 'strange' }
    expect(codes(step('crypto', strange))).toEqual(['APP:FIELD_VALUE'])
    expect(codes(step('crypto', { ...strange, operation: 'sign' }))).toEqual([])
  })
  test('a syntax error, with its place, in fields, rows and branches', () => {
    const broken = step('set-payload', { value: ex('1 +') })
    const [problem] = problems(appOf(flow([broken])))
    expect(problem).toMatchObject({ severity: 'error', step: broken.id, field: 'value', line: 1 })
    const rows = { mode: 'literal', value: [['a', { mode: 'expression', source: '(' }]] } as never
    expect(codes(step('transform', { variables: rows }))).toHaveLength(1)
    const when = branch('when', [], { condition: ex('if') })
    const choice = step('choice', {}, when, branch('otherwise', []))
    expect(problems(appOf(flow([choice])))[0]).toMatchObject({ branch: when.id, field: 'condition' })
  })
  test('numbers, durations, options, cron', () => {
    const body = branch('body', [])
    expect(codes(step('until-successful', { maxRetries: 500 }, body))).toEqual(['APP:FIELD_VALUE'])
    expect(codes(step('until-successful', { interval: 'soon' }, body))).toEqual(['CORE:DURATION'])
    expect(codes(step('logger', { level: 'LOUD' }))).toEqual(['APP:FIELD_VALUE'])
    const scheduled = flow([], { trigger: step('scheduler', { cron: '* * *' }) })
    expect(problems(appOf(scheduled)).map((problem) => problem.code)).toEqual(['CRON:SYNTAX'])
  })
  test('references to what is not there', () => {
    expect(codes(step('flow-reference', { flow: 'gone' }))).toEqual(['CORE:NO_FLOW'])
    expect(codes({ ...step('http/request', { url: '/x' }), connection: 'gone' })).toEqual([
      'APP:NO_CONNECTION',
    ])
  })
  test('a branch for parallel workers with a step that does not only compute: a warning', () => {
    const parallel = (...steps: Step[]) => step('parallel-for-each', { workers: true }, branch('body', steps))
    expect(codes(parallel(step('set-payload', { value: 1 })))).toEqual([])
    const [problem] = problems(appOf(flow([parallel(forEach(step('sleep')))])))
    expect(problem).toMatchObject({ severity: 'warning', code: 'CORE:ONE_WORKER', field: 'workers' })
    expect(codes(parallel({ ...step('sleep'), disabled: true }))).toEqual([])
  })
  test('branches that are too few, too many or unknown', () => {
    expect(codes(step('choice', {}, branch('otherwise', [])))).toEqual(['APP:BRANCHES'])
    expect(codes(step('for-each', {}, branch('body', []), branch('body', [])))).toEqual(['APP:BRANCHES'])
    expect(codes(step('for-each', {}, branch('body', []), branch('strange', [])))).toEqual(['APP:BRANCHES'])
  })
  test('Break outside a loop and across parallel branches; a trigger among the steps', () => {
    expect(codes(step('continue'))).toEqual(['CORE:NO_LOOP'])
    const parallel = step('parallel-for-each', {}, branch('body', [step('break')]))
    expect(codes(forEach(parallel))).toEqual(['CORE:NO_LOOP'])
    expect(codes(step('parallel-for-each', {}, branch('body', [forEach(step('break'))])))).toEqual([])
    expect(codes(step('manual'))).toEqual(['APP:TRIGGER_PLACE'])
  })
})
