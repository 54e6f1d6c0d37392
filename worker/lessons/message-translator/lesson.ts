// Message Translator: XML of a supplier becomes JSON of a shop, and an element that has text and an attribute keeps both.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'message-translator',
  chapter: 'hour',
  order: 3,
  title: { en: 'Say it in the words of the other', zh: '换成对方的说法' },
  pattern: 'Message Translator',
  components: ['transform'],
  summary: {
    en: 'A catalogue of lamps comes as XML, and the currency gets lost.',
    zh: '灯具目录是 XML，转换时丢了币种。',
  },
}
export default lesson
