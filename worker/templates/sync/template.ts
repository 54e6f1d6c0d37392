// Data sync: contacts from a paged CRM into an ERP, with duplicates, mapping, an upsert, retries and a dead letter.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'sync',
  name: { en: 'CRM → ERP contacts', zh: 'CRM → ERP 联系人同步' },
  summary: {
    en: 'Reads every page, drops duplicates, maps, writes; retries a 503, keeps a 422 as a dead letter.',
    zh: '逐页读取、去重、映射、写入；503 自动重试，422 进入死信。',
  },
}
export default template
