// Message: what the sender says beside the content is in the attributes, not in the payload.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'message',
  chapter: 'hour',
  order: 1,
  title: { en: 'A message has three parts', zh: '一条消息有三个部分' },
  pattern: 'Message',
  summary: {
    en: 'The answer does not name the shop. It was there all the time.',
    zh: '应答里没有门店名。其实它一直都在。',
  },
}
export default lesson
