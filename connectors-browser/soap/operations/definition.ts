// SOAP Operations: what a service offers, read from its WSDL.
import { operationLabel } from '../../../worker/model/component-label.ts'
import type { ComponentDefinition } from '../../../worker/model/definition.ts'
import { serviceFaults } from '../faults.ts'

const operations: ComponentDefinition = {
  id: 'soap/operations',
  version: 1,
  kind: 'step',
  group: 'connector',
  icon: 'file-code',
  connector: 'soap',
  ...operationLabel({ en: 'SOAP', zh: 'SOAP' }, { en: 'Operations', zh: '操作列表' }),
  summary: {
    en: 'Lists the operations of a SOAP service, with what their messages look like.',
    zh: '列出 SOAP 服务的操作及其消息结构。',
  },
  fields: [],
  output: () => ({
    type: 'list',
    items: {
      type: 'dict',
      fields: {
        name: { type: 'str' },
        service: { type: 'str' },
        port: { type: 'str' },
        version: { type: 'str' },
        address: { type: 'str' },
        action: { type: 'str' },
        input: { type: 'unknown' },
        output: { type: 'unknown' },
      },
    },
  }),
  faults: serviceFaults,
}
export default operations
