// Runs an operation of an application connector: arguments into a request, the request signed and sent, the answer into a
// result. The scripts of a manifest see a message of their own: arguments in `vars`, the connection in `vars['properties']`.
import type { AppField, AppManifest, AppOperation } from '../worker/model/app-manifest.ts'
import type { Context, HttpRequest, HttpResponse, Run, Via } from '../worker/model/context.ts'
import { Data } from '../worker/model/data.ts'
import { fault, type Fault } from '../worker/model/fault.ts'
import { message as newMessage, next, withVariables, type Message } from '../worker/model/message.ts'
import { Entity, type Value } from '../worker/model/value.ts'
import { attributesOf, entityOf, refused } from './http/answer.ts'
import { at, failureIn, jsonOf } from './auth/answer-json.ts'
import type { Scheme } from './auth/scheme.ts'
import { Variables } from '../worker/model/variables.ts'

const schemes = import.meta.glob<Scheme>('./auth/*.ts', { import: 'default' })
const MiB = 1024 * 1024
const maxAnswer = 64 * MiB
const maxPages = 1000

export function runOf(manifest: AppManifest, operation: AppOperation): Run {
  return async (message, context) => {
    const call = new Call(manifest, operation, message, context)
    const { nextPage } = operation
    if (!nextPage) return (await call.ask({})).message
    return await allPages(call, nextPage)
  }
}

async function allPages(call: Call, nextPage: string): Promise<Message> {
  const most = Number(call.context.setting('maxItems'))
  const items: Value[] = []
  let query: Record<string, string> = {}
  for (let page = 1; ; page++) {
    const { message, answer } = await call.ask(query)
    const found = message.payload.value
    const list = found instanceof Entity ? call.context.expression('list(msg.payload)', message).value : found
    if (!Array.isArray(list)) return message
    items.push(...list.slice(0, most - items.length))
    const more = items.length < most && page < maxPages && call.context.expression(nextPage, answer).value
    if (!(more instanceof Map)) return next(message, { payload: Data.of(items) })
    query = Object.fromEntries([...more].map(([name, value]) => [String(name), String(value)]))
    call.setVariables(more)
  }
}

class Call {
  readonly context: Context
  readonly #manifest: AppManifest
  readonly #operation: AppOperation
  readonly #caller: Message
  readonly #arguments: [AppField, Data | undefined][]
  #own: Message

