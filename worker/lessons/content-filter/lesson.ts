// Content Filter: fields are picked, not struck out, so that new ones stay inside.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'content-filter',
  chapter: 'transformation',
  order: 48,
  title: { en: 'Only what the other needs', zh: '只给对方需要的' },
  pattern: 'Content Filter',
  summary: {
    en: 'The repair shop gets a phone number. Then it gets the bank account.',
    zh: '维修店拿到了电话号码，接着又拿到了银行账号。',
  },
}
export default lesson
