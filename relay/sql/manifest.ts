// What the manifests of the SQL databases share: fields of a connection, operations, errors.
import type { FaultRow, Field, Shape } from '../../worker/model/definition.ts'
import type { ProtocolOperation } from '../../worker/model/protocol-manifest.ts'
import { choice, failure, needed, number, password, t, target, text, tls, user, value } from '../manifest.ts'

export function sqlFields(port: number): Field[] {
  return [
    ...target(port),
    { ...user, required: true },
    password,
    text('database', t('Database', '数据库'), { required: true }),
    number('connectTimeout', t('Connect within', '连接超时'), {
      default: 5,
      min: 1,
      max: 30,
      unit: t('s', '秒'),
      advanced: true,
    }),
    ...tls,
  ]
}

const bySql = { field: 'by', is: ['sql'] }
const byTable = { field: 'by', is: ['table'] }
const by = choice('by', t('By', '方式'), [
  ['sql', t('SQL', 'SQL')],
  ['table', t('Table', '数据表')],
])
const sql = (placeholder: string): Field => ({
  ...needed('sql', t('SQL', 'SQL 语句'), 'str', {
    help: t('Values go in as :name.', '参数写作 :name。'),
    placeholder,
    modes: ['text', 'expression', 'code'],
    when: bySql,
  }),
})
const parameters: Field = {
  name: 'parameters',
  kind: 'rows',
  label: t('Parameters', '参数'),
  help: t('Name and value of each :name.', '每个 :name 的名称与值。'),
  when: bySql,
}
const table = needed('table', t('Table', '数据表'), 'str', { placeholder: 'orders', when: byTable })
const where: Field = {
  name: 'where',
  kind: 'rows',
  label: t('Where', '条件'),
  help: t('Column and value; a list is one of, None is null.', '列与值；列表表示任一，None 表示空值。'),
  when: byTable,
}
const rows: Shape = { type: 'list', items: { type: 'dict', fields: {} } }

export function sqlOperationManifests(givesLastId: boolean): ProtocolOperation[] {
  const affected: Shape = { type: 'dict', fields: { rowsAffected: { type: 'int' } } }
  const inserted: Shape = givesLastId
    ? { type: 'dict', fields: { rowsAffected: { type: 'int' }, lastId: { type: 'int' } } }
    : affected
  return [
    {
      id: 'query',
      label: t('Query', '查询'),
      summary: t('Reads rows, all at once.', '一次读取全部行。'),
      repeatable: true,
      fields: [
        by,
        sql('SELECT * FROM orders WHERE id = :id'),
        parameters,
        table,
        value('columns', t('Columns', '列'), undefined, {
          help: t('A list, or names with commas; empty: all.', '列表，或以逗号分隔；留空表示全部。'),
          when: byTable,
        }),
        where,
        value('order', t('Order', '排序'), undefined, { placeholder: 'created desc', when: byTable }),
        number('limit', t('At most', '最多行数'), {
          default: 0,
          min: 0,
          help: t('0: all.', '0 表示全部。'),
          when: byTable,
        }),
      ],
      output: rows,
      gives: t('A list of dicts; decimals as text ("25.16").', '字典列表；小数为文本（"25.16"）。'),
    },
    {
      id: 'query-batches',
      label: t('Query in batches', '分批查询'),
      summary: t(
        'Runs its branch for each batch of rows, in constant memory.',
        '逐批读取行并执行分支，内存占用恒定。',
      ),
      stream: true,
      repeatable: true,
      fields: [
        { ...sql('SELECT * FROM orders ORDER BY id'), when: undefined },
        { ...parameters, when: undefined },
        number('size', t('Rows in a batch', '每批行数'), { default: 1000, min: 1, max: 10_000 }),
      ],
      output: rows,
      gives: t(
        'In the branch a list of dicts; afterwards the number of batches.',
        '分支中为字典列表；结束后为批数。',
      ),
    },
    {
      id: 'insert',
      label: t('Insert', '插入'),
      summary: t('Adds one row or many.', '插入一行或多行。'),
      fields: [
        by,
        sql('INSERT INTO orders (id, name) VALUES (:id, :name)'),
        parameters,
        table,
        needed('values', t('Rows', '行'), undefined, {
          help: t('A dict, or a list of dicts.', '字典或字典列表。'),
          default: { mode: 'expression', source: 'msg.payload' },
          when: byTable,
        }),
      ],
      output: inserted,
      gives: t('How many rows were added.', '插入的行数。'),
    },
    {
      id: 'update',
      label: t('Update', '更新'),
      summary: t('Changes rows.', '更新行。'),
      fields: [
        by,
        sql('UPDATE orders SET name = :name WHERE id = :id'),
        parameters,
        table,
        {
          name: 'values',
          kind: 'rows',
          label: t('Columns', '列'),
          help: t('Column and new value.', '列与新值。'),
          when: byTable,
        },
        where,
      ],
      output: affected,
      gives: t('How many rows were changed.', '更新的行数。'),
    },
    {
      id: 'delete',
      label: t('Delete', '删除'),
      summary: t('Removes rows.', '删除行。'),
      fields: [by, sql('DELETE FROM orders WHERE id = :id'), parameters, table, where],
      output: affected,
      gives: t('How many rows were removed.', '删除的行数。'),
    },
  ]
}

export const sqlFaults: FaultRow[] = [
  failure(
    'DATABASE:AUTH',
    t('User or password is wrong.', '用户名或密码错误。'),
    t('Check the connection.', '检查连接。'),
  ),
  failure(
    'DATABASE:NO_DATABASE',
    t('There is no such database.', '数据库不存在。'),
    t('Check its name.', '检查名称。'),
  ),
  failure(
    'DATABASE:NO_TABLE',
    t('There is no such table.', '数据表不存在。'),
    t('Check its name and schema.', '检查名称与模式。'),
  ),
  failure(
    'DATABASE:DENIED',
    t('The user may not do this.', '该用户无此权限。'),
    t('Ask the database’s operator for the permission.', '向数据库管理员申请权限。'),
  ),
  failure(
    'DATABASE:NAME',
    t('A table or column has no name, or one with a control character.', '表名或列名为空，或含有控制字符。'),
    t('Check the name.', '检查名称。'),
  ),
  failure(
    'DATABASE:SYNTAX',
    t('The SQL is not well formed, or names what is not there.', 'SQL 有误，或引用了不存在的名称。'),
    t('The message has the database’s words.', '错误信息中有数据库的原文。'),
  ),
  failure(
    'DATABASE:DUPLICATE',
    t('A row with this key is there already.', '该键的行已存在。'),
    t('Update it instead.', '改为更新。'),
  ),
  failure(
    'DATABASE:CONSTRAINT',
    t('The row breaks a rule of its table.', '该行违反表的约束。'),
    t('Look at the message.', '查看错误信息。'),
  ),
  failure(
    'DATABASE:CONFLICT',
    t('Another transaction was in the way.', '与另一事务冲突。'),
    t('Retry it.', '重试。'),
  ),
  failure(
    'DATABASE:PARAMETER',
    t('The SQL names a parameter that has no value.', 'SQL 中的参数没有值。'),
    t('Add it to the parameters.', '在参数中补充。'),
  ),
  failure(
    'DATABASE:ERROR',
    t('Anything else the database refuses.', '数据库拒绝的其他情况。'),
    t('The message has its words.', '错误信息中有原文。'),
  ),
]
