// Try: runs its branch; when it fails, the first catch branch that takes the error may retry it, then runs instead.
import { componentLabel } from '../../model/component-label.ts'
import { backoffFields } from '../backoff.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const tryScope: ComponentDefinition = {
  id: 'try',
  version: 1,
  kind: 'scope',
  group: 'errors',
  icon: 'shield',
  label: componentLabel('Try'),
  summary: {
    en: 'Catches errors of its branch: by type, with retries, in catch branches of their own.',
    zh: '捕获分支中的错误：按类型匹配，可重试，并由对应的捕获分支处理。',
  },
  keywords: 'catch error exception retry 错误捕获 异常 捕获 重试',
  fields: [
    {
      name: 'transaction',
      kind: 'boolean',
      label: { en: 'Database rollback', zh: '数据库回滚' },
      help: {
        en: 'Database steps inside become one transaction a connection: an error rolls all of it back.',
        zh: '其中的数据库步骤按连接合为一个事务：出错时全部回滚。',
      },
      default: false,
      advanced: true,
    },
  ],
  branches: [
    { role: 'body', label: { en: 'Try', zh: '尝试' }, min: 1, max: 1, fields: [] },
    {
      role: 'catch',
      label: { en: 'Catch', zh: '捕获' },
      min: 1,
      fields: [
        {
          name: 'errors',
          kind: 'patterns',
          label: { en: 'Error types', zh: '错误类型' },
          help: {
            en: 'ANY, HTTP (all of HTTP:*), HTTP:5XX, HTTP:404; several with commas.',
            zh: 'ANY、HTTP（全部 HTTP:*）、HTTP:5XX、HTTP:404；多个用逗号分隔。',
          },
          default: 'ANY',
        },
        {
          name: 'retries',
          kind: 'number',
          label: { en: 'Retries', zh: '重试次数' },
          help: { en: 'Before this branch runs.', zh: '在执行该分支之前重试。' },
          default: 0,
          min: 0,
          max: 5,
        },
        {
          name: 'interval',
          kind: 'duration',
          label: { en: 'Wait between', zh: '重试间隔' },
          default: '60 s',
          max: 300,
        },
        ...backoffFields,
      ],
    },
  ],
  pure: true,
  faults: [],
}
export default tryScope
