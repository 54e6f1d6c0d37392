// Weft's lessons: found by their folder, in the order in which they are learned. What is in them is loaded when one is opened.
import type { App } from '../../worker/model/app.ts'
import { inOrder, type LessonCard, type LessonFiles } from '../../worker/model/lesson-folder.ts'

const folder = '../../worker/lessons'
const found = import.meta.glob<LessonCard>('../../worker/lessons/*/lesson.ts', {
  eager: true,
  import: 'default',
})
const loadContent = import.meta.glob<LessonFiles['content']>('../../worker/lessons/*/content.ts', {
  import: 'default',
})
const loadApp = import.meta.glob<App>('../../worker/lessons/*/app.json', { import: 'default' })
const loadNames = import.meta.glob<LessonFiles['zh']>('../../worker/lessons/*/zh.json', { import: 'default' })
const loadPicture = import.meta.glob<string>('../../worker/lessons/*/picture.svg', {
  query: '?raw',
  import: 'default',
})

export const lessons = inOrder(Object.values(found))

export function lessonCard(id: string): LessonCard | undefined {
  return lessons.find((one) => one.id === id)
}

export async function filesOf({ id }: LessonCard): Promise<LessonFiles> {
  const [content, app, zh] = await Promise.all([
    loadContent[`${folder}/${id}/content.ts`]!(),
    loadApp[`${folder}/${id}/app.json`]!(),
    loadNames[`${folder}/${id}/zh.json`]!(),
  ])
  return { content, app, zh }
}

/** SVG of the pattern. */
export function pictureOf({ id }: LessonCard): Promise<string> {
  return loadPicture[`${folder}/${id}/picture.svg`]!()
}
