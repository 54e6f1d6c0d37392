// Dead Letter Channel, Retry: what may pass is tried again a few times; what never will is put aside with its reason.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'dead-letter-channel',
  chapter: 'hour',
  order: 7,
  title: { en: 'Try again, but not for ever', zh: '可以重试，但要有个头' },
  pattern: 'Dead Letter Channel, Retry',
  components: ['try', 'until-successful'],
  summary: {
    en: 'A payout to a closed account is tried again and again. Then it is lost.',
    zh: '付给已销账户的款反复重试，最后丢了。',
  },
}
export default lesson
