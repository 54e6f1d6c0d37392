// From a request to the message that an HTTP Listener starts its flow with.
import type { HookRequest } from '../engine-worker.ts'
import { Data } from '../model/data.ts'
import { message, type Message } from '../model/message.ts'
import { splitMime } from '../model/mime.ts'
import { Entity, type Value } from '../model/value.ts'

const maxHeaders = 200

export function hookMessage(
  request: HookRequest,
  parameters: Record<string, string>,
  seqId: string,
): Message {
  const url = new URL(request.url)
  const headers = lists(request.headers.slice(0, maxHeaders))
  const header = (name: string): string | undefined => headers.get(name)?.[0]
  const contentType = header('content-type')
  const { mime, encoding } = splitMime(contentType ?? 'application/octet-stream')
  const isEmpty = request.body.length === 0 && contentType === undefined
  const attributes: [Value, Value][] = [
    ['headers', headers as Map<Value, Value>],
    ['cookies', new Map<Value, Value>(cookiesOf(header('cookie') ?? ''))],
    ['host', url.host],
    ['method', request.method],
    ['requestUri', request.path + url.search],
    ['requestPath', request.path],
    ['remoteAddr', request.remote ?? ''],
    ['queryParams', lists([...url.searchParams]) as Map<Value, Value>],
    ['uriParams', new Map<Value, Value>(Object.entries(parameters))],
  ]
  const payload = isEmpty ? Data.none : Data.of(new Entity(request.body, mime, encoding))
  return message(payload, Data.of(new Map(attributes)), undefined, seqId)
}

function lists(pairs: [string, string][]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const values = found.get(name)
    if (values) values.push(value)
    else found.set(name, [value])
  }
  return found
}

function cookiesOf(header: string): [string, string][] {
  return header
    .split(';')
    .map((pair) => pair.split('='))
    .filter(([name, value]) => name?.trim() && value !== undefined)
    .map(([name, ...value]) => [name!.trim(), value.join('=').trim()])
}
