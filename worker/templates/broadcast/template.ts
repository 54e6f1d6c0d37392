// Broadcast: one order in four forms to four systems at once; who is down becomes a dead letter and hinders nobody.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'broadcast',
  name: { en: 'One order → four systems', zh: '一张订单 → 四个系统' },
  summary: {
    en: 'ERP, warehouse, chat robot and sheet get it at once; the robot is down and becomes a dead letter, the others do not care.',
    zh: '同时发送到 ERP、仓库、聊天机器人和表格；机器人故障进入死信，其余不受影响。',
  },
}
export default template
