// Normalizer: each partner writes in its own way, and after the normalizer all is in one form.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'normalizer',
  chapter: 'transformation',
  order: 50,
  title: { en: 'Many spellings, one form', zh: '写法各异，归成一种' },
  pattern: 'Normalizer',
  summary: {
    en: 'A cheese of 1.234,50 costs 1.23. Decimal commas are no points.',
    zh: '1.234,50 的奶酪只卖 1.23。逗号不是小数点。',
  },
}
export default lesson
