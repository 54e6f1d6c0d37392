// Webhook Signature: a signature is of the bytes as they came, not of what they mean.
import type { LessonCard } from '../../model/lesson-folder.ts'

const lesson: LessonCard = {
  id: 'webhook-signature',
  chapter: 'beyond',
  order: 72,
  title: { en: 'Check the letter, not your copy', zh: '验原件，不验抄件' },
  pattern: 'Webhook Signature',
  summary: { en: 'Each genuine message is turned away as forged.', zh: '每一条真消息都被当成伪造的。' },
}
export default lesson
