// Change Data Capture: the cursor moves on when what lies behind it is really delivered.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'change-data-capture',
  chapter: 'hour',
  order: 10,
  title: { en: 'Only what has changed', zh: '只搬变化的部分' },
  pattern: 'Change Data Capture',
  components: ['state-store'],
  summary: {
    en: 'One bad night, and two members are never copied.',
    zh: '一个糟糕的夜晚，两位会员再也没同步过去。',
  },
}
export default lesson
