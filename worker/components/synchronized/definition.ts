// Synchronized: only one run of the project at a time is in the branch.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const synchronized: ComponentDefinition = {
  id: 'synchronized',
  version: 1,
  kind: 'scope',
  group: 'parallel',
  icon: 'lock',
  label: componentLabel('Synchronized'),
  summary: {
    en: 'Lets only one run at a time into its branch, over all apps of the project.',
    zh: '同一时间只允许一个运行进入分支，对项目内所有应用有效。',
  },
  keywords: 'lock mutex exclusive 同步锁 互斥 加锁',
  fields: [
    {
      name: 'name',
      kind: 'value',
      type: 'str',
      label: { en: 'Lock', zh: '锁名称' },
      help: { en: 'The same name is the same lock in every app.', zh: '所有应用中名称相同即为同一把锁。' },
      required: true,
    },
    {
      name: 'maxHold',
      kind: 'duration',
      label: { en: 'Hold at most', zh: '最长持有时间' },
      default: '1 h',
      min: 0.001,
      max: 3600,
    },
    {
      name: 'maxWait',
      kind: 'duration',
      label: { en: 'Wait at most', zh: '最长等待时间' },
      default: '1 h',
      max: 3600,
    },
  ],
  branches: [{ role: 'body', label: { en: 'One at a time', zh: '互斥执行' }, min: 1, max: 1, fields: [] }],
  line: (step) => lineOf(step.config['name']),
  faults: [
    {
      code: 'CORE:LOCK_TIMEOUT',
      when: { en: 'The lock was not free in time.', zh: '未能及时获得锁。' },
      hint: { en: 'Wait longer, or look for what holds it.', zh: '延长等待时间，或检查谁持有该锁。' },
    },
    {
      code: 'CORE:LOCK_EXPIRED',
      when: { en: 'The branch held the lock too long and was stopped.', zh: '分支持有锁过久，已被停止。' },
      hint: { en: 'Do less inside it, or let it hold longer.', zh: '减少分支内的工作，或延长持有时间。' },
    },
  ],
}
export default synchronized
