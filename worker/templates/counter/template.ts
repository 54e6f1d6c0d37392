// Every minute: Scheduler and Cache: counts its runs, also after a reload.
import type { App } from '../../model/app.ts'
import type { Template } from '../../model/template.ts'
import app from './app.json' with { type: 'json' }

const template: Template = {
  id: 'counter',
  name: { en: 'Every minute', zh: '每分钟' },
  summary: {
    en: 'Scheduler and Cache: counts its runs, also after a reload.',
    zh: '定时触发与缓存：统计运行次数，刷新后仍在。',
  },
  app: app as unknown as App,
  zh: {
    c0vntef0: '计数',
    c0vntets: '每分钟',
    c0vntead: '读取计数',
    c0vntadd: '加一',
    c0vntekp: '保留',
    c0vntest: '保存计数',
    c0vnte10: '日志',
    c0vntend: '结果',
  },
}
export default template
