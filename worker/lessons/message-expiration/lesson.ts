// Message Expiration: how old a message is can be said only with the zones of both clocks.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'message-expiration',
  chapter: 'construction',
  order: 13,
  title: { en: 'Too late is too late', zh: '过时就不算数' },
  pattern: 'Message Expiration',
  summary: {
    en: 'A fresh storm warning is thrown away as two hours old.',
    zh: '刚发出的风暴预警被当成两小时前的丢掉了。',
  },
}
export default lesson
