// Fields and Faults that several of the page's protocols have.
import { failure, t, text } from '../relay/manifest.ts'
import type { FaultRow } from '../worker/model/definition.ts'
import { DateTime, Entity, Float, LocalDate, LocalTime, type Value } from '../worker/model/value.ts'
import { textOf } from '../relay/arguments.ts'

/** What messages are, for protocols that do not say it themselves. */
export const contentType = text('contentType', t('Content type', '内容类型'), {
  help: t('Of the messages that come.', '收到的消息的类型。'),
  default: 'application/json',
  advanced: true,
})

export const connectFaults: FaultRow[] = [
  failure(
    'CONNECT:REFUSED',
    t('The server does not take the connection.', '服务器未接受连接。'),
    t('Check the address, and that the server allows this page.', '检查地址，以及服务器是否允许本页面。'),
  ),
  failure(
    'CONNECT:LOST',
    t('The connection broke off.', '连接中断。'),
    t('Retry it with Until Successful.', '用 Until Successful 重试。'),
  ),
  failure(
    'CONNECT:TIMEOUT',
    t('No answer in time.', '未在时限内得到应答。'),
    t('Raise the timeout, or look at the server.', '增大超时，或检查服务器。'),
  ),
]

export function entityOf(content: string | Uint8Array, mime: string): Entity {
  return typeof content === 'string'
    ? new Entity(new TextEncoder().encode(content), mime, 'utf-8')
    : new Entity(content, mime, 'utf-8')
}

/** A value as it goes on the wire: text and bytes as they are, anything else as JSON. */
export function wireOf(value: Value): { bytes: Uint8Array; isText: boolean } {
  if (value instanceof Uint8Array) return { bytes: value, isText: false }
  if (value instanceof Entity)
    return {
      bytes: value.bytes,
      isText: /^text\/|json|xml|javascript|x-www-form-urlencoded/.test(value.mime),
    }
  const text = textOf(value) ?? (value === null ? '' : JSON.stringify(plainOf(value)))
  return { bytes: new TextEncoder().encode(text), isText: true }
}

/** As JSON has it; what JSON lacks is text. */
function plainOf(value: Value): unknown {
  if (Array.isArray(value)) return value.map(plainOf)
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), plainOf(one)]))
  if (value instanceof Float && Number.isFinite(value.value)) return value.value
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value === null || typeof value !== 'object') return value
  if (value instanceof DateTime || value instanceof LocalDate || value instanceof LocalTime) return value.iso
  return textOf(value) ?? null
}
