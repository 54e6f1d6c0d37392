// Request-Reply: the reply has a shape of its own, whatever the partner behind it answers.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'request-reply',
  chapter: 'construction',
  order: 9,
  title: { en: 'Answer in your own words', zh: '用自己的话回答' },
  pattern: 'Request-Reply',
  summary: {
    en: 'The library tells its readers what it pays for books.',
    zh: '图书馆把进货价也告诉了读者。',
  },
}
export default lesson
