// State Store: a text, a list or a hash under a key, kept from run to run, for all flows of the app.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition, Field } from '../../model/definition.ts'

const on = (field: string, ...is: string[]): Pick<Field, 'when'> => ({ when: { field, is } })

const stateStore: ComponentDefinition = {
  id: 'state-store',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'database',
  label: componentLabel('State Store'),
  summary: {
    en: 'Keeps a value, a list or a hash under a key, over runs and restarts.',
    zh: '跨运行和重启按键保存值、列表或哈希。',
  },
  keywords: 'key value list hash queue push pop expire 状态存储 键值 列表 哈希 队列 过期',
  fields: [
    {
      name: 'type',
      kind: 'select',
      label: { en: 'Kind', zh: '类型' },
      default: 'value',
      options: [
        { value: 'value', label: { en: 'Value', zh: '值' } },
        { value: 'list', label: { en: 'List', zh: '列表' } },
        { value: 'hash', label: { en: 'Hash', zh: '哈希' } },
      ],
    },
    {
      name: 'operation',
      kind: 'select',
      label: { en: 'Operation', zh: '操作' },
      default: 'get',
      options: [
        { value: 'get', label: { en: 'Get', zh: '读取' } },
        { value: 'set', label: { en: 'Set', zh: '写入' } },
        { value: 'push', label: { en: 'Push (list)', zh: '放入（列表）' } },
        { value: 'peek', label: { en: 'Peek (list)', zh: '查看（列表）' } },
        { value: 'pop', label: { en: 'Pop (list)', zh: '取出（列表）' } },
        { value: 'length', label: { en: 'Length (list, hash)', zh: '长度（列表、哈希）' } },
        { value: 'delete', label: { en: 'Delete', zh: '删除' } },
        { value: 'expire', label: { en: 'Expire', zh: '设置过期' } },
      ],
    },
    {
      name: 'key',
      kind: 'value',
      type: 'str',
      label: { en: 'Key', zh: '键' },
      help: { en: '1 to 30 characters.', zh: '1 至 30 个字符。' },
      required: true,
    },
    {
      name: 'field',
      kind: 'value',
      type: 'str',
      label: { en: 'Field', zh: '字段' },
      help: { en: 'Of a hash. Empty: the whole hash.', zh: '哈希的字段。留空：整个哈希。' },
      ...on('type', 'hash'),
    },
    {
      name: 'value',
      kind: 'value',
      label: { en: 'Value', zh: '值' },
      default: { mode: 'expression', source: 'msg.payload' },
      ...on('operation', 'set', 'push'),
    },
    {
      name: 'end',
      kind: 'select',
      label: { en: 'End', zh: '端' },
      default: 'tail',
      options: [
        { value: 'head', label: { en: 'Head', zh: '头部' } },
        { value: 'tail', label: { en: 'Tail', zh: '尾部' } },
      ],
      ...on('operation', 'push', 'peek', 'pop'),
    },
    {
      name: 'days',
      kind: 'number',
      label: { en: 'Expires after', zh: '过期时间' },
      help: { en: '0: never.', zh: '0：永不过期。' },
      default: 0,
      min: 0,
      max: 3650,
      unit: { en: 'days', zh: '天' },
      ...on('operation', 'set', 'expire'),
    },
  ],
  line: (step) => {
    const { type = 'value', operation = 'get', key } = step.config
    const name = typeof key === 'object' && key && 'source' in key ? key.source : (key ?? '')
    return { text: `${String(operation)} ${String(type)} ${String(name)}`.trim() }
  },
  faults: [
    {
      code: 'CORE:TYPE',
      when: {
        en: 'The key is empty or too long, what stands under it is of another kind, or the kind has no such operation.',
        zh: '键为空或过长、该键下是其他类型，或该类型没有此操作。',
      },
      hint: { en: 'The message names key, kind and operation.', zh: '错误信息会指明键、类型和操作。' },
    },
    {
      code: 'CORE:STATE_FULL',
      when: { en: 'What stands under the key would have more than 1 MiB.', zh: '该键下的内容将超过 1 MiB。' },
      hint: { en: 'Keep less, or use several keys.', zh: '减少保存的内容，或使用多个键。' },
    },
  ],
}
export default stateStore
