// Recipient List: who gets a message is computed from it, and nobody gets it twice.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'recipient-list',
  chapter: 'routing',
  order: 28,
  title: { en: 'To each one, once', zh: '人人有份，只有一份' },
  pattern: 'Recipient List',
  components: ['for-each'],
  summary: {
    en: 'Parents of two children get the letter of the school twice.',
    zh: '有两个孩子的家长收到两封学校通知。',
  },
}
export default lesson
