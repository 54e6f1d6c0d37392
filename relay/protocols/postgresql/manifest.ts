// PostgreSQL: query, insert, update, delete by SQL or by table; batches; transactions by Try.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { t, wayFaults } from '../../manifest.ts'
import { sqlFaults, sqlFields, sqlOperationManifests } from '../../sql/manifest.ts'

const manifest: ProtocolManifest = {
  id: 'postgresql',
  label: componentLabel('PostgreSQL'),
  summary: t('Rows of a PostgreSQL database.', 'PostgreSQL 数据库的行。'),
  icon: 'database',
  keywords: 'postgresql postgres sql database query 数据库 查询',
  docs: 'postgresql.org/docs/current/sql.html',
  tested: t('Tried against PostgreSQL 15.', '已对照 PostgreSQL 15 测试。'),
  transactions: true,
  fields: sqlFields(5432),
  faults: [...sqlFaults, ...wayFaults],
  operations: sqlOperationManifests(false),
}
export default manifest
