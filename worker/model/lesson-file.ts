// The lesson in an app file or a link: as hostile as the rest of it until read here.
import type { App, Config, Tagged } from './app.ts'
import { fault } from './fault.ts'
import type { Change, Lesson, LessonParts, LessonText, Task, TaskEvent, WrongAnswer } from './lesson.ts'
import type { Reader } from './validate.ts'

/** What a lesson is made of and an app is made of too; given by who reads apps (validate.ts). */
export interface PartReaders {
  parts(thing: Tagged, at: Reader): LessonParts
  step(thing: Tagged, at: Reader): App['flows'][number]['steps'][number]
  branch(thing: Tagged, at: Reader): NonNullable<App['flows'][number]['steps'][number]['branches']>[number]
  config(thing: Tagged, at: Reader): Config
}

/** Longest texts of a lesson, in characters. */
const longest = 20_000
/** Most hints, tasks, wrong answers and changes. */
const most = 100

/** Throws APP:FIELD with the place. */
export function lessonFrom(thing: Tagged, at: Reader, read: PartReaders): Lesson {
  const from = at.object(thing)
  const shown = at.in('shown').object(from['shown'])
  const lesson: Lesson = {
    title: textFrom(from['title'], at.in('title')),
    text: textFrom(from['text'] ?? '', at.in('text')),
    goal: textFrom(from['goal'] ?? '', at.in('goal')),
    hints: short(from['hints'], at, 'hints').map((one, i) => textFrom(one, at.in(`hints[${i}]`))),
    tasks: short(from['tasks'], at, 'tasks').map((one, i) => taskFrom(one, at.in(`tasks[${i}]`))),
    shown: { test: at.text(shown['test'], 'shown.test', 64) },
    start: read.parts(from['start'] ?? null, at.in('start')),
    solution: changesFrom(from['solution'], at, 'solution', read),
    wrong: short(from['wrong'], at, 'wrong').map((one, i) => wrongFrom(one, at.in(`wrong[${i}]`), read)),
  }
  if (from['pattern'] !== undefined) lesson.pattern = at.text(from['pattern'], 'pattern', 200)
  if (shown['value'] !== undefined) lesson.shown.value = at.text(shown['value'], 'shown.value', longest)
  return lesson
}

function textFrom(thing: Tagged | undefined, at: Reader): LessonText {
  if (typeof thing === 'string') return at.text(thing, '', longest)
  const from = at.object(thing)
  return { en: at.text(from['en'], 'en', longest), zh: at.text(from['zh'], 'zh', longest) }
}

function taskFrom(thing: Tagged, at: Reader): Task {
  const from = at.object(thing)
  return { text: textFrom(from['text'], at.in('text')), when: eventFrom(from['when'], at.in('when')) }
}

function eventFrom(thing: Tagged | undefined, at: Reader): TaskEvent {
  const from = at.object(thing)
  const id = (name: string) => (from[name] === undefined ? {} : { [name]: at.text(from[name], name, 64) })
  if (from['kind'] === 'ran') return { kind: 'ran' }
  if (from['kind'] === 'looked') return { kind: 'looked', step: at.text(from['step'], 'step', 64) }
  if (from['kind'] === 'changed') return { kind: 'changed', ...id('step') }
  if (from['kind'] === 'passed') return { kind: 'passed', ...id('test') }
  throw at.wrong('kind', 'ran, looked, changed or passed')
}

function wrongFrom(thing: Tagged, at: Reader, read: PartReaders): WrongAnswer {
  const from = at.object(thing)
  return {
    says: textFrom(from['says'], at.in('says')),
    changes: changesFrom(from['changes'], at, 'changes', read),
  }
}

function changesFrom(thing: Tagged | undefined, at: Reader, name: string, read: PartReaders): Change[] {
  return short(thing, at, name).map((one, i) => changeFrom(one, at.in(`${name}[${i}]`), read))
}

function changeFrom(thing: Tagged, at: Reader, read: PartReaders): Change {
  const from = at.object(thing)
  const ids = (name: string) => short(from[name], at, name).map((one) => at.text(one, name, 64))
  if (from['parts'] !== undefined) return { parts: read.parts(from['parts'], at.in('parts')) }
  if (from['set'] !== undefined)
    return {
      set: at.text(from['set'], 'set', 64),
      ...(from['config'] !== undefined && { config: read.config(from['config'], at.in('config')) }),
      ...(from['clear'] !== undefined && { clear: ids('clear') }),
    }
  if (from['wrap'] !== undefined) return { wrap: ids('wrap'), in: read.step(from['in'] ?? null, at.in('in')) }
  if (from['addBranch'] !== undefined)
    return {
      addBranch: read.branch(from['addBranch'], at.in('addBranch')),
      to: at.text(from['to'], 'to', 64),
    }
  if (from['remove'] !== undefined) return { remove: ids('remove') }
  const place =
    from['after'] === undefined
      ? { first: at.text(from['first'], 'first', 64) }
      : { after: at.text(from['after'], 'after', 64) }
  if (from['move'] !== undefined) return { move: ids('move'), ...place }
  const steps = short(from['add'], at, 'add')
  return { add: steps.map((one, i) => read.step(one, at.in(`add[${i}]`))), ...place }
}

function short(thing: Tagged | undefined, at: Reader, name: string): Tagged[] {
  const list = at.list(thing ?? [], name)
  if (list.length <= most) return list
  throw fault('APP:TOO_LARGE', `The lesson has ${list.length} ${name}, more than ${most}.`)
}
