// A SOAP service on a port of its own, written without the connector's code: it looks into requests with patterns and checks a
// password digest with Node's crypto.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SoapServer {
  url: string
  /** Bodies and headers of the calls, in order. */
  calls: { path: string; body: string; headers: IncomingMessage['headers'] }[]
  reads: string[]
  nonces: Set<string>
  close(): void
}

export async function startSoap(): Promise<SoapServer> {
  const calls: SoapServer['calls'] = []
  const reads: string[] = []
  const nonces = new Set<string>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url!
      if (request.method === 'GET') {
        reads.push(path)
        const text = documents(url)[path]
        return response.writeHead(text ? 200 : 404, { 'content-type': 'text/xml' }).end(text)
      }
      const body = Buffer.concat(chunks).toString('utf8')
      calls.push({ path, body, headers: request.headers })
      const [status, answer] = answerOf(path, body, nonces)
      response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(answer)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, calls, reads, nonces, close: () => server.close() }
}

function answerOf(path: string, body: string, nonces: Set<string>): [number, string] {
  if (path === '/html') return [502, '<html>bad gateway</html>']
  if (path === '/empty') return [202, '']
  if (body.includes('GetSecret') && !isSigned(body, nonces))
    return [500, fault11('wsse:FailedAuthentication', 'who are you?', '<d:Tries xmlns:d="urn:d">3</d:Tries>')]
  if (path === '/v12') {
    if (body.includes('>bad<')) return [500, fault12]
    return [200, envelope('http://www.w3.org/2003/05/soap-envelope', '<r:GetPriceResponse xmlns:r="urn:shop"><r:price>2.50</r:price></r:GetPriceResponse>')] // prettier-ignore
  }
  if (path === '/rpc') {
    const [, a, b] = /<a[^>]*>(\d+)<\/a>\s*<b[^>]*>(\d+)<\/b>/.exec(body) ?? []
    return [200, envelope(env11, `<x:AddResponse xmlns:x="urn:calc"><sum>${Number(a) + Number(b)}</sum></x:AddResponse>`)] // prettier-ignore
  }
  const items = [...body.matchAll(/<(?:\w+:)?item[^>]*>([^<]*)</g)].map((match) => match[1])
  const lines = items.map((item, i) => `<s:line no="${i + 1}"><s:item>${item}</s:item></s:line>`).join('')
  return [200, envelope(env11, `<s:OrderResult xmlns:s="urn:shop"><s:id>o-1</s:id>${lines}<s:note xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/></s:OrderResult>`, '<s:Session xmlns:s="urn:shop">s-9</s:Session>')] // prettier-ignore
}

/** Base64(SHA-1(nonce + created + password)), each nonce once. */
function isSigned(body: string, nonces: Set<string>): boolean {
  const pick = (name: string): string =>
    new RegExp(`<ws\\w+:${name}(?=[ >])[^>]*>([^<]*)<`).exec(body)?.[1] ?? ''
  const [nonce, created] = [pick('Nonce'), pick('Created')]
  if (nonces.has(nonce) || pick('Username') !== 'ann') return false
  nonces.add(nonce)
  const digest = createHash('sha1').update(Buffer.from(nonce, 'base64')).update(`${created}pä&ss`).digest('base64') // prettier-ignore
  return pick('Password') === digest && /Type="[^"]*#PasswordDigest"/.test(body)
}

const env11 = 'http://schemas.xmlsoap.org/soap/envelope/'
function envelope(namespace: string, body: string, header = ''): string {
  return `<?xml version="1.0"?><e:Envelope xmlns:e="${namespace}">${header && `<e:Header>${header}</e:Header>`}<e:Body>${body}</e:Body></e:Envelope>`
}
function fault11(code: string, text: string, detail: string): string {
  return envelope(env11, `<e:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring><faultactor>urn:me</faultactor><detail>${detail}</detail></e:Fault>`) // prettier-ignore
}
const fault12 = envelope(
  'http://www.w3.org/2003/05/soap-envelope',
  '<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value xmlns:m="urn:m">m:NoSuchItem</e:Value></e:Subcode></e:Code><e:Reason><e:Text xml:lang="en">no such item</e:Text></e:Reason></e:Fault>',
)

