// SQLite in this browser: a database of its own, in memory or kept in the browser's private file system.
import { componentLabel } from '../../../worker/model/component-label.ts'
import { choice, failure, lines, needed, number, t, text, value } from '../../../relay/manifest.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'

const sql = needed('sql', t('SQL', 'SQL 语句'), 'str', {
  help: t('Values by name, :id, or in order, ?.', '值按名称 :id 或按顺序 ?。'),
  placeholder: 'select * from orders where id = :id',
})
const parameters = value('parameters', t('Parameters', '参数'), undefined, {
  help: t('A dict by name, or a list in order.', '按名称的字典，或按顺序的列表。'),
})

const manifest: ProtocolManifest = {
  id: 'sql',
  label: componentLabel('SQL database in this browser'),
  summary: t('Tables in this browser, by SQLite.', '使用 SQLite 在本浏览器中存放表。'),
  icon: 'table-2',
  keywords: 'sqlite database table query 浏览器 数据库 表 查询',
  docs: 'sqlite.org/lang.html',
  tested: t('Tried with SQLite 3 as WebAssembly.', '已用 WebAssembly 版 SQLite 3 测试。'),
  runs: 'page',
  target: 'none',
  shares: true,
  transactions: true,
  fields: [
    text('database', t('Database', '数据库'), {
      default: 'main',
      help: t('Letters, digits, - and _.', '字母、数字、- 与 _。'),
    }),
    choice('place', t('Kept', '保存位置'), [
      ['browser', t('In this browser', '本浏览器')],
      ['memory', t('In memory, while the tab lives', '内存（标签页关闭即清空）')],
    ]),
    lines('schema', t('Tables', '建表语句'), {
      help: t('Runs each time the database is opened: create table if not exists …', '每次打开数据库时执行：create table if not exists …'), // prettier-ignore
    }),
  ],
  faults: [
    failure(
      'SQL:ERROR',
      t('SQLite does not take the statement.', 'SQLite 不接受该语句。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    failure(
      'SQL:CONSTRAINT',
      t('A row breaks a rule of its table.', '数据行违反了表的约束。'),
      t('Look at the values, or use “on conflict”.', '检查数值，或使用 on conflict。'),
    ),
    failure(
      'SQL:BUSY',
      t('Another tab has the database open.', '另一个标签页正在使用该数据库。'),
      t('Close that tab.', '关闭那个标签页。'),
    ),
    failure(
      'SQL:PLACE',
      t('There is no place to keep a database here.', '此处无法保存数据库。'),
      t('Use one in memory.', '使用内存数据库。'),
    ),
    failure(
      'SQL:TOO_LARGE',
      t('More rows than the limit.', '行数超过上限。'),
      t('Use limit and offset.', '使用 limit 与 offset。'),
    ),
  ],
  operations: [
    {
      id: 'query',
      label: t('Query', '查询'),
      summary: t('Reads rows.', '读取数据行。'),
      fields: [
        sql,
        parameters,
        number('maxRows', t('At most', '最多行数'), {
          default: 10_000,
          min: 1,
          max: 1_000_000,
          advanced: true,
        }),
      ],
      repeatable: true,
      output: { type: 'list', items: { type: 'dict', fields: {} } },
      gives: t('A list of dicts, one for each row.', '字典列表，每行一个。'),
      example: { arguments: { sql: 'select 1 as n' }, result: [{ n: 1 }] },
    },
    {
      id: 'execute',
      label: t('Execute', '执行'),
      summary: t('Inserts, updates, deletes, creates.', '插入、更新、删除或建表。'),
      fields: [
        sql,
        value('parameters', t('Parameters', '参数'), undefined, {
          help: t('A list of dicts or of lists runs the statement once for each.', '字典或列表的列表会逐个执行该语句。'), // prettier-ignore
        }),
      ],
      output: { type: 'dict', fields: { rowsAffected: { type: 'int' }, lastId: { type: 'int' } } },
      gives: t('How many rows, and the id of the last one inserted.', '影响的行数，以及最后插入行的标识。'),
      example: { arguments: { sql: 'delete from t' }, result: { rowsAffected: 2, lastId: 0 } },
    },
    {
      id: 'script',
      label: t('Run a script', '执行脚本'),
      summary: t('Several statements, all or none.', '多条语句，全部成功或全部不做。'),
      fields: [needed('sql', t('Statements', '语句'), 'str')],
      gives: t('The payload stays.', '载荷不变。'),
    },
  ],
}
export default manifest
