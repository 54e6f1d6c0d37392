// From found requests to what an App holds: connections (an address and a sign-on each), HTTP steps, tests with the known
// answers as mocks. Secrets go to the vault: the App names them only.
import { emptyApp, type App, type Config, type Connection, type FieldValue, type Flow, type Sample, type Step } from '../model/app.ts' // prettier-ignore
import { toTagged } from '../model/codec.ts'
import type { FlowTest, MockAnswer } from '../model/flow-test.ts'
import { newId, type RandomBytes } from '../model/id.ts'
import { splitMime } from '../model/mime.ts'
import { Entity } from '../model/value.ts'
import type { Found, FoundAnswer, FoundRequest } from './found.ts'

export interface Made {
  app: App
  /** For the vault, by the ids that the app names. */
  secrets: { id: string; value: string }[]
}

/** Names in the user's language. */
export interface MadeWords {
  manual: string
  flow: string
  test: string
}

/**
 * An App of its own. Requests of an API description become a flow each, to be run by hand with their example; requests that
 * were made follow each other in one flow.
 */
export function appFromFound(found: Found, words: MadeWords, random?: RandomBytes): Made {
  const maker = new Maker(random)
  const { kind, requests, title } = found
  const steps = requests.map((request) => maker.step(request, kind === 'openapi'))
  const flows: Flow[] =
    kind === 'openapi'
      ? requests.map((request, i) => maker.flow(request.name, [steps[i]!], words.manual, sampleOf(request, maker.id()))) // prettier-ignore
      : [maker.flow(words.flow, steps, words.manual)]
  const tests =
    kind === 'openapi'
      ? requests.flatMap((request, i) => testOf(maker, request.name, flows[i]!, [request], [steps[i]!]))
      : testOf(maker, words.test, flows[0]!, requests, steps)
  const app = { ...emptyApp(maker.id(), title.slice(0, 120)), flows, tests, connections: maker.connections }
  return { app, secrets: maker.secrets }
}

/** HTTP steps for a place in an App, with the connections they need. */
export function stepsFromFound(
  found: Found,
  random?: RandomBytes,
): { steps: Step[]; connections: Connection[]; secrets: Made['secrets'] } {
  const maker = new Maker(random)
  const steps = found.requests.map((request) => maker.step(request, false))
  return { steps, connections: maker.connections, secrets: maker.secrets }
}

class Maker {
  readonly connections: Connection[] = []
  readonly secrets: Made['secrets'] = []
  readonly #byKey = new Map<string, Connection>()
  readonly #random: RandomBytes | undefined

  constructor(random?: RandomBytes) {
    this.#random = random
  }

  id(): string {
    return newId(this.#random)
  }

  flow(name: string, steps: Step[], manual: string, sample?: Sample): Flow {
    const trigger: Step = { id: this.id(), component: 'manual', version: 1, name: manual, config: {} }
    return { id: this.id(), name: name.slice(0, 120), trigger, steps, samples: sample ? [sample] : [], settings: {} } // prettier-ignore
  }

  step(request: FoundRequest, isCall: boolean): Step {
    const { connection, path } = this.#connect(request, isCall)
    const { config } = new StepConfig(request, path)
    const name = request.name.slice(0, 120)
    return { id: this.id(), component: 'http/request', version: 1, name, config, ...(connection && { connection: connection.id }) } // prettier-ignore
  }

  /** A request without sign-on that was pasted alone keeps its whole address; all others share a connection an origin. */
  #connect({ url, auth }: FoundRequest, isCall: boolean): { connection?: Connection; path: string } {
    if (!auth && !isCall) return { path: url }
    const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/]+)(.*)$/i.exec(url)
    const base = parts?.[1] ?? url
    const key = JSON.stringify([base, auth])
    let connection = this.#byKey.get(key)
    if (!connection) {
      connection = { id: this.id(), connector: 'http', name: this.#nameOf(base), config: { baseUrl: base, ...this.#signOn(auth) } } // prettier-ignore
      this.#byKey.set(key, connection)
      this.connections.push(connection)
    }
    return { connection, path: parts?.[2] || '/' }
  }

  #nameOf(base: string): string {
    const host = URL.canParse(base) ? new URL(base).host : base
    const same = this.connections.filter((one) => one.name === host || one.name.startsWith(`${host} `)).length
    return same === 0 ? host : `${host} ${same + 1}`
  }

  #signOn(auth: FoundRequest['auth']): Config {
    if (!auth) return {}
    if (auth.kind === 'bearer') return { auth: 'bearer', ...this.#secret('token', auth.token) }
    return { auth: 'basic', user: auth.user, ...this.#secret('password', auth.password) }
  }
  #secret(field: string, value: string): Config {
    if (!value) return {}
    const id = this.id()
    this.secrets.push({ id, value })
    return { [field]: { mode: 'secret', id } }
  }
}