/** A WSDL with a document/literal port of 1.1 and of 1.2, an rpc/literal port, and a schema in a document of its own. */
function documents(url: string): Record<string, string> {
  const binding = (name: string, soap: string, style: string, body: string, operations: string[]) =>
    `<binding name="${name}" type="t:${style === 'rpc' ? 'Calc' : 'Shop'}"><${soap}:binding style="${style}" transport="http://schemas.xmlsoap.org/soap/http"/>${operations
      .map(
        (one) =>
          `<operation name="${one}"><${soap}:operation soapAction="urn:shop#${one}"/><input>${body}</input><output>${body}</output></operation>`,
      ) // prettier-ignore
      .join('')}</binding>`
  return {
    '/shop.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:shop" targetNamespace="urn:shop" elementFormDefault="qualified">
      <xs:complexType name="Base"><xs:sequence><xs:element name="customer" type="xs:string"/></xs:sequence></xs:complexType>
      <xs:complexType name="Line"><xs:sequence><xs:element name="item" type="xs:string"/><xs:element name="sub" type="s:Line" minOccurs="0"/></xs:sequence><xs:attribute name="no" type="xs:int"/></xs:complexType>
      <xs:element name="Order"><xs:complexType><xs:complexContent><xs:extension base="s:Base"><xs:sequence>
        <xs:element name="line" type="s:Line" maxOccurs="unbounded"/><xs:element name="gift" type="xs:boolean" nillable="true"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:element>
      <xs:element name="OrderResult"><xs:complexType><xs:sequence><xs:element name="id" type="xs:string"/><xs:element name="line" type="s:Line" maxOccurs="unbounded"/><xs:element name="note" type="xs:string" nillable="true"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="GetPrice"><xs:complexType><xs:sequence><xs:element name="item" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="GetPriceResponse"><xs:complexType><xs:sequence><xs:element name="price" type="xs:decimal"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="GetSecret"><xs:complexType/></xs:element>
    </xs:schema>`,
    '/service?wsdl': `<?xml version="1.0"?><definitions name="S" targetNamespace="urn:wsdl" xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:wsdl" xmlns:s="urn:shop" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/">
      <types><xs:schema><xs:import namespace="urn:shop" schemaLocation="shop.xsd"/></xs:schema></types>
      <message name="Order"><part name="body" element="s:Order"/></message><message name="OrderOut"><part name="body" element="s:OrderResult"/></message>
      <message name="Price"><part name="body" element="s:GetPrice"/></message><message name="PriceOut"><part name="body" element="s:GetPriceResponse"/></message>
      <message name="Secret"><part name="body" element="s:GetSecret"/></message>
      <message name="Add"><part name="a" type="xs:int"/><part name="b" type="xs:int"/></message><message name="Sum"><part name="sum" type="xs:int"/></message>
      <portType name="Shop"><operation name="PlaceOrder"><input message="t:Order"/><output message="t:OrderOut"/></operation><operation name="GetPrice"><input message="t:Price"/><output message="t:PriceOut"/></operation><operation name="GetSecret"><input message="t:Secret"/><output message="t:OrderOut"/></operation></portType>
      <portType name="Calc"><operation name="Add"><input message="t:Add"/><output message="t:Sum"/></operation></portType>
      ${binding('B11', 'soap', 'document', '<soap:body use="literal"/>', ['PlaceOrder', 'GetSecret'])}
      ${binding('B12', 'soap12', 'document', '<soap12:body use="literal"/>', ['GetPrice'])}
      ${binding('BRpc', 'soap', 'rpc', '<soap:body use="literal" namespace="urn:calc"/>', ['Add'])}
      <service name="ShopService"><port name="P11" binding="t:B11"><soap:address location="${url}/v11"/></port><port name="P12" binding="t:B12"><soap12:address location="${url}/v12"/></port></service>
      <service name="CalcService"><port name="PRpc" binding="t:BRpc"><soap:address location="${url}/rpc"/></port></service>
    </definitions>`,
  }
}
