// Wire Tap: a copy goes beside the main line, and neither it nor its failure changes the message.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'wire-tap',
  chapter: 'management',
  order: 65,
  title: { en: 'Listen in, touch nothing', zh: '只听，不动' },
  pattern: 'Wire Tap',
  components: ['async'],
  summary: {
    en: 'Since the audit listens in, cards are charged with stars.',
    zh: '自从审计旁听，扣款用的卡号成了星号。',
  },
}
export default lesson