class StepConfig {
  readonly config: Config

  constructor(request: FoundRequest, path: string) {
    const { method, parameters = [], timeout, redirects } = request
    const inPlace = (place: string) => parameters.filter((one) => one.in === place)
    const config: Config = {
      url: addressField(
        path,
        inPlace('path').map(({ name }) => name),
      ),
    }
    if (method !== 'GET') config['method'] = method
    const query = [...rowsOf(request.query), ...inPlace('query').map(({ name }) => variableRow(name))]
    if (query.length > 0) config['query'] = rows(query)
    const isType = (name: string): boolean => name.toLowerCase() === 'content-type'
    const type = request.headers.find(([name]) => isType(name))?.[1] ?? request.body?.mime
    const headers = [
      ...rowsOf(request.headers.filter(([name]) => !isType(name))),
      ...inPlace('header').map(({ name }) => variableRow(name)),
    ]
    if (headers.length > 0) config['headers'] = rows(headers)
    // A call of an API sends the payload; a request that was made has its own body.
    if (request.body && !request.parameters) config['body'] = textField(request.body.text)
    if (request.body && type) config['contentType'] = type
    if (!request.body && method !== 'GET' && method !== 'HEAD') config['body'] = { mode: 'expression', source: 'None' } // prettier-ignore
    if (timeout !== undefined) config['timeout'] = `${timeout} s`
    if (redirects !== undefined) config['redirects'] = redirects
    this.config = config
  }
}

/** Text that stays as it is: braces in it are no expressions. */
function textField(text: string): FieldValue {
  return text.includes('{{') ? { mode: 'literal', value: text } : { mode: 'text', source: text, as: 'str' }
}

/** `/pets/{petId}` → `/pets/{{msg.vars['petId']}}`. */
function addressField(path: string, names: string[]): FieldValue {
  if (names.length === 0) return path.includes('{{') ? { mode: 'literal', value: path } : path
  const source = path.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) =>
    names.includes(name) ? `{{msg.vars[${pythonText(name)}]}}` : whole,
  )
  return { mode: 'text', source, as: 'str' }
}

type Row = [string, FieldValue]
function rows(list: Row[]): FieldValue {
  return { mode: 'literal', value: list as never }
}
function rowsOf(pairs: [string, string][]): Row[] {
  return pairs.map(([name, value]): Row => [name, value.includes('{{') ? { mode: 'literal', value } : value])
}
/** None leaves the row out. */
function variableRow(name: string): Row {
  return [name, { mode: 'expression', source: `msg.vars.get(${pythonText(name)})` }]
}
function pythonText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}

function sampleOf({ name, body, parameters = [] }: FoundRequest, id: string): Sample | undefined {
  if (!body && parameters.length === 0) return undefined
  return {
    id,
    name: name.slice(0, 80),
    ...(body && { payload: body.text, ...(body.mime && { mime: body.mime }) }),
    ...(parameters.length > 0 && {
      variables: Object.fromEntries(
        parameters.map(({ name: key, example }) => [key.replace(/^\$/, '$$$$'), example]),
      ),
    }),
  }
}

function testOf(maker: Maker, name: string, flow: Flow, requests: FoundRequest[], steps: Step[]): FlowTest[] {
  const mocks = requests.flatMap(({ answer }, i) =>
    answer ? [{ step: steps[i]!.id, answers: [mockAnswer(answer)] }] : [],
  )
  if (mocks.length === 0) return []
  const failing = requests.findIndex(({ answer }) => answer !== undefined && answer.status >= 400)
  const input = flow.samples[0] ?? { id: maker.id(), name: '' }
  // Steps after a failure do not run; those that make no known answer would call out.
  const asserts =
    failing >= 0
      ? [`msg.error['code'] == 'HTTP:${requests[failing]!.answer!.status}'`]
      : [`calls[${pythonText(steps.at(-1)!.id)}] == 1`]
  if (failing < 0 && mocks.length < steps.length) return []
  return [{ id: maker.id(), name: name.slice(0, 120), flow: flow.id, input, mocks, asserts }]
}

function mockAnswer({ status, headers, mime, bytes }: FoundAnswer): MockAnswer {
  if (status >= 400) return { fault: { code: `HTTP:${status}`, message: `The answer was ${status}.` } }
  const split = splitMime(mime)
  const listed: Record<string, string[]> = {}
  for (const [name, value] of headers) (listed[name.toLowerCase().replace(/^\$/, '$$$$')] ??= []).push(value)
  return {
    payload: toTagged(new Entity(bytes, split.mime, split.encoding)),
    attributes: { statusCode: status, reasonPhrase: '', headers: listed, cookies: {} },
  }
}
