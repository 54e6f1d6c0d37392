// Scheduler: starts a flow by the clock, with an empty message.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const scheduler: ComponentDefinition = {
  id: 'scheduler',
  version: 1,
  kind: 'trigger',
  group: 'trigger',
  icon: 'clock',
  label: componentLabel('Scheduler'),
  summary: {
    en: 'Starts the flow at set times: by cron text, at an interval, or at given moments.',
    zh: '按 Cron 表达式、固定间隔或指定时间点启动流。',
  },
  keywords: 'cron timer interval 定时触发 定时 计划 周期',
  fields: [
    {
      name: 'mode',
      kind: 'select',
      label: { en: 'When', zh: '方式' },
      default: 'cron',
      options: [
        { value: 'cron', label: { en: 'Cron', zh: 'Cron 表达式' } },
        { value: 'periodic', label: { en: 'Every …', zh: '周期执行' } },
        { value: 'once', label: { en: 'At given times', zh: '指定时间' } },
      ],
    },
    {
      name: 'cron',
      kind: 'cron',
      label: { en: 'Cron', zh: 'Cron 表达式' },
      help: {
        en: '6 or 7 parts: seconds first, 1 = Sunday, one day part is ?. 5 parts: minutes first, 0 = Sunday. One a line; any of them fires.',
        zh: '6 或 7 段：以秒开头，1 = 星期日，两个日期段之一写 ?。5 段：以分钟开头，0 = 星期日。每行一个，任意一个匹配即触发。',
      },
      required: true,
      default: '0 0 8 * * ?',
      when: { field: 'mode', is: ['cron'] },
    },
    {
      name: 'every',
      kind: 'duration',
      label: { en: 'Every', zh: '间隔' },
      required: true,
      default: '15 min',
      min: 1,
      when: { field: 'mode', is: ['periodic'] },
    },
    {
      name: 'times',
      kind: 'lines',
      label: { en: 'Times', zh: '时间点' },
      help: { en: 'One a line: 2026-12-24 18:00:00.', zh: '每行一个：2026-12-24 18:00:00。' },
      required: true,
      placeholder: '2026-12-24 18:00:00',
      when: { field: 'mode', is: ['once'] },
    },
    {
      name: 'zone',
      kind: 'zone',
      label: { en: 'Time zone', zh: '时区' },
      help: { en: 'Empty: that of this browser.', zh: '留空：使用本浏览器的时区。' },
      default: '',
    },
    {
      name: 'skipIfRunning',
      kind: 'boolean',
      label: { en: 'Skip when the previous run has not finished', zh: '上一次未结束时跳过' },
      default: false,
    },
    {
      name: 'catchUp',
      kind: 'select',
      label: { en: 'Missed while the tab was closed', zh: '页面关闭期间错过的' },
      default: 'none',
      options: [
        { value: 'none', label: { en: 'Leave out', zh: '忽略' } },
        { value: 'once', label: { en: 'Run once', zh: '补跑一次' } },
        { value: 'all', label: { en: 'Run each', zh: '逐次补跑' } },
      ],
      advanced: true,
    },
  ],
  output: () => ({ type: 'none' }),
  line: (step) => {
    const mode = step.config['mode'] ?? 'cron'
    const field = mode === 'periodic' ? 'every' : mode === 'once' ? 'times' : 'cron'
    const fallback = scheduler.fields.find((f) => f.name === field)!.default
    return { text: lineOf(step.config[field] ?? fallback).text, code: field === 'cron' }
  },
  faults: [
    {
      code: 'CRON:SYNTAX',
      when: { en: 'The cron text cannot be read.', zh: 'Cron 表达式无法解析。' },
      hint: { en: 'Write seconds first: 0 0 8 * * ?', zh: '以秒开头书写：0 0 8 * * ?' },
    },
  ],
}
export default scheduler
