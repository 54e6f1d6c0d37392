// Data sync: contacts from a paged CRM into an ERP, with duplicates, mapping, an upsert, retries and a dead letter.
import type { App } from '../../model/app.ts'
import type { Template } from '../../model/template.ts'
import app from './app.json' with { type: 'json' }

const template: Template = {
  id: 'sync',
  name: { en: 'CRM → ERP contacts', zh: 'CRM → ERP 联系人同步' },
  summary: {
    en: 'Reads every page, drops duplicates, maps, writes; retries a 503, keeps a 422 as a dead letter.',
    zh: '逐页读取、去重、映射、写入；503 自动重试，422 进入死信。',
  },
  app: app as unknown as App,
  zh: {
    syncc0nt: '同步联系人',
    everyqtr: '每 15 分钟',
    startvar: '开始',
    tryerpxx: '直到 ERP 应答',
    geterpxx: '读取客户',
    cnterpxx: '统计重试',
    keeperpx: '按编号索引客户',
    everypag: '逐页读取',
    trypagex: '直到 CRM 应答',
    getpagex: '读取联系人',
    cntpagex: '统计重试',
    nextpage: '保留本页',
    newest0f: '制定计划',
    eachc0nt: '每个联系人',
    set1dxxx: '编号',
    whatt0d0: '如何处理',
    sk1ppedx: '已跳过',
    keeppr0b: '问题',
    deadma17: '死信',
    fa17ma17: '失败',
    erpcvst0: 'ERP 客户',
    changedx: '有变化吗',
    vnchangd: '无变化',
    trywr1te: '写入 ERP',
    vnt17pvt: '直到 ERP 接收',
    pvtcvst0: '写入客户',
    cntpvtxx: '统计重试',
    new0rn0t: '是新客户吗',
    createdx: '已新建',
    vpdatedx: '已更新',
    deaderpx: '死信',
    fa17erpx: '失败',
    rep0rtxx: '报告',
    '70grep0r': '记录报告',
    emptysam: '空消息',
  },
}
export default template
