// Sort: numbers that are text are sorted as numbers.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'sort',
  chapter: 'transformation',
  order: 52,
  title: { en: 'Ten comes after nine', zh: '十在九后面' },
  pattern: 'Sort',
  summary: { en: 'The postman passes door 10 before door 2.', zh: '邮递员先经过 10 号，后经过 2 号。' },
}
export default lesson
