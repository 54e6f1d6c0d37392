// Faults that both steps of SOAP can raise.
import type { FaultRow } from '../../worker/model/definition.ts'

export const serviceFaults: FaultRow[] = [
  {
    code: 'SOAP:NO_WSDL',
    when: { en: 'There is no connection with a WSDL.', zh: '没有带 WSDL 的连接。' },
    hint: { en: 'Choose a SOAP connection.', zh: '选择 SOAP 连接。' },
  },
  {
    code: 'SOAP:WSDL',
    when: { en: 'What stands there is no WSDL 1.1 of a SOAP service.', zh: '不是 SOAP 服务的 WSDL 1.1。' },
    hint: {
      en: 'Most services give theirs at their address with ?wsdl.',
      zh: '多数服务在其地址后加 ?wsdl 即可取得。',
    },
  },
  {
    code: 'HTTP:<status>',
    when: { en: 'The server answers without an envelope.', zh: '服务器的应答不含信封。' },
    hint: { en: 'Look at the body of the answer.', zh: '查看应答内容。' },
  },
  {
    code: 'HTTP:UNREACHABLE',
    when: {
      en: 'No answer: wrong address, or no calls from web pages (CORS).',
      zh: '没有应答：地址有误，或不允许网页访问（CORS）。',
    },
    hint: { en: 'A service without CORS needs the relay.', zh: '不支持 CORS 的服务需要经由中继。' },
  },
]
