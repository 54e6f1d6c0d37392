// A lesson: an app that does not yet do what it should, what it should give, and what helps on the way. It travels inside an App
// (`App.lesson`), so that links, files and trust are those of apps; Weft's own lie in folders of `worker/lessons`.
import type { App, Branch, Config, Step } from './app.ts'
import { addBranch, deleteBranch } from './commands/branches.ts'
import { editBranch, editStep, type Gap } from './commands/edit.ts'
import { addSteps, deleteSteps, moveSteps, wrapSteps } from './commands/steps.ts'
import type { Text } from './definition.ts'
import { fault } from './fault.ts'
import { findBranch, findStep } from './walk.ts'

/** In both languages, or in the one its writer speaks. */
export type LessonText = string | Text

/** What a learner may change of an app, and the tests that judge it. */
export type LessonParts = Pick<App, 'flows' | 'connections' | 'variables' | 'types' | 'scripts' | 'tests'>

export interface Lesson {
  title: LessonText
  /** English name of the pattern that it teaches, as the books have it. */
  pattern?: string
  /** What it is about; Markdown. */
  text: LessonText
  /** What is to be reached, in one sentence; Markdown. */
  goal: LessonText
  /** From a nudge to nearly the answer. */
  hints: LessonText[]
  tasks: Task[]
  shown: Shown
  /** As it is handed out; its tests fail. */
  start: LessonParts
  /** What makes the start into an app that passes. */
  solution: Change[]
  wrong: WrongAnswer[]
}

/** The result that is compared with the goal: of the first case of one of the tests. */
export interface Shown {
  test: string
  /** A DataWay expression that sees what assertions see. Absent: `msg.payload`, the last payload. */
  value?: string
}

/** One line of the list of things to do; it is ticked off when the real thing happened. */
export interface Task {
  text: LessonText
  when: TaskEvent
}
export type TaskEvent =
  /** A run from the studio ended. */
  | { kind: 'ran' }
  /** This step is selected, or was. */
  | { kind: 'looked'; step: string }
  /** This step, or if absent anything in a flow, is no longer what it was at the start; a step that was added counts. */
  | { kind: 'changed'; step?: string }
  /** This test passes, or if absent all. */
  | { kind: 'passed'; test?: string }

/** A mistake that many make: what it changes of the start, and what its maker is told. */
export interface WrongAnswer {
  says: LessonText
  changes: Change[]
}

export type Change =
  /** Fields of a step or a branch; those in `clear` go back to their defaults. */
  | { set: string; config?: Config; clear?: string[] }
  /** New steps after a step (a trigger too), or as the first ones of a flow or a branch. */
  | ({ add: Step[] } & Place)
  | ({ move: string[] } & Place)
  /** Neighbouring steps go into the first branch of a new scope. */
  | { wrap: string[]; in: Step }
  | { addBranch: Branch; to: string }
  /** Steps with all that is in them, or branches. */
  | { remove: string[] }
  /** Whole parts of the app, as a teacher's app has them. */
  | { parts: LessonParts }
type Place = { after: string } | { first: string }

export function partsOf({ flows, connections, variables, types, scripts, tests }: App): LessonParts {
  return { flows, connections, variables, types, scripts, tests }
}

/** The app with itself changed and each state of it that its lesson has: the start, and those that a teacher's answers bring whole. */
export function inEveryState(app: App, change: <T extends LessonParts>(parts: T) => T): App {
  const { lesson } = app
  if (!lesson) return change(app)
  const inChanges = (changes: readonly Change[]): Change[] =>
    changes.map((one) => ('parts' in one ? { parts: change(one.parts) } : one))
  const own: Lesson = {
    ...lesson,
    start: change(lesson.start),
    solution: inChanges(lesson.solution),
    wrong: lesson.wrong.map((one) => ({ ...one, changes: inChanges(one.changes) })),
  }
  return { ...change(app), lesson: own }
}

/** The app as the lesson hands it out. */
export function startOf(app: App, lesson: Lesson): App {
  return { ...app, ...lesson.start }
}
/** The app that passes. Throws LESSON:NO_PLACE. */
export function solutionOf(app: App, lesson: Lesson): App {
  return changed(startOf(app, lesson), lesson.solution)
}

/** Throws LESSON:NO_PLACE when a change speaks of a flow, step or branch that is not there. */
export function changed(app: App, changes: readonly Change[]): App {
  return changes.reduce(applied, app)
}

function applied(app: App, change: Change): App {
  if ('parts' in change) return { ...app, ...change.parts }
  if ('set' in change) {
    const configured = <T extends { config: Config }>(old: T): T => {
      const config = { ...old.config, ...change.config }
      for (const name of change.clear ?? []) delete config[name]
      return { ...old, config }
    }
    if (findStep(app, change.set)) return editStep(app, change.set, configured)
    if (findBranch(app, change.set)) return editBranch(app, change.set, configured)
    throw noPlace(change.set)
  }
  if ('add' in change) return addSteps(app, gapOf(app, change), change.add)
  if ('move' in change) {
    for (const id of change.move) if (!findStep(app, id)) throw noPlace(id)
    return moveSteps(app, change.move, gapOf(app, change))
  }
  if ('wrap' in change) {
    for (const id of change.wrap) if (!findStep(app, id)) throw noPlace(id)
    return wrapSteps(app, change.wrap, change.in)
  }
  if ('addBranch' in change) {
    if (!findStep(app, change.to)) throw noPlace(change.to)
    return addBranch(app, change.to, change.addBranch)
  }
  return change.remove.reduce((now, id) => {
    if (findStep(now, id)) return deleteSteps(now, [id])
    const found = findBranch(now, id)
    if (!found) throw noPlace(id)
    return deleteBranch(now, found.scope.id, id)
  }, app)
}

function gapOf(app: App, place: Place): Gap {
  if ('after' in place) {
    const found = findStep(app, place.after)
    if (!found) throw noPlace(place.after)
    return { flow: found.flow.id, branch: found.branch?.id, index: found.index + 1 }
  }
  if (app.flows.some(({ id }) => id === place.first)) return { flow: place.first, index: 0 }
  const found = findBranch(app, place.first)
  if (!found) throw noPlace(place.first)
  return { flow: found.flow.id, branch: place.first, index: 0 }
}

function noPlace(id: string) {
  return fault('LESSON:NO_PLACE', `The lesson changes ${id}, which is no flow, step or branch of its app.`, {
    hint: 'Name a flow, step or branch by its id.',
    data: { id },
  })
}
