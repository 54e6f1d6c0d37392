// Claim Check: what is large waits in a store while a light message travels, and leaves the store when all is done.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'claim-check',
  chapter: 'transformation',
  order: 49,
  title: { en: 'Leave the luggage at the counter', zh: '行李先寄存' },
  pattern: 'Claim Check',
  components: ['state-store'],
  summary: {
    en: 'The photo lab runs out of room: no photo is ever taken out.',
    zh: '照相馆快没地方了：照片只进不出。',
  },
}
export default lesson
