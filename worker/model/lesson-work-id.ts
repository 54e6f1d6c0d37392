// Under which id a learner's work on one of Weft's lessons is kept. Small: Home reads it before the first paint.

/** Ids that are made have no `l` and no `o` (id.ts), so that no other app has such an id. */
const prefix = 'lesson'

export function workId(lesson: string): string {
  return prefix + lesson.replaceAll('-', '')
}
export function isWork(app: string): boolean {
  return app.startsWith(prefix)
}
