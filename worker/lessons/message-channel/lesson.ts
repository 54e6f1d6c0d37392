// Message Channel: whoever has a reminder gives it to the channel; only the channel knows how it is sent.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'message-channel',
  chapter: 'foundations',
  order: 2,
  title: { en: 'One way for one kind of message', zh: '一类消息走一条路' },
  pattern: 'Message Channel',
  components: ['flow-reference'],
  summary: { en: 'Patients of the dentist get each reminder twice.', zh: '牙科的病人每条提醒都收到两次。' },
}
export default lesson
