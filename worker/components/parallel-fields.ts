// Fields of the scopes whose branches run beside each other.
import type { Field } from '../model/definition.ts'

export const parallelFields: Field[] = [
  {
    name: 'parallel',
    kind: 'number',
    label: { en: 'At once', zh: '最大并行数' },
    default: 4,
    min: 2,
    max: 8,
  },
  {
    name: 'collectErrors',
    kind: 'boolean',
    label: { en: 'Collect errors', zh: '收集错误' },
    help: {
      en: 'Every result is {ok, value} or {ok, error}. Off: the first error stops the others.',
      zh: '每个结果为 {ok, value} 或 {ok, error}。关闭时第一个错误会停止其他分支。',
    },
    default: false,
    advanced: true,
  },
  {
    name: 'workers',
    kind: 'boolean',
    label: { en: 'In parallel workers', zh: '并行工作线程' },
    help: {
      en: 'For branches that compute: they use all cores. One with a step that waits, such as HTTP Request, runs beside the others in one worker.',
      zh: '适用于计算型分支：使用所有 CPU 核心。含等待步骤（如 HTTP Request）的分支仍在同一工作线程内并发执行。',
    },
    default: false,
    advanced: true,
  },
]
