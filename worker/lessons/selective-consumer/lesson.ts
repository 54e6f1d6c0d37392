// Selective Consumer: whether a message is for you is asked first, before anything is done with it.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'selective-consumer',
  chapter: 'endpoints',
  order: 58,
  title: { en: 'Is it for me?', zh: '是给我的吗？' },
  pattern: 'Selective Consumer',
  summary: {
    en: 'The northern station buys a map for each alarm in the south.',
    zh: '南边每响一次警报，北站就买一张地图。',
  },
}
export default lesson
