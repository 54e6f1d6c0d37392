// Invalid Message Channel: a message that makes no sense is put aside and refused with 400; a failure of ours stays a 500.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'invalid-message-channel',
  chapter: 'channels',
  order: 18,
  title: { en: 'Whose fault is it?', zh: '是谁的错？' },
  pattern: 'Invalid Message Channel',
  components: ['validate'],
  summary: {
    en: 'A box without an address: the customer hears that we are broken.',
    zh: '箱子没有地址，顾客却听说是我们坏了。',
  },
}
export default lesson
