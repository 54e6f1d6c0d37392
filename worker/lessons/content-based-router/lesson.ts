// Content-Based Router: of several conditions the first true one decides, so the narrow one stands first.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'content-based-router',
  chapter: 'hour',
  order: 4,
  title: { en: 'Send it where it belongs', zh: '该去哪儿就去哪儿' },
  pattern: 'Content-Based Router',
  components: ['choice'],
  summary: {
    en: 'Large expense claims land on the wrong desk. It is all in the order.',
    zh: '大额报销送错了地方，问题全在顺序。',
  },
}
export default lesson
