// SQL Server: query, insert, update, delete by SQL or by table; batches; stored procedures; transactions by Try.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { needed, t, value, wayFaults } from '../../manifest.ts'
import { sqlFaults, sqlFields, sqlOperationManifests } from '../../sql/manifest.ts'

const manifest: ProtocolManifest = {
  id: 'sqlserver',
  label: componentLabel('SQL Server'),
  summary: t(
    'Rows and procedures of a Microsoft SQL Server. Decimals of more than 15 digits are rounded: cast them to text.',
    'Microsoft SQL Server 的行与存储过程。超过 15 位的小数会被舍入：转换为文本。',
  ),
  icon: 'database',
  keywords: 'sqlserver sql server mssql tds azure database query procedure 数据库 查询 存储过程',
  docs: 'learn.microsoft.com/sql/t-sql/language-reference',
  tested: t(
    'Not tested against the real one: tried by its wire (TDS 7.4) against a responder of our own.',
    '未对照真实服务器测试：仅按其线上协议（TDS 7.4）对照自制应答程序测试。',
  ),
  transactions: true,
  fields: sqlFields(1433),
  faults: [...sqlFaults, ...wayFaults],
  operations: [
    ...sqlOperationManifests(false),
    {
      id: 'procedure',
      label: t('Stored procedure', '存储过程'),
      summary: t('Runs a procedure and gives its outputs.', '执行存储过程并返回其输出。'),
      fields: [
        needed('procedure', t('Procedure', '存储过程'), 'str', { placeholder: 'dbo.total' }),
        value('inputs', t('Inputs', '输入'), undefined, {
          help: t('A list, in the order of the procedure.', '列表，按存储过程的参数顺序。'),
        }),
        value('outputs', t('Outputs', '输出'), undefined, {
          help: t(
            "A list of {'fieldName': …, 'fieldType': …}, types such as int, decimal, nvarchar, datetime2.",
            "{'fieldName': …, 'fieldType': …} 的列表，类型如 int、decimal、nvarchar、datetime2。",
          ),
        }),
      ],
      output: { type: 'dict', fields: {} },
      gives: t('A dict of the outputs.', '输出的字典。'),
      example: {
        arguments: { procedure: 'dbo.total', inputs: [7], outputs: [{ fieldName: 'sum', fieldType: 'int' }] },
        result: { sum: 42 },
      },
    },
  ],
}
export default manifest
