// HTTP for APIs that no page may call (CORS): used by HTTP Request itself, which has the fields and follows the redirects.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { t, wayFaults } from '../../manifest.ts'

const manifest: ProtocolManifest = {
  id: 'http',
  label: componentLabel('HTTP'),
  summary: t('Requests for APIs that do not allow web pages.', '访问不允许网页调用的接口。'),
  icon: 'globe',
  docs: 'rfc-editor.org/rfc/rfc9110',
  tested: t('Tried against node:http.', '已对照 node:http 测试。'),
  shares: true,
  internal: true,
  fields: [],
  faults: wayFaults,
  operations: [
    {
      id: 'request',
      label: t('Request', '请求'),
      summary: t('One exchange; redirects are not followed.', '一次交互；不跟随重定向。'),
      fields: [],
      gives: t('status, reason, headers, body.', 'status、reason、headers、body。'),
    },
  ],
}
export default manifest
