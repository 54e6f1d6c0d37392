// Bidirectional sync: a three-way merge by field, people made twice found by their address, and no echo.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'bidirectional',
  name: { en: 'CRM ⇄ staff directory', zh: 'CRM ⇄ 员工通讯录' },
  summary: {
    en: 'Merges what changed on either side, field by field; reports conflicts; a second run does nothing.',
    zh: '按字段与上次共同状态三方合并两侧变更；报告冲突，第二次运行无操作。',
  },
}
export default template
