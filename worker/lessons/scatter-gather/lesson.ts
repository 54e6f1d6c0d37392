// Scatter-Gather: the same question goes to several at once, and one that does not answer spoils nothing.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'scatter-gather',
  chapter: 'hour',
  order: 8,
  title: { en: 'Ask all, take the best', zh: '问遍各家，取最优' },
  pattern: 'Scatter-Gather',
  components: ['scatter-gather'],
  summary: {
    en: 'Three couriers are asked. One is silent, and nobody gets a price.',
    zh: '问了三家快递，一家没回音，就谁的价也没有了。',
  },
}
export default lesson
