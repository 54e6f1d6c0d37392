// Circuit Breaker: stops calling what fails again and again, and tries it again after a wait.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const circuitBreaker: ComponentDefinition = {
  id: 'circuit-breaker',
  version: 1,
  kind: 'scope',
  group: 'errors',
  icon: 'plug-zap',
  label: componentLabel('Circuit Breaker'),
  summary: {
    en: 'After several failures it answers from its fallback for a while, then tries again.',
    zh: '连续失败后，一段时间内改由后备分支应答，随后再次尝试。',
  },
  keywords: 'fallback protect resilience 熔断器 降级 保护',
  fields: [
    {
      name: 'failures',
      kind: 'number',
      label: { en: 'Open after', zh: '熔断阈值' },
      default: 5,
      min: 1,
      max: 1000,
      unit: { en: 'failures', zh: '次失败' },
    },
    {
      name: 'window',
      kind: 'duration',
      label: { en: 'Within', zh: '统计时长' },
      default: '60 s',
      min: 0.001,
      max: 86_400,
    },
    {
      name: 'wait',
      kind: 'duration',
      label: { en: 'Try again after', zh: '恢复等待时间' },
      default: '30 s',
      min: 0.001,
      max: 86_400,
    },
    {
      name: 'errors',
      kind: 'patterns',
      label: { en: 'Errors that count', zh: '计入的错误' },
      default: 'ANY',
      advanced: true,
    },
  ],
  branches: [
    { role: 'body', label: { en: 'Call', zh: '调用' }, min: 1, max: 1, fields: [] },
    { role: 'fallback', label: { en: 'While open', zh: '熔断时' }, min: 1, max: 1, fields: [] },
  ],
  line: (step) => ({ text: `≥ ${String(step.config['failures'] ?? 5)}` }),
  faults: [
    {
      code: 'CORE:CIRCUIT_OPEN',
      when: { en: 'It is open and its fallback is empty.', zh: '熔断中，且后备分支为空。' },
      hint: { en: 'Put a step into the fallback, or wait.', zh: '在后备分支中放入步骤，或等待恢复。' },
    },
  ],
}
export default circuitBreaker
