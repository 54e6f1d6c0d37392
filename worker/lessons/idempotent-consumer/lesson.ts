// Idempotent Consumer: a repeat is known again by its key, but only after the work was really done.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'idempotent-consumer',
  chapter: 'hour',
  order: 9,
  title: { en: 'Twice sent, once booked', zh: '送来两次，只记一次' },
  pattern: 'Idempotent Consumer',
  components: ['idempotent'],
  summary: {
    en: 'A payment was announced twice and booked not at all.',
    zh: '一笔付款通知了两次，却一次也没入账。',
  },
}
export default lesson
