// Message Filter: of the lines of an order, only those that a warehouse has go on.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'message-filter',
  chapter: 'routing',
  order: 26,
  title: { en: 'Only let through what should pass', zh: '只让该过的消息过去' },
  pattern: 'Message Filter',
  components: ['filter'],
  summary: {
    en: 'A gift card got onto a picking list. Keep it out.',
    zh: '电子礼品卡混进了发货单，把它挡在外面。',
  },
}
export default lesson
