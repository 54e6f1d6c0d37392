// Every minute: Scheduler and Cache: counts its runs, also after a reload.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'counter',
  name: { en: 'Every minute', zh: '每分钟' },
  summary: {
    en: 'Scheduler and Cache: counts its runs, also after a reload.',
    zh: 'Scheduler 与 Cache：统计运行次数，刷新后仍在。',
  },
}
export default template
