// SOAP: a service by its WSDL, and how its operations are signed.
import type { ConnectorDefinition } from '../../worker/model/definition.ts'

const soap: ConnectorDefinition = {
  id: 'soap',
  label: { en: 'SOAP', zh: 'SOAP' },
  summary: {
    en: 'A SOAP service described by a WSDL.',
    zh: '由 WSDL 描述的 SOAP 服务。',
  },
  icon: 'file-code',
  testable: { component: 'soap/operations', config: {} },
  fields: [
    {
      name: 'wsdl',
      kind: 'lines',
      label: { en: 'WSDL', zh: 'WSDL' },
      help: { en: 'Its address, or its whole text.', zh: '其地址，或完整文本。' },
      required: true,
      placeholder: 'https://api.example/service?wsdl',
    },
    {
      name: 'service',
      kind: 'string',
      label: { en: 'Service', zh: '服务' },
      help: { en: 'Empty: the first that has the operation.', zh: '留空：第一个包含该操作的服务。' },
      advanced: true,
    },
    {
      name: 'port',
      kind: 'string',
      label: { en: 'Port', zh: '端口（port）' },
      help: { en: 'Empty: the first of the chosen version.', zh: '留空：所选版本的第一个。' },
      advanced: true,
    },
    {
      name: 'version',
      kind: 'select',
      label: { en: 'SOAP version', zh: 'SOAP 版本' },
      default: 'any',
      options: [
        { value: 'any', label: { en: 'As in the WSDL', zh: '按 WSDL' } },
        { value: '1.1', label: { en: 'SOAP 1.1', zh: 'SOAP 1.1 版' } },
        { value: '1.2', label: { en: 'SOAP 1.2', zh: 'SOAP 1.2 版' } },
      ],
    },
    {
      name: 'address',
      kind: 'string',
      label: { en: 'Address', zh: '服务地址' },
      help: { en: 'Instead of that in the WSDL.', zh: '替代 WSDL 中的地址。' },
      advanced: true,
    },
    {
      name: 'security',
      kind: 'select',
      label: { en: 'WS-Security', zh: 'WS-Security 认证' },
      default: 'none',
      options: [
        { value: 'none', label: { en: 'None', zh: '无' } },
        { value: 'text', label: { en: 'Password as text', zh: '明文密码' } },
        { value: 'digest', label: { en: 'Password digest', zh: '密码摘要' } },
      ],
    },
    {
      name: 'user',
      kind: 'string',
      label: { en: 'User', zh: '用户名' },
      when: { field: 'security', is: ['text', 'digest'] },
    },
    {
      name: 'password',
      kind: 'secret',
      label: { en: 'Password', zh: '密码' },
      when: { field: 'security', is: ['text', 'digest'] },
    },
    {
      name: 'mustUnderstand',
      kind: 'boolean',
      label: { en: 'Must be understood', zh: '必须被理解（mustUnderstand）' },
      default: true,
      when: { field: 'security', is: ['text', 'digest'] },
      advanced: true,
    },
  ],
}
export default soap
