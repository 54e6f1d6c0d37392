// SOAP Call: one operation of a service; what it answers as a dict.
import { operationLabel } from '../../../worker/model/component-label.ts'
import type { ComponentDefinition } from '../../../worker/model/definition.ts'
import { lineOf } from '../../../worker/model/field-value.ts'
import { serviceFaults } from '../faults.ts'

const call: ComponentDefinition = {
  id: 'soap/call',
  version: 1,
  kind: 'step',
  group: 'connector',
  icon: 'file-code',
  connector: 'soap',
  ...operationLabel({ en: 'SOAP', zh: 'SOAP' }, { en: 'Call', zh: '调用' }),
  summary: {
    en: 'Calls an operation of a SOAP service; the answer becomes a dict.',
    zh: '调用 SOAP 服务的操作，应答成为字典。',
  },
  keywords: 'web service wsdl xml 接口 调用',
  fields: [
    {
      name: 'operation',
      kind: 'value',
      type: 'str',
      label: { en: 'Operation', zh: '操作' },
      help: {
        en: 'Its name in the WSDL. “SOAP: Operations” lists them.',
        zh: 'WSDL 中的名称，可用“SOAP：操作列表”查看。',
      },
      required: true,
      placeholder: 'GetPrice',
    },
    {
      name: 'body',
      kind: 'value',
      label: { en: 'Body', zh: '消息体' },
      help: {
        en: 'A dict by the names of the schema (@name: attribute, a list repeats), or XML.',
        zh: '按模式中名称组织的字典（@name 为属性，列表表示重复），或 XML 文本。',
      },
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'headers',
      kind: 'value',
      label: { en: 'SOAP headers', zh: 'SOAP 头' },
      help: {
        en: "A dict, names like '{namespace}name'; or XML.",
        zh: '字典，名称形如 {命名空间}名称；或 XML 文本。',
      },
      advanced: true,
    },
    {
      name: 'timeout',
      kind: 'duration',
      label: { en: 'Timeout', zh: '超时' },
      default: '60 s',
      min: 0.001,
      max: 300,
      advanced: true,
    },
  ],
  output: () => ({ type: 'dict', fields: { Body: { type: 'unknown' } } }),
  line: (step) => lineOf(step.config['operation']),
  faults: [
    {
      code: 'SOAP:<code>',
      when: {
        en: 'The service answers with a fault: CLIENT, SERVER, SENDER, …',
        zh: '服务应答错误：CLIENT、SERVER、SENDER 等。',
      },
      hint: { en: 'Its reason and detail stand in msg.error.', zh: '原因与详情见 msg.error。' },
    },
    {
      code: 'SOAP:OPERATION',
      when: { en: 'The service has no such operation.', zh: '服务没有该操作。' },
      hint: { en: 'The message names those it has.', zh: '错误信息列出了可用的操作。' },
    },
    ...serviceFaults,
  ],
}
export default call
