// What the palette, the forms and the checks see of an application connector, made from its manifest.
import type { AppManifest, AppOperation } from '../worker/model/app-manifest.ts'
import type { ComponentDefinition, ConnectorDefinition, FaultRow, Field } from '../worker/model/definition.ts'
import { lineOf } from '../worker/model/field-value.ts'
import { operationLabel } from '../worker/model/component-label.ts'

export function connectorOf(manifest: AppManifest): ConnectorDefinition {
  const { id, label, summary, icon, baseUrl, fields } = manifest
  return { id, label, summary, icon, fields: [...fields, baseUrlField(baseUrl)] }
}

export function definitionsOf(manifest: AppManifest): ComponentDefinition[] {
  return manifest.operations.map((operation) => ({
    id: `${manifest.id}/${operation.id}`,
    version: 1,
    kind: 'step',
    group: 'connector',
    icon: manifest.icon,
    connector: manifest.id,
    ...operationLabel(manifest.label, operation.label),
    summary: operation.summary,
    keywords: manifest.keywords,
    fields: fieldsOf(operation),
    output: () => operation.output ?? { type: 'unknown' },
    line: (step) => lineOf(step.config[operation.fields.find((field) => field.required)?.name ?? '']),
    faults: [...manifest.faults, ...transport],
  }))
}

/** The fields of the form: those of the manifest, and what every call has. */
export function fieldsOf(operation: AppOperation): Field[] {
  return [...operation.fields, ...(operation.nextPage ? [maxItems] : []), timeout]
}

function baseUrlField(baseUrl: string): Field {
  return {
    name: 'baseUrl',
    kind: 'string',
    label: { en: 'Base URL', zh: '基础地址' },
    help: { en: 'Another address for a test server or a proxy.', zh: '测试服务器或代理可填其他地址。' },
    default: baseUrl,
    advanced: true,
  }
}

const maxItems: Field = {
  name: 'maxItems',
  kind: 'number',
  label: { en: 'At most', zh: '最多条数' },
  help: { en: 'Pages are read until then.', zh: '逐页读取，直至达到此数。' },
  default: 1000,
  min: 1,
  max: 100_000,
  advanced: true,
}

const timeout: Field = {
  name: 'timeout',
  kind: 'duration',
  label: { en: 'Timeout', zh: '超时' },
  default: '30 s',
  min: 0.001,
  max: 3600,
  advanced: true,
}

const transport: FaultRow[] = [
  {
    code: 'HTTP:<status>',
    when: { en: 'The service answered with an error status.', zh: '服务返回了错误状态码。' },
    hint: { en: 'Look at the body of the answer in the error.', zh: '查看错误中的应答正文。' },
  },
  {
    code: 'HTTP:UNREACHABLE',
    when: {
      en: 'No answer: no network, or the service does not allow web pages (CORS).',
      zh: '没有应答：无网络，或服务不允许网页访问（CORS）。',
    },
    hint: { en: 'A service without CORS needs the relay.', zh: '不支持 CORS 的服务需要经由中继。' },
  },
  {
    code: 'HTTP:TIMEOUT',
    when: { en: 'No complete answer in time.', zh: '未在时限内得到完整应答。' },
    hint: { en: 'Raise the timeout or retry.', zh: '增大超时或重试。' },
  },
]
