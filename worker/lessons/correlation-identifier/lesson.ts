// Correlation Identifier: answers are matched to questions by an id, not by the order in which they come.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'correlation-identifier',
  chapter: 'construction',
  order: 11,
  title: { en: 'Which answer is to which question?', zh: '哪个答案对哪个问题？' },
  pattern: 'Correlation Identifier',
  summary: { en: 'The cat gets the results of the horse.', zh: '猫拿到了马的化验结果。' },
}
export default lesson
