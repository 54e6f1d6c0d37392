// Composed Message Processor: parts go different ways and come together in the order in which they came.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'composed-processor',
  chapter: 'routing',
  order: 32,
  title: { en: 'Apart, and together in the same order', zh: '分开做，按原样合起来' },
  pattern: 'Composed Message Processor',
  summary: {
    en: 'The receipt lists the ice cream first. The customer cannot find his pasta.',
    zh: '小票把冰淇淋排到了前面，顾客找不到意面。',
  },
}
export default lesson
