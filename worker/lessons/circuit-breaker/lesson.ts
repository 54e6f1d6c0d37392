// Circuit Breaker: a service that is down is left alone for a while, and then one message tries again.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'circuit-breaker',
  chapter: 'routing',
  order: 42,
  title: { en: 'Leave it alone, then try again', zh: '先放过它，再试一次' },
  pattern: 'Circuit Breaker',
  components: ['circuit-breaker'],
  summary: {
    en: 'The service is well again. The café still does not ask it.',
    zh: '服务早就好了，咖啡馆却还不去问它。',
  },
}
export default lesson
