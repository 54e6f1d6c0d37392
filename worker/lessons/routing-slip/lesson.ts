// Routing Slip: the message says itself where it goes, and it is checked before the first step.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'routing-slip',
  chapter: 'routing',
  order: 34,
  title: { en: 'Read the slip before you begin', zh: '动手前先看流转单' },
  pattern: 'Routing Slip',
  summary: {
    en: 'A shoe was glued, and then nobody knew how to stitch it.',
    zh: '鞋粘好了，才发现没人会缝。',
  },
}
export default lesson
