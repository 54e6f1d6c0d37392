// What lies in a folder of `worker/lessons`, and the lesson that is made of it in the learner's language.
import type { App } from './app.ts'
import type { Text } from './definition.ts'
import { partsOf, type Change, type Lesson } from './lesson.ts'
import { workId } from './lesson-work-id.ts'
import { branchWithNames, stepWithNames, withNames, type NamesById } from './names-by-id.ts'
import { withOwnDemo } from './template.ts'

/** In the order in which they are learned. */
export const chapters = {
  hour: { en: 'A first hour', zh: '第一个小时' },
  foundations: { en: 'Foundations', zh: '基础' },
  construction: { en: 'Building messages', zh: '构造消息' },
  channels: { en: 'Channels', zh: '通道' },
  routing: { en: 'Routing', zh: '路由' },
  transformation: { en: 'Transformation', zh: '转换' },
  endpoints: { en: 'Endpoints', zh: '端点' },
  management: { en: 'Management', zh: '管理' },
  beyond: { en: 'Beyond the book', zh: '书外的模式' },
} satisfies Record<string, Text>
export type Chapter = keyof typeof chapters

/** `lesson.ts`: what the list of lessons says of it. */
export interface LessonCard {
  /** The folder's name: lower-case words with hyphens. */
  id: string
  chapter: Chapter
  /** Place in its chapter; of the patterns of the book their number in the catalogue. */
  order: number
  title: Text
  /** The pattern's name as the books have it. */
  pattern: string
  /** Components that are made for it, all in the lesson: their docs show it. */
  components?: readonly string[]
  summary: Text
}

/** `content.ts`: what the lesson says, and its answers, right and wrong. */
export type LessonContent = Omit<Lesson, 'title' | 'pattern' | 'start'>

export interface LessonFiles {
  content: LessonContent
  /** The start, in English, with the tests. */
  app: App
  /** Chinese names, also of the steps that the solution adds. */
  zh: NamesById
}

export function inOrder(cards: readonly LessonCard[]): LessonCard[] {
  const names = Object.keys(chapters)
  return [...cards].sort(
    (a, b) =>
      names.indexOf(a.chapter) - names.indexOf(b.chapter) || a.order - b.order || (a.id < b.id ? -1 : 1),
  )
}

/** The app as it is handed out, and its lesson. */
export function lessonOf(
  card: LessonCard,
  { content, app, zh }: LessonFiles,
  language: 'en' | 'zh',
): { app: App; lesson: Lesson } {
  const id = workId(card.id)
  const names = language === 'zh' ? zh : {}
  const start = { ...withOwnDemo(withNames(app, names), id), id, name: card.title[language] }
  const { title, pattern } = card
  const lesson: Lesson = { title, pattern, start: partsOf(start), ...content }
  const solution = content.solution.map((change) => changeWithNames(change, names))
  return { app: start, lesson: { ...lesson, solution } }
}

function changeWithNames(change: Change, names: NamesById): Change {
  if ('add' in change) return { ...change, add: change.add.map((step) => stepWithNames(step, names)) }
  if ('wrap' in change) return { ...change, in: stepWithNames(change.in, names) }
  if ('addBranch' in change) return { ...change, addBranch: branchWithNames(change.addBranch, names) }
  return change
}
