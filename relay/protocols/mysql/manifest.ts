// MySQL and MariaDB: query, insert, update, delete by SQL or by table; batches; transactions by Try.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { t, wayFaults } from '../../manifest.ts'
import { sqlFaults, sqlFields, sqlOperationManifests } from '../../sql/manifest.ts'

const manifest: ProtocolManifest = {
  id: 'mysql',
  label: componentLabel('MySQL'),
  summary: t('Rows of a MySQL or MariaDB database.', 'MySQL 或 MariaDB 数据库的行。'),
  icon: 'database',
  keywords: 'mysql mariadb sql database query 数据库 查询',
  docs: 'dev.mysql.com/doc/refman/8.4/en/sql-statements.html',
  tested: t('Tried against MariaDB 10.11.', '已对照 MariaDB 10.11 测试。'),
  transactions: true,
  fields: sqlFields(3306),
  faults: [...sqlFaults, ...wayFaults],
  operations: sqlOperationManifests(true),
}
export default manifest
