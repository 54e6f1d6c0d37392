// Event-Driven Consumer: the sender hears that the message has come; the work goes on without it.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'event-driven-consumer',
  chapter: 'endpoints',
  order: 56,
  title: { en: 'Say thanks first, work later', zh: '先说收到，再去干活' },
  pattern: 'Event-Driven Consumer',
  components: ['async'],
  summary: {
    en: 'The scale hangs up after three seconds, and weighs the same car again.',
    zh: '地磅等三秒就挂断，又把同一辆车称了一遍。',
  },
}
export default lesson
