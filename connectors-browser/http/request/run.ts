// HTTP Request: address, query, headers and body from the fields and the connection; the answer as an Entity, or a Fault
// HTTP:<status> that carries it.
import type { Context, ResolvedConnection, Run } from '../../../worker/model/context.ts'
import { toBase64 } from '../../../worker/model/base64.ts'
import { Data } from '../../../worker/model/data.ts'
import { next, type Message } from '../../../worker/model/message.ts'
import { splitMime } from '../../../worker/model/mime.ts'
import { MultiMap, type Value } from '../../../worker/model/value.ts'
import { attributesOf, entityOf, refused } from '../answer.ts'

const MiB = 1024 * 1024

const request: Run = async (message, context) => {
  const method = context.setting<string>('method')
  const connection = context.connection()
  const url = withQuery(addressOf(message, context, connection), context.rows('query', message), context)
  const headers = headersOf(message, context, url, connection)
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(message, context, headers)
  const response = await context.http({
    method,
    url,
    headers,
    body,
    timeout: context.duration('timeout'),
    redirects: Number(context.setting('redirects')),
    maxBytes: Number(context.setting('maxBytes')) * MiB,
    by: context.setting<'auto' | 'page' | 'relay'>('by'),
    repeat: context.setting<'no' | 'yes' | 'with key'>('repeat'),
  })
  if (!isSuccess(String(context.setting('success')), response.status)) throw refused(method, url, response)
  return next(message, {
    payload: Data.of(entityOf(response)),
    attributes: Data.of(attributesOf(response)),
  })
}
export default request

function addressOf(message: Message, context: Context, connection: ResolvedConnection | undefined): string {
  const path = context.text(context.field('url', message) ?? Data.of('')).trim()
  const base = String(connection?.config['baseUrl'] ?? '').replace(/\/+$/, '')
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path) || base === '') return path
  return path === '' ? base : `${base}${/^[/?]/.test(path) ? '' : '/'}${path}`
}

/** A list repeats the name, None leaves it out. */
function withQuery(url: string, rows: [string, Data][], context: Context): string {
  const query = each(rows, context).map(
    ([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`,
  )
  if (query.length === 0) return url
  const [address, fragment = ''] = url.split(/(?=#)/, 2) as [string, string?]
  return `${address}${address.includes('?') ? '&' : '?'}${query.join('&')}${fragment}`
}

function headersOf(
  message: Message,
  context: Context,
  url: string,
  connection: ResolvedConnection | undefined,
): [string, string][] {
  const own = each(context.rows('headers', message), context)
  const named = new Set(own.map(([name]) => name.toLowerCase()))
  const shared = each(context.connectionRows('headers', message), context)
  const signed = isOfConnection(url, connection) ? authorization(connection) : []
  const headers = [...signed, ...shared].filter(([name]) => !named.has(name.toLowerCase()))
  return [...headers, ...own]
}

/** What proves who we are goes to the connection's own origin only, also when a step writes a whole address. */
function isOfConnection(url: string, connection: ResolvedConnection | undefined): boolean {
  const base = String(connection?.config['baseUrl'] ?? '')
  return base === '' || originOf(url) === originOf(base)
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}

function authorization(connection: ResolvedConnection | undefined): [string, string][] {
  const { auth, user, password, token } = connection?.config ?? {}
  if (auth === 'bearer') return [['Authorization', `Bearer ${String(token ?? '')}`]]
  if (auth !== 'basic') return []
  const pair = new TextEncoder().encode(`${String(user ?? '')}:${String(password ?? '')}`)
  return [['Authorization', `Basic ${toBase64(pair)}`]]
}

/** The bytes to send; sets the Content-Type where no header gives one. */
function bodyOf(message: Message, context: Context, headers: [string, string][]): Uint8Array | undefined {
  const data = context.field('body', message)
  if (data === undefined || context.typeName(data) === 'NoneType') return undefined
  const wanted = String(context.setting('contentType') ?? '').trim()
  const isForm = splitMime(wanted).mime === 'application/x-www-form-urlencoded'
  const value = isForm ? data.value : null
  const isPairs = value instanceof Map || value instanceof MultiMap
  const { bytes, mime } = isPairs ? { bytes: formOf(value, context), mime: wanted } : context.bytes(data)
  const type = wanted || mime
  if (type && !headers.some(([name]) => name.toLowerCase() === 'content-type'))
    headers.push(['Content-Type', type])
  return bytes
}

function formOf(value: Map<Value, Value> | MultiMap, context: Context): Uint8Array {
  const entries = value instanceof MultiMap ? value.entries : [...value]
  const rows = entries.map(([name, one]): [string, Data] => [context.text(Data.of(name)), Data.of(one)])
  const form = new URLSearchParams(each(rows, context))
  return new TextEncoder().encode(form.toString())
}

function each(rows: [string, Data][], context: Context): [string, string][] {
  return rows.flatMap(([name, data]): [string, string][] => {
    const kind = context.typeName(data)
    if (kind === 'NoneType') return []
    if (kind !== 'list') return [[name, context.text(data)]]
    return (data.value as Value[]).map((one) => [name, context.text(Data.of(one))])
  })
}

/** `200..399,404`: ranges and single statuses. */
function isSuccess(rule: string, status: number): boolean {
  return rule.split(',').some((part) => {
    const [from, to] = part.trim().split(/\.\.|-/)
    return status >= Number(from) && status <= Number(to ?? from)
  })
}
