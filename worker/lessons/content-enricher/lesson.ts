// Content Enricher: what a message lacks is asked for in one call, not in one for each line.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'content-enricher',
  chapter: 'hour',
  order: 6,
  title: { en: 'Add what is missing, ask once', zh: '补全内容，只问一次' },
  pattern: 'Content Enricher',
  summary: {
    en: 'The invoice needs names. The catalogue charges for each question.',
    zh: '发票需要商品名，而目录服务按次收费。',
  },
}
export default lesson
