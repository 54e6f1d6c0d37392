// Aggregator: messages that belong together are collected, and what stays incomplete is let go in time.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'aggregator',
  chapter: 'routing',
  order: 30,
  title: { en: 'Wait for all, but not for ever', zh: '等齐了再走，但别一直等' },
  pattern: 'Aggregator',
  components: ['aggregator'],
  summary: {
    en: 'A pallet lacks one crate, and the truck is never called.',
    zh: '托盘少一箱，货车就一直没人叫。',
  },
}
export default lesson
