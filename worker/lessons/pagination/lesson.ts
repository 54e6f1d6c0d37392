// Pagination: page by page until there is none, and what is on the last one is kept too.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'pagination',
  chapter: 'beyond',
  order: 69,
  title: { en: 'The last page counts too', zh: '最后一页也算' },
  pattern: 'Pagination',
  components: ['while'],
  summary: {
    en: 'Of seven birds only six are counted. One sits on the last page.',
    zh: '七只鸟只数到六只，有一只在最后一页。',
  },
}
export default lesson
