// Until Successful: runs its branch again until it succeeds, with a wait between the tries.
import { componentLabel } from '../../model/component-label.ts'
import { backoffFields } from '../backoff.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const untilSuccessful: ComponentDefinition = {
  id: 'until-successful',
  version: 1,
  kind: 'scope',
  group: 'errors',
  icon: 'rotate-ccw',
  label: componentLabel('Until Successful'),
  summary: {
    en: 'Repeats its branch until it succeeds or the tries are used up.',
    zh: '重复执行分支，直到成功或用尽重试次数。',
  },
  keywords: 'retry repeat backoff 直到成功 重试 退避',
  fields: [
    {
      name: 'retryType',
      kind: 'select',
      label: { en: 'Try again', zh: '重试类型' },
      default: 'none',
      options: [
        { value: 'none', label: { en: 'when it fails', zh: '仅在出错时' } },
        { value: 'success', label: { en: 'while the condition is false', zh: '成功条件为假时' } },
        { value: 'failure', label: { en: 'while the condition is true', zh: '失败条件为真时' } },
      ],
    },
    {
      name: 'condition',
      kind: 'condition',
      label: { en: 'Condition', zh: '条件' },
      help: { en: "Sees the branch's result.", zh: '对分支的结果求值。' },
      required: true,
      when: { field: 'retryType', is: ['success', 'failure'] },
    },
    {
      name: 'maxRetries',
      kind: 'number',
      label: { en: 'Retries', zh: '最大重试次数' },
      default: 3,
      min: 1,
      max: 100,
    },
    {
      name: 'interval',
      kind: 'duration',
      label: { en: 'Wait between', zh: '重试间隔' },
      default: '60 s',
      max: 300,
    },
    {
      name: 'retryOn',
      kind: 'patterns',
      label: { en: 'Errors to retry', zh: '重试的错误' },
      help: {
        en: 'Other errors are thrown at once. ANY, HTTP:5XX, HTTP:TIMEOUT …',
        zh: '其他错误立即抛出。ANY、HTTP:5XX、HTTP:TIMEOUT 等。',
      },
      default: 'ANY',
    },
    ...backoffFields,
  ],
  branches: [{ role: 'body', label: { en: 'Attempt', zh: '尝试' }, min: 1, max: 1, fields: [] }],
  line: (step) => ({
    text: `≤ ${lineOf(step.config['maxRetries'] ?? 3).text} × ${lineOf(step.config['interval'] ?? '60 s').text}`,
  }),
  faults: [
    {
      code: 'CORE:RETRY_EXHAUSTED',
      when: {
        en: 'All tries failed; the last error is its cause.',
        zh: '全部重试失败；最后一个错误为其原因。',
      },
      hint: {
        en: 'Look at the cause; catch it with a Try around.',
        zh: '查看原因；可在外层用 Try 处理。',
      },
    },
  ],
}
export default untilSuccessful
