// Every lesson keeps its word, in both languages: the start fails, the solution passes, and each typical wrong answer fails with the
// message that is its own.
import { describe, expect, test } from 'vitest'
import { definition } from '../../../../worker/definitions.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import { runTests } from '../../../../worker/engine/testing/run-test.ts'
import type { App } from '../../../../worker/model/app.ts'
import { checkApp } from '../../../../worker/model/check-app.ts'
import { readCron } from '../../../../worker/model/cron.ts'
import { isWork, workId } from '../../../../worker/model/lesson-work-id.ts'
import { chapters, lessonOf, type LessonCard, type LessonFiles } from '../../../../worker/model/lesson-folder.ts' // prettier-ignore
import { checkLesson, proveLesson } from '../../../../worker/model/lesson-proof.ts'
import { solutionOf } from '../../../../worker/model/lesson.ts'
import { parseApp } from '../../../../worker/model/validate.ts'
import { allSteps } from '../../../../worker/model/walk.ts'
import { registry } from '../../../../worker/runs.ts'
import { shapesOf } from '../../../../web/lessons/picture-shapes.ts'
import { dataway, testHost } from '../../../support/engine.ts'

const folder = '../../../../worker/lessons'
const cards = import.meta.glob<LessonCard>('../../../../worker/lessons/*/lesson.ts', { eager: true, import: 'default' }) // prettier-ignore
const contents = import.meta.glob<LessonFiles['content']>('../../../../worker/lessons/*/content.ts', { eager: true, import: 'default' }) // prettier-ignore
const apps = import.meta.glob<App>('../../../../worker/lessons/*/app.json', { eager: true, import: 'default' }) // prettier-ignore
const names = import.meta.glob<LessonFiles['zh']>('../../../../worker/lessons/*/zh.json', { eager: true, import: 'default' }) // prettier-ignore
const pictures = import.meta.glob<string>('../../../../worker/lessons/*/picture.svg', { eager: true, query: '?raw', import: 'default' }) // prettier-ignore

test('there are lessons, each with an id and a place of its own', () => {
  const all = Object.values(cards)
  expect(all.map(({ id }) => id)).toContain('message-filter')
  expect(new Set(all.map(({ id }) => workId(id))).size).toBe(all.length)
  expect(new Set(all.map(({ chapter, order }) => `${chapter} ${order}`)).size).toBe(all.length)
})

for (const [path, card] of Object.entries(cards)) {
  const at = (file: string) => `${folder}/${card.id}/${file}`
  const files = {
    content: contents[at('content.ts')]!,
    app: apps[at('app.json')]!,
    zh: names[at('zh.json')]!,
  }
  describe(card.id, () => {
    test('is a folder with all its files', () => {
      expect(path).toBe(at('lesson.ts'))
      expect(card.id).toMatch(/^[a-z][a-z0-9-]{1,24}$/)
      expect(Object.keys(chapters)).toContain(card.chapter)
      expect(files).toEqual({ content: expect.anything(), app: expect.anything(), zh: expect.anything() })
      expect(parseApp(JSON.stringify(files.app))).toEqual(files.app)
      expect(files.content.hints).toHaveLength(3)
      expect(files.content.wrong.length).toBeGreaterThan(0)
    })
    test('has the components it is for', () => {
      const used = JSON.stringify([files.app, files.content.solution])
      for (const component of card.components ?? []) expect(used).toContain(`"component":"${component}"`)
    })
    test('has a picture of shapes in the classes of LessonPicture', () => {
      const picture = pictures[at('picture.svg')]!
      const shapes = shapesOf(picture)
      expect(picture).toMatch(/^<svg viewBox="0 0 256 92" xmlns="[^"]*">\n/)
      expect(shapes.length + 1, 'nothing but shapes').toBe([...picture.matchAll(/<[a-z]/g)].length)
      for (const { attributes } of shapes) {
        expect(['line', 'shape', 'message', 'gone', 'other', 'word']).toContain(attributes['class'])
        expect(Object.keys(attributes).join(' ')).not.toMatch(/\bon|style|href/)
      }
    })
    for (const language of ['en', 'zh'] as const) {
      const { app, lesson } = lessonOf(card, files, language)
      test(`is sound in ${language}`, () => {
        expect(checkLesson(app, lesson)).toEqual([])
        const solution = solutionOf(app, lesson)
        const check = dataway.check.bind(dataway)
        expect(checkApp(solution, { definition, check, readCron })).toEqual([])
        expect(isWork(app.id)).toBe(true)
        for (const { step, flow } of allSteps(solution))
          for (const id of [step.id, flow.id]) {
            expect(id).toMatch(/^[0-9a-z]{1,32}$/)
            if (language === 'zh') expect(files.zh[id], id).toBeTruthy()
          }
        if (language === 'zh') for (const { id } of app.tests) expect(files.zh[id], id).toBeTruthy()
      })
      test(`keeps its word in ${language}`, async () => {
        const run = async (state: App) => {
          const engine = new Engine({ host: testHost(), dataway, registry })
          return (await runTests(engine, state, { shown: lesson.shown.value ?? 'msg.payload' })).results
        }
        expect(await proveLesson(app, lesson, run)).toEqual([])
        const goal = (await run(solutionOf(app, lesson))).find(({ test }) => test === lesson.shown.test)
        expect(goal?.shown, 'the goal that is shown').toBeTruthy()
        // The same for everyone, every time.
        expect((await run(solutionOf(app, lesson))).map(({ shown }) => shown)).toEqual(
          (await run(solutionOf(app, lesson))).map(({ shown }) => shown),
        )
      })
    }
  })
}
