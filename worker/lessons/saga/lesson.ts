// Saga: what was done in several systems is undone in reverse, and only what was done.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'saga',
  chapter: 'routing',
  order: 43,
  title: { en: 'Undo, from the end', zh: '从后往前撤销' },
  pattern: 'Saga',
  components: ['try'],
  summary: {
    en: 'A journey falls through, and the wrong things are cancelled.',
    zh: '行程泡汤，取消的却是不该取消的。',
  },
}
export default lesson
