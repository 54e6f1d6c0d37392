// Message Router: a router says so when it does not know where a message belongs.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'message-router',
  chapter: 'foundations',
  order: 4,
  title: { en: 'And what about the rest?', zh: '那其余的呢？' },
  pattern: 'Message Router',
  components: ['raise-error'],
  summary: {
    en: 'A message of an unknown kind is thanked for, and lost.',
    zh: '未知类型的消息得到一声谢谢，然后丢了。',
  },
}
export default lesson
