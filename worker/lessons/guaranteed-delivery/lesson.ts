// Guaranteed Delivery: what waits in the outbox is taken out after it was delivered, not before.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'guaranteed-delivery',
  chapter: 'channels',
  order: 20,
  title: { en: 'Let go when it has arrived', zh: '送到了再放手' },
  pattern: 'Guaranteed Delivery',
  components: ['state-store'],
  summary: {
    en: 'A letter is taken out of the outbox, and the post office is closed.',
    zh: '信从发件箱里取了出来，邮局却关着门。',
  },
}
export default lesson
