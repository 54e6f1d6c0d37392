// A lesson made of a teacher's app: two states of it, one to start from and one that passes, and what the teacher wrote.
import type { App } from '../../worker/model/app.ts'
import { partsOf, type LessonParts, type Task } from '../../worker/model/lesson.ts'

/** What a teacher writes. States of the app are named by their key. */
export interface LessonDraft {
  title: string
  text: string
  goal: string
  hints: string[]
  start: string
  solution: string
  /** Id of the test whose result is shown beside the goal, and the expression that is shown; empty: the last payload. */
  test: string
  value: string
  wrong: { state: string; says: string }[]
}

export interface States {
  start: App
  solution: App
  wrong: { says: string; app: App }[]
}

/** An app of its own that holds the lesson and stands at its start. The tests are those of the solution. */
export function appOfLesson(id: string, draft: LessonDraft, states: States, tasks: Task[]): App {
  const { tests } = states.solution
  const parts = (app: App): LessonParts => ({ ...partsOf(app), tests })
  const start = parts(states.start)
  return {
    ...states.start,
    ...start,
    id,
    name: draft.title,
    lesson: {
      title: draft.title,
      text: draft.text,
      goal: draft.goal,
      hints: draft.hints.filter((hint) => hint.trim() !== ''),
      tasks,
      shown: { test: draft.test, ...(draft.value.trim() !== '' && { value: draft.value.trim() }) },
      start,
      solution: [{ parts: parts(states.solution) }],
      wrong: states.wrong.map(({ says, app }) => ({ says, changes: [{ parts: parts(app) }] })),
    },
  }
}
