// Rate Limiter: so many messages a second, minute or hour; the others are refused or wait.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const rateLimiter: ComponentDefinition = {
  id: 'rate-limiter',
  version: 1,
  kind: 'step',
  group: 'parallel',
  icon: 'gauge',
  label: componentLabel('Rate Limiter'),
  summary: {
    en: 'Lets so many messages through in a second or minute.',
    zh: '限制每秒或每分钟通过的消息数。',
  },
  keywords: 'throttle quota token bucket 限流 流控 令牌桶',
  fields: [
    {
      name: 'count',
      kind: 'number',
      label: { en: 'Messages', zh: '消息数' },
      required: true,
      default: 10,
      min: 1,
      max: 1_000_000,
    },
    {
      name: 'unit',
      kind: 'select',
      label: { en: 'In a', zh: '单位' },
      default: 'second',
      options: [
        { value: 'second', label: { en: 'Second', zh: '秒' } },
        { value: 'minute', label: { en: 'Minute', zh: '分钟' } },
      ],
    },
    {
      name: 'policy',
      kind: 'select',
      label: { en: 'Beyond that', zh: '超出时' },
      default: 'reject',
      options: [
        { value: 'reject', label: { en: 'Refuse', zh: '拒绝' } },
        { value: 'queue', label: { en: 'Wait', zh: '排队等待' } },
      ],
    },
    {
      name: 'maxWait',
      kind: 'duration',
      label: { en: 'Wait at most', zh: '最长等待时间' },
      default: '60 s',
      max: 3600,
      when: { field: 'policy', is: ['queue'] },
    },
  ],
  line: (step) => ({
    text: `${String(step.config['count'] ?? 10)} / ${String(step.config['unit'] ?? 'second')}`,
  }),
  faults: [
    {
      code: 'CORE:RATE_LIMITED',
      when: {
        en: 'No token: too many messages, or the wait would be too long.',
        zh: '没有令牌：消息过多，或等待时间过长。',
      },
      hint: { en: 'Send less, or let it wait.', zh: '减少发送，或改为排队等待。' },
    },
  ],
}
export default rateLimiter
