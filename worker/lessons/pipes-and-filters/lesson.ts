// Pipes and Filters: a long script is cut into steps that each do one thing, so that each can be looked at.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'pipes-and-filters',
  chapter: 'hour',
  order: 2,
  title: { en: 'One step, one thing', zh: '一步只做一件事' },
  pattern: 'Pipes and Filters',
  components: ['transform'],
  summary: {
    en: 'A long script sells coffee for nothing. Cut it up and see why.',
    zh: '一段长脚本把咖啡卖成了零元。把它拆开，看看为什么。',
  },
}
export default lesson
