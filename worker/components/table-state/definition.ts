// Table State: rows with a key, kept from run to run: read, written, and compared with what comes in.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition, Field } from '../../model/definition.ts'

const on = (...is: string[]): Pick<Field, 'when'> => ({ when: { field: 'operation', is } })

const tableState: ComponentDefinition = {
  id: 'table-state',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'table-2',
  label: componentLabel('Table State'),
  summary: {
    en: 'Keeps rows by their key, over runs and restarts: query, insert, merge, delete, diff.',
    zh: '跨运行和重启按主键保存行：查询、插入、合并、删除、比较。',
  },
  keywords: 'rows store snapshot changes delta upsert 表状态 行 快照 差异 增量',
  fields: [
    {
      name: 'operation',
      kind: 'select',
      label: { en: 'Operation', zh: '操作' },
      default: 'query',
      options: [
        { value: 'query', label: { en: 'Query', zh: '查询' } },
        { value: 'insert', label: { en: 'Insert', zh: '插入' } },
        { value: 'merge', label: { en: 'Merge', zh: '合并' } },
        { value: 'delete', label: { en: 'Delete', zh: '删除' } },
        { value: 'diff', label: { en: 'Compare', zh: '比较' } },
      ],
    },
    {
      name: 'table',
      kind: 'string',
      label: { en: 'Table', zh: '表' },
      help: { en: 'All flows of the app see it by this name.', zh: '本应用的所有流以此名称访问。' },
      required: true,
    },
    {
      name: 'key',
      kind: 'string',
      label: { en: 'Key column', zh: '主键列' },
      default: 'id',
    },
    {
      name: 'rows',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Rows', zh: '行' },
      help: { en: 'A list of dicts, or one dict.', zh: '字典列表，或一个字典。' },
      default: { mode: 'expression', source: 'msg.payload' },
      ...on('insert', 'merge', 'diff'),
    },
    {
      name: 'ignoreErrors',
      kind: 'boolean',
      label: { en: 'Pass over rows that do not go in', zh: '忽略无法插入的行' },
      default: true,
      ...on('insert'),
    },
    {
      name: 'only',
      kind: 'select',
      label: { en: 'Rows', zh: '合并方式' },
      default: 'both',
      options: [
        { value: 'both', label: { en: 'Are inserted or updated', zh: '插入或更新' } },
        { value: 'insert', label: { en: 'Are inserted only', zh: '仅插入' } },
        { value: 'update', label: { en: 'Are updated only', zh: '仅更新' } },
      ],
      ...on('merge'),
    },
    {
      name: 'extent',
      kind: 'select',
      label: { en: 'The rows are', zh: '数据范围' },
      default: 'full',
      options: [
        { value: 'full', label: { en: 'All there are: others were deleted', zh: '全量：缺少的视为已删除' } },
        { value: 'incremental', label: { en: 'Some of them', zh: '增量' } },
      ],
      ...on('diff'),
    },
    {
      name: 'keep',
      kind: 'boolean',
      label: { en: 'Keep the new rows', zh: '保存新的行' },
      help: {
        en: 'Off: the table stays, so that a failed run finds the same differences again.',
        zh: '关闭：表保持不变，失败的运行可再次得到相同的差异。',
      },
      default: false,
      ...on('diff'),
    },
    {
      name: 'keys',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Keys', zh: '主键值' },
      help: { en: 'One, or a list. Empty: all rows.', zh: '一个或列表。留空：所有行。' },
      ...on('query', 'delete'),
    },
    {
      name: 'where',
      kind: 'condition',
      label: { en: 'Where', zh: '条件' },
      help: {
        en: "msg.payload is the row: msg.payload['stock'] > 0.",
        zh: "msg.payload 为行：msg.payload['stock'] > 0。",
      },
      ...on('query', 'delete'),
    },
    {
      name: 'limit',
      kind: 'number',
      label: { en: 'At most', zh: '最多' },
      default: 1000,
      min: 1,
      max: 100_000,
      unit: { en: 'rows', zh: '行' },
      ...on('query'),
    },
    {
      name: 'columns',
      kind: 'lines',
      label: { en: 'Columns', zh: '列' },
      help: {
        en: 'One a line, `name: type`: int, float, bool, string(50), decimal(10,2), date, time, datetime. Empty: anything goes.',
        zh: '每行一列，`名称: 类型`：int、float、bool、string(50)、decimal(10,2)、date、time、datetime。留空：不限。',
      },
      placeholder: 'id: int\nname: string(50)',
      advanced: true,
    },
  ],
  line: (step) => ({
    text: `${String(step.config['operation'] ?? 'query')} ${String(step.config['table'] ?? '')}`.trim(),
  }),
  faults: [
    {
      code: 'CORE:TYPE',
      when: {
        en: 'What is given is no row, a row has no key, or a column is not of its type.',
        zh: '给出的不是行、行没有主键，或列的类型不符。',
      },
      hint: { en: 'The message names row and column.', zh: '错误信息会指明行和列。' },
    },
    {
      code: 'CORE:DUPLICATE',
      when: { en: 'A key is there already, and that is an error.', zh: '主键已存在，且视为错误。' },
      hint: { en: 'Merge instead, or pass over such rows.', zh: '改用合并，或忽略此类行。' },
    },
    {
      code: 'CORE:TABLE',
      when: {
        en: 'The table has another key, or a column is written wrong.',
        zh: '表的主键不同，或列的写法有误。',
      },
      hint: { en: 'Use one key column for a table everywhere.', zh: '同一张表使用同一主键列。' },
    },
    {
      code: 'CORE:TABLE_FULL',
      when: { en: 'The table would have more than 100,000 rows.', zh: '表将超过 100,000 行。' },
      hint: { en: 'Delete rows, or keep them in a database.', zh: '删除行，或使用数据库。' },
    },
  ],
}
export default tableState
