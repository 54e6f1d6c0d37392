// A text of a lesson in the learner's language; a teacher's own may have one only.
import type { LessonText } from '../../worker/model/lesson.ts'
import { say } from '../text/language.svelte.ts'

export function told(text: LessonText): string {
  return typeof text === 'string' ? text : say(text)
}
