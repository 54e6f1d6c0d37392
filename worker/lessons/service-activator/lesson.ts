// Service Activator: what comes by HTTP and what comes by night call the same service, and there is no second copy of it.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'service-activator',
  chapter: 'endpoints',
  order: 62,
  title: { en: 'One service, many doors', zh: '一个服务，多扇门' },
  pattern: 'Service Activator',
  components: ['flow-reference'],
  summary: {
    en: 'By day a book has reduced tax. By night it has not.',
    zh: '白天的书税率优惠，夜里却没有。',
  },
}
export default lesson