  constructor(manifest: AppManifest, operation: AppOperation, caller: Message, context: Context) {
    this.context = context
    this.#manifest = manifest
    this.#operation = operation
    this.#caller = caller
    this.#arguments = operation.fields.map((field) => [field, context.field(field.name, caller)])
    let variables = Variables.of(this.#arguments.map(([field, data]) => [field.name, data ?? Data.none]))
    if (!variables.has('page')) variables = variables.with('page', Data.none)
    variables = variables.with('properties', Data.of(this.#properties()))
    this.#own = newMessage(caller.payload, undefined, variables)
  }

  /** What the next page is asked with is seen by the scripts too. */
  setVariables(values: ReadonlyMap<Value, Value>): void {
    let { variables } = this.#own
    for (const [name, value] of values) variables = variables.with(String(name), Data.of(value))
    this.#own = withVariables(this.#own, variables)
  }

  /** One request. `message` is what the step gives, `answer` what scripts see of the answer. */
  async ask(page: Record<string, string>): Promise<{ message: Message; answer: Message }> {
    const request = this.#request(page)
    const response = await this.context.http(request, this.#via())
    if (response.status < 200 || response.status > 299) throw refused(request.method, request.url, response)
    const answer = next(this.#own, {
      payload: Data.of(entityOf(response)),
      attributes: Data.of(attributesOf(response)),
    })
    this.#throwFailure(response, request)
    const { result } = this.#operation
    const payload = result ? this.context.expression(result, answer) : answer.payload
    return { message: next(this.#caller, { payload, attributes: answer.attributes }), answer }
  }

  #request(page: Record<string, string>): HttpRequest {
    const { method, path, headers = {}, bodyType = 'json' } = this.#operation
    const url = new URL(this.#base() + this.#path(path))
    for (const [name, text] of this.#texts('query')) url.searchParams.append(name, text)
    for (const [name, text] of Object.entries(page)) url.searchParams.set(name, text)
    const fields: [string, string][] = [...Object.entries(headers), ...this.#texts('header')]
    const body = method === 'GET' || method === 'DELETE' ? undefined : this.#body(bodyType)
    if (body) fields.push(['Content-Type', bodyType === 'form' ? formMime : 'application/json'])
    return {
      method,
      url: url.href,
      headers: fields,
      body,
      timeout: this.context.duration('timeout'),
      redirects: 0,
      maxBytes: maxAnswer,
    }
  }

  #path(template: string): string {
    return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const found = this.#arguments.find(([field]) => field.name === name)?.[1]
      return encodeURIComponent(this.context.text(found ?? Data.of('')))
    })
  }

  /** Arguments of one place by name; None is left out, a list repeats the name. */
  #texts(place: AppField['in']): [string, string][] {
    return this.#placed(place).flatMap(([name, data]): [string, string][] => {
      const list = data.value
      if (!Array.isArray(list)) return [[name, this.context.text(data)]]
      return list.map((one) => [name, this.context.text(Data.of(one))])
    })
  }

  #placed(place: AppField['in']): [string, Data][] {
    const usual = this.#operation.method === 'GET' || this.#operation.method === 'DELETE' ? 'query' : 'body'
    return this.#arguments.flatMap(([field, data]): [string, Data][] =>
      (field.in ?? usual) === place && data !== undefined && data.value !== null ? [[field.name, data]] : [],
    )
  }

  #body(type: 'json' | 'form'): Uint8Array {
    if (type === 'form') return new TextEncoder().encode(new URLSearchParams(this.#texts('body')).toString())
    const { body } = this.#operation
    const data = body
      ? this.context.expression(body, this.#own)
      : Data.of(new Map(this.#placed('body').map(([name, one]): [Value, Value] => [name, one.value])))
    return this.context.bytes(data).bytes
  }

  #via(): Via {
    const { auth, id } = this.#manifest
    const connection = this.context.connection()?.config ?? {}
    return async (request, world) => {
      const scheme = await schemes[`./auth/${auth.scheme}.ts`]?.()
      if (!scheme) throw fault('CORE:INTERNAL', `The connector ${id} names no known sign-on: ${auth.scheme}.`)
      return await scheme({ request, connection, options: auth, world })
    }
  }

  /** The plain values of the connection: a secret is no business of a mapping. */
  #properties(): Map<Value, Value> {
    const config = this.context.connection()?.config ?? {}
    const plain = this.#manifest.fields.filter((field) => field.kind !== 'secret')
    return new Map(plain.map((field): [Value, Value] => [field.name, config[field.name] ?? null]))
  }

  #base(): string {
    const { config } = this.context.connection() ?? {}
    return String(config?.['baseUrl'] || this.#manifest.baseUrl).replace(/\/+$/, '')
  }

  #throwFailure(response: HttpResponse, request: HttpRequest): void {
    const { failure, id } = this.#manifest
    const body = failure && jsonOf(response)
    const code = failureIn(body, failure)
    if (code === undefined) return
    throw told(id, code, String(at(body, failure!.message) ?? ''), request, response)
  }
}

const formMime = 'application/x-www-form-urlencoded'

function told(id: string, code: string, text: string, request: HttpRequest, response: HttpResponse): Fault {
  return fault(
    `${id.toUpperCase()}:${code}`,
    `${id} refused ${request.method} ${new URL(request.url).pathname}: ${text || code}`,
    {
      hint: 'The docs of the step list the codes; the vendor has the full list.',
      data: { code, text, status: response.status },
    },
  )
}
