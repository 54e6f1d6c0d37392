// Whether a lesson keeps its word: the start fails, the solution passes, and each wrong answer fails in a way of its own, by which it
// is known again in what a learner made.
import type { App } from './app.ts'
import type { AppProblem } from './check-app.ts'
import { toFault } from './fault.ts'
import type { TestResult } from './flow-test.ts'
import { changed, solutionOf, startOf, type Lesson, type LessonText } from './lesson.ts'
import { allSteps } from './walk.ts'

/** Runs the tests of an app with the lesson's `shown`. */
export type RunLessonTests = (app: App) => Promise<readonly TestResult[]>

/** How a state of the app fails; the start says nothing. */
export interface KnownFailure {
  says?: LessonText
  results: readonly TestResult[]
}

export function passes(results: readonly TestResult[]): boolean {
  return results.length > 0 && results.every(({ outcome }) => outcome !== 'failed')
}

/** What the start and each wrong answer give, in this order. */
export async function knownFailures(app: App, lesson: Lesson, run: RunLessonTests): Promise<KnownFailure[]> {
  const start = startOf(app, lesson)
  const known: KnownFailure[] = [{ results: await run(start) }]
  for (const { says, changes } of lesson.wrong)
    known.push({ says, results: await run(changed(start, changes)) })
  return known
}

/**
 * Which of the known failures these results are: one that failed with the same values, else the only one that fails in the same
 * assertions.
 */
export function recognised(
  known: readonly KnownFailure[],
  results: readonly TestResult[],
): KnownFailure | undefined {
  if (passes(results)) return undefined
  const like = (likeness: (results: readonly TestResult[]) => string) => {
    const wanted = likeness(results)
    return known.filter((one) => likeness(one.results) === wanted)
  }
  const exact = like(exactly)[0]
  if (exact) return exact
  const alike = like(roughly)
  return alike.length === 1 ? alike[0] : undefined
}

function exactly(results: readonly TestResult[]): string {
  return JSON.stringify(
    results.map(({ test, case: one, failures, shown }) => [
      test,
      one,
      shown,
      failures.map(({ assert, left, right, fault }) => [assert, left, right, fault?.code, fault?.message]),
    ]),
  )
}
function roughly(results: readonly TestResult[]): string {
  return JSON.stringify(
    results.map(({ test, case: one, failures }) => [test, one, failures.map(({ assert, fault }) => [assert, fault?.code])]), // prettier-ignore
  )
}

/** Problems of a lesson, found by running it; none: it keeps its word. */
export async function proveLesson(app: App, lesson: Lesson, run: RunLessonTests): Promise<AppProblem[]> {
  try {
    const problems: AppProblem[] = []
    const solved = await run(solutionOf(app, lesson))
    for (const { name, outcome, failures } of solved)
      if (outcome === 'failed')
        problems.push(
          problem('LESSON:SOLUTION_FAILS', `The solution fails the test ${name}: ${failures[0]?.message}`, {
            test: name,
          }),
        )
    const known = await knownFailures(app, lesson, run)
    if (passes(known[0]!.results))
      problems.push(problem('LESSON:START_PASSES', 'The start passes all tests: there is nothing to do.'))
    for (const [at, { results }] of known.entries()) {
      if (at === 0) continue
      if (passes(results))
        problems.push(
          problem('LESSON:WRONG_PASSES', `The wrong answer ${at} passes all tests.`, { answer: at }),
        )
      else if (recognised(known, results) !== known[at])
        problems.push(
          problem(
            'LESSON:WRONG_ALIKE',
            `The wrong answer ${at} fails just as the start or another one does, so that its message is never said.`,
            { answer: at },
          ),
        )
    }
    return problems
  } catch (thrown) {
    const { code, message, hint } = toFault(thrown)
    return [{ severity: 'error', code, message, ...(hint !== undefined && { hint }) }]
  }
}

/** Problems of a lesson that can be seen without running it. */
export function checkLesson(app: App, lesson: Lesson): AppProblem[] {
  const problems: AppProblem[] = []
  const start = startOf(app, lesson)
  const empty = (text: LessonText) =>
    (typeof text === 'string' ? [text] : [text.en, text.zh]).some((one) => !one.trim())
  for (const [name, text] of [
    ['title', lesson.title],
    ['text', lesson.text],
    ['goal', lesson.goal],
  ] as const)
    // prettier-ignore
    if (empty(text)) problems.push(problem('LESSON:NO_TEXT', `The lesson has no ${name}.`, { field: name }))
  if (
    [...lesson.hints, ...lesson.tasks.map(({ text }) => text), ...lesson.wrong.map(({ says }) => says)].some(
      empty,
    )
  )
    problems.push(problem('LESSON:NO_TEXT', 'A hint, task or message of the lesson is empty.'))
  if (start.tests.length === 0)
    problems.push(problem('LESSON:NO_TESTS', 'The lesson has no tests, so that nobody can pass it.'))
  const isTest = (id: string) => start.tests.some((test) => test.id === id)
  const tests = [lesson.shown.test, ...lesson.tasks.flatMap(({ when }) => (when.kind === 'passed' ? [when.test ?? lesson.shown.test] : []))] // prettier-ignore
  for (const id of tests)
    if (!isTest(id)) problems.push(problem('LESSON:NO_TEST', `The lesson names the test ${id}, which it has not.`, { id })) // prettier-ignore
  try {
    const solution = solutionOf(app, lesson)
    for (const { changes } of lesson.wrong) changed(start, changes)
    const steps = new Set([...allSteps(start), ...allSteps(solution)].map(({ step }) => step.id))
    for (const { when } of lesson.tasks)
      if ('step' in when && when.step !== undefined && !steps.has(when.step))
        problems.push(problem('LESSON:NO_PLACE', `A task names the step ${when.step}, which is not in the app.`, { id: when.step })) // prettier-ignore
  } catch (thrown) {
    const { code, message, hint } = toFault(thrown)
    problems.push(problem(code, message, {}, hint))
  }
  return problems
}

function problem(code: string, message: string, data: AppProblem['data'] = {}, hint?: string): AppProblem {
  return { severity: 'error', code, message, data, ...(hint !== undefined && { hint }) }
}
