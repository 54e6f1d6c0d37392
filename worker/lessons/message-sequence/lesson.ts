// Message Sequence: a message that is sent in parts says of each which it is, and which is the last.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'message-sequence',
  chapter: 'construction',
  order: 12,
  title: { en: 'Number the parts', zh: '给每一部分编号' },
  pattern: 'Message Sequence',
  components: ['for-each'],
  summary: {
    en: 'The lighthouse waits for the rest of a story that is over.',
    zh: '故事讲完了，灯塔还在等下文。',
  },
}
export default lesson
