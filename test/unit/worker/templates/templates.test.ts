// Every template is a sound app in both languages, and its own tests pass.
import { describe, expect, test } from 'vitest'
import { readCron } from '../../../../worker/model/cron.ts'
import { definition } from '../../../../worker/definitions.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import { runTests } from '../../../../worker/engine/testing/run-test.ts'
import { checkApp } from '../../../../worker/model/check-app.ts'
import { newId, isId } from '../../../../worker/model/id.ts'
import { fromTemplate, type Template, type TemplateContent } from '../../../../worker/model/template.ts'
import { parseApp } from '../../../../worker/model/validate.ts'
import { allSteps } from '../../../../worker/model/walk.ts'
import { registry } from '../../../../worker/runs.ts'
import { dataway, testHost } from '../../../support/engine.ts'

const folder = '../../../../worker/templates'
const templates = Object.values(
  import.meta.glob<Template>('../../../../worker/templates/*/template.ts', {
    eager: true,
    import: 'default',
  }),
)
const apps = import.meta.glob<TemplateContent['app']>('../../../../worker/templates/*/app.json', {
  eager: true,
  import: 'default',
})
const names = import.meta.glob<TemplateContent['zh']>('../../../../worker/templates/*/zh.json', {
  eager: true,
  import: 'default',
})

test('there are templates', () => {
  expect(templates.map((template) => template.id)).toEqual(expect.arrayContaining(['hello', 'sync']))
})

for (const template of templates)
  for (const language of ['en', 'zh'] as const)
    describe(`${template.id} in ${language}`, () => {
      const zh = names[`${folder}/${template.id}/zh.json`]!
      const app = fromTemplate(
        template,
        { app: apps[`${folder}/${template.id}/app.json`]!, zh },
        language,
        newId(),
      )
      test('is an app file', () => {
        expect(parseApp(JSON.stringify(app))).toEqual(JSON.parse(JSON.stringify(app)))
      })
      test('has no problems', () => {
        const check = dataway.check.bind(dataway)
        expect(checkApp(app, { definition, check, readCron })).toEqual([])
      })
      test('names everything, by ids that are ids', () => {
        for (const { step } of allSteps(app)) {
          expect(isId(step.id), step.id).toBe(true)
          if (language === 'zh') expect(zh[step.id], `${step.name} (${step.id})`).toBeTruthy()
        }
      })
      for (const one of app.tests)
        test(`passes its test “${one.name}”`, async () => {
          const engine = new Engine({ host: testHost(), dataway, registry })
          const { results } = await runTests(engine, app, { tests: [one.id] })
          expect(results.flatMap(({ failures }) => failures)).toEqual([])
          expect(results.length).toBeGreaterThan(0)
        })
    })
