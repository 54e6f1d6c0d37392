// Test Message: a message that only tests goes all the way, but the last step leaves the world alone.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'test-message',
  chapter: 'management',
  order: 68,
  title: { en: 'A test order is not shipped', zh: '测试订单不发货' },
  pattern: 'Test Message',
  summary: { en: 'Each morning somebody gets a free candle.', zh: '每天早上都有人收到一支免费蜡烛。' },
}
export default lesson
