// Splitter: each part of a split message still has to know where it comes from.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'splitter',
  chapter: 'hour',
  order: 5,
  title: { en: 'One order, many jobs', zh: '一张订单，多个任务' },
  pattern: 'Splitter',
  components: ['splitter'],
  summary: {
    en: 'The warehouse gets three jobs and cannot tell whose they are.',
    zh: '仓库收到三个任务，却不知道是谁的订单。',
  },
}
export default lesson
