// Reads an App out of bytes that nobody vouches for: a link, a file. Builds new objects of the known fields only, with no
// prototype to pollute; whatever else is in there is dropped. Throws a Fault that names the place.
import {
  FORMAT,
  type App,
  type Branch,
  type Config,
  type Connection,
  type FieldValue,
  type Flow,
} from './app.ts'
import type { FlowTest, Mock, Sample, Scalar, Step, Tagged, TypeName } from './app.ts'
import { fault } from './fault.ts'

export const readLimits = {
  steps: 2_000,
  branchDepth: 64,
  jsonDepth: 128,
  text: 256 * 1024,
  name: 200,
  items: 10_000,
}

const typeNames: string[] = 'any str int float decimal bool bytes list dict datetime date time none'.split(
  ' ',
) satisfies string[]
const modes = ['text', 'expression', 'code']

/** JSON text of an app file. Faults: APP:NOT_AN_APP, APP:NEWER, APP:BROKEN, APP:TOO_LARGE. */
export function readAppText(text: string): App {
  return readApp(parseJson(text))
}

export function readApp(value: unknown): App {
  return new AppReader().app(value)
}

/** JSON that is not too deep and cannot pollute. */
export function parseJson(text: string): unknown {
  checkDepth(text)
  try {
    return JSON.parse(text)
  } catch {
    throw fault('APP:NOT_AN_APP', 'This is not JSON.', {
      hint: 'Open a file that was exported by Weft (.weft.json).',
    })
  }
}

/** Counts brackets outside strings, so that a parser never sees a text that is too deep. */
function checkDepth(text: string): void {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (inString) {
      if (c === 92) i++
      else if (c === 34) inString = false
    } else if (c === 34) inString = true
    else if (c === 123 || c === 91) {
      if (++depth > readLimits.jsonDepth)
        throw tooLarge(`is nested more than ${readLimits.jsonDepth} levels deep`)
    } else if (c === 125 || c === 93) depth--
  }
}

/** The parts that an app is read with; links use them for what else they carry. */
export class AppReader {
  #steps = 0
  #ids = new Set<string>()

  app(value: unknown): App {
    const format = isRecord(value) ? own(value, 'format') : undefined
    const version = /^weft\/(\d+)$/.exec(typeof format === 'string' ? format : '')?.[1]
    if (!isRecord(value) || !version) {
      throw fault('APP:NOT_AN_APP', 'This is not a Weft app.', {
        hint: 'Open a file that was exported by Weft (.weft.json).',
      })
    }
    if (format !== FORMAT) {
      throw fault('APP:NEWER', `This app has the format ${format}; this version of Weft knows ${FORMAT}.`, {
        hint: 'Open it with a newer version of Weft.',
        data: { format, known: FORMAT },
      })
    }
    const app: App = this.fresh({
      format: FORMAT,
      id: this.id(value, 'id', 'app'),
      name: this.name(value, 'name', 'app'),
      flows: this.list(value, 'flows', 'app', (item, at) => this.flow(item, at)),
      connections: this.list(value, 'connections', 'app', (item, at) => this.connection(item, at)),
      variables: this.list(value, 'variables', 'app', (item, at) => {
        const from = this.record(item, at)
        const type = this.oneOf(from, 'type', typeNames, at) as TypeName
        return this.fresh({
          id: this.id(from, 'id', at),
          name: this.name(from, 'name', at),
          type,
          value: this.tagged(own(from, 'value') ?? null, at),
        })
      }),
      types: this.list(value, 'types', 'app', (item, at) => {
        const from = this.record(item, at)
        return this.fresh({
          id: this.id(from, 'id', at),
          name: this.name(from, 'name', at),
          schema: this.tagged(own(from, 'schema') ?? null, at),
        })
      }),
      scripts: this.list(value, 'scripts', 'app', (item, at) => {
        const from = this.record(item, at)
        return this.fresh({
          id: this.id(from, 'id', at),
          name: this.name(from, 'name', at),
          source: this.text(from, 'source', at),
        })
      }),
      tests: this.list(value, 'tests', 'app', (item, at) => this.test(item, at)),
    })
    const description = this.maybeText(value, 'description', 'app')
    if (description !== undefined) app.description = description
    const origin = own(value, 'cameFrom')
    if (isRecord(origin)) {
      app.cameFrom = this.fresh({
        id: this.id(origin, 'id', 'cameFrom'),
        name: this.name(origin, 'name', 'cameFrom'),
      })
    }
    return app
  }

  flow(value: unknown, at: string): Flow {
    const from = this.record(value, at)
    const settings = own(from, 'settings')
    const flow: Flow = this.fresh({
      id: this.id(from, 'id', at),
      name: this.name(from, 'name', at),
      steps: this.list(from, 'steps', at, (item, place) => this.step(item, place, 0)),
      samples: this.list(from, 'samples', at, (item, place) => this.sample(item, place)),
      settings: this.fresh({}),
    })
    const trigger = own(from, 'trigger')
    if (trigger !== undefined && trigger !== null) flow.trigger = this.step(trigger, `${at}.trigger`, 0)
    if (isRecord(settings)) {
      if (own(settings, 'durable') === true) flow.settings.durable = true
      const trace = own(settings, 'trace')
      if (trace === 'full' || trace === 'failures' || trace === 'off') flow.settings.trace = trace
    }
    return flow
  }

  step(value: unknown, at: string, depth: number): Step {
    if (++this.#steps > readLimits.steps) throw tooLarge(`has more than ${readLimits.steps} steps`)
    if (depth > readLimits.branchDepth)
      throw tooLarge(`has branches more than ${readLimits.branchDepth} levels deep`)
    const from = this.record(value, at)
    const version = own(from, 'version')
    const step: Step = this.fresh({
      id: this.unique(this.id(from, 'id', at), at),
      component: this.name(from, 'component', at),
      version: typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1,
      name: this.name(from, 'name', at),
      config: this.config(own(from, 'config'), `${at}.config`),
    })
    const note = this.maybeText(from, 'note', at)
    if (note !== undefined) step.note = note
    if (own(from, 'disabled') === true) step.disabled = true
    const connection = this.maybeText(from, 'connection', at)
    if (connection !== undefined) step.connection = connection
    if (own(from, 'branches') !== undefined) {
      step.branches = this.list(from, 'branches', at, (item, place) => this.branch(item, place, depth + 1))
    }
    return step
  }

  branch(value: unknown, at: string, depth: number): Branch {
    const from = this.record(value, at)
    return this.fresh({
      id: this.unique(this.id(from, 'id', at), at),
      role: this.name(from, 'role', at),
      config: this.config(own(from, 'config'), `${at}.config`),
      steps: this.list(from, 'steps', at, (item, place) => this.step(item, place, depth)),
    })
  }

  connection(value: unknown, at: string): Connection {
    const from = this.record(value, at)
    return this.fresh({
      id: this.id(from, 'id', at),
      connector: this.name(from, 'connector', at),
      name: this.name(from, 'name', at),
      config: this.config(own(from, 'config'), `${at}.config`),
    })
  }

  config(value: unknown, at: string): Config {
    const config: Config = this.fresh({})
    if (value === undefined) return config
    for (const [name, field] of Object.entries(this.record(value, at))) {
      config[checkedKey(name, at)] = this.field(field, `${at}.${name}`)
    }
    return config
  }

  field(value: unknown, at: string): FieldValue {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
      return this.tagged(value, at) as Scalar
    const from = this.record(value, at)
    const mode = own(from, 'mode')
    if (mode === 'literal')
      return this.fresh({ mode: 'literal' as const, value: this.tagged(own(from, 'value') ?? null, at) })
    if (mode === 'secret') return this.fresh({ mode: 'secret' as const, id: this.id(from, 'id', at) })
    if (typeof mode !== 'string' || !modes.includes(mode))
      throw broken(`${at}.mode`, 'is not a mode of a field')
    const field: FieldValue = this.fresh({ mode: mode as 'text', source: this.text(from, 'source', at) })
    const as = own(from, 'as')
    if (typeof as === 'string' && typeNames.includes(as)) field.as = as as TypeName
    return field
  }

  sample(value: unknown, at: string): Sample {
    const from = this.record(value, at)
    const sample: Sample = this.fresh({ id: this.id(from, 'id', at), name: this.name(from, 'name', at) })
    const payload = own(from, 'payload')
    if (typeof payload === 'string') sample.payload = payload
    const mime = this.maybeText(from, 'mime', at)
    if (mime !== undefined) sample.mime = mime
    for (const part of ['attributes', 'variables'] as const) {
      const given = own(from, part)
      if (given !== undefined) sample[part] = this.tagged(given, `${at}.${part}`)
    }
    return sample
  }

  test(value: unknown, at: string): FlowTest {
    const from = this.record(value, at)
    const test: FlowTest = this.fresh({
      id: this.id(from, 'id', at),
      name: this.name(from, 'name', at),
      flow: this.id(from, 'flow', at),
      input: this.sample(own(from, 'input'), `${at}.input`),
      mocks: this.list(from, 'mocks', at, (item, place) => this.mock(item, place)),
      asserts: this.list(from, 'asserts', at, (item, place) => {
        if (typeof item !== 'string' || item.length > readLimits.text) throw broken(place, 'is not a text')
        return item
      }),
    })
    const clock = this.maybeText(from, 'clock', at)
    if (clock !== undefined) test.clock = clock
    const seed = own(from, 'seed')
    if (typeof seed === 'number') test.seed = seed
    return test
  }

  mock(value: unknown, at: string): Mock {
    const from = this.record(value, at)
    const mock: Mock = this.fresh({
      step: this.id(from, 'step', at),
      answers: this.list(from, 'answers', at, (item, place) => {
        const answer = this.record(item, place)
        const failed = own(answer, 'fault')
        if (isRecord(failed)) {
          return this.fresh({
            fault: this.fresh({
              code: this.name(failed, 'code', place),
              message: this.text(failed, 'message', place),
            }),
          })
        }
        const attributes = own(answer, 'attributes')
        const payload = this.tagged(own(answer, 'payload') ?? null, place)
        return attributes === undefined
          ? this.fresh({ payload })
          : this.fresh({ payload, attributes: this.tagged(attributes, place) })
      }),
    })
    const delay = own(from, 'delay')
    if (typeof delay === 'number') mock.delay = delay
    return mock
  }

  /** Any JSON, copied. */
  tagged(value: unknown, at: string): Tagged {
    if (
      value === null ||
      typeof value === 'boolean' ||
      typeof value === 'number' ||
      typeof value === 'string'
    )
      return value
    if (Array.isArray(value)) return value.map((item) => this.tagged(item, at))
    if (!isRecord(value)) throw broken(at, 'is not JSON')
    const copy: { [key: string]: Tagged } = this.fresh({})
    for (const [key, item] of Object.entries(value)) copy[checkedKey(key, at)] = this.tagged(item, at)
    return copy
  }

  record(value: unknown, at: string): Record<string, unknown> {
    if (!isRecord(value)) throw broken(at, 'is not an object')
    return value
  }
  list<T>(
    from: Record<string, unknown>,
    name: string,
    at: string,
    read: (item: unknown, at: string) => T,
  ): T[] {
    const items = own(from, name) ?? []
    if (!Array.isArray(items)) throw broken(`${at}.${name}`, 'is not a list')
    if (items.length > readLimits.items)
      throw tooLarge(`has more than ${readLimits.items} entries in ${at}.${name}`)
    return items.map((item, i) => read(item, `${at}.${name}[${i}]`))
  }
  text(from: Record<string, unknown>, name: string, at: string): string {
    const value = own(from, name)
    if (typeof value !== 'string') throw broken(`${at}.${name}`, 'is not a text')
    if (value.length > readLimits.text)
      throw tooLarge(`has more than ${readLimits.text} characters in ${at}.${name}`)
    return value
  }
  maybeText(from: Record<string, unknown>, name: string, at: string): string | undefined {
    const value = own(from, name)
    return value === undefined || value === null ? undefined : this.text(from, name, at)
  }
  name(from: Record<string, unknown>, name: string, at: string): string {
    const value = this.text(from, name, at)
    if (value.length > readLimits.name)
      throw tooLarge(`has more than ${readLimits.name} characters in ${at}.${name}`)
    return value
  }
  id(from: Record<string, unknown>, name: string, at: string): string {
    const value = this.name(from, name, at)
    if (!/^[\w.:/@-]+$/.test(value)) throw broken(`${at}.${name}`, 'is not an id')
    return value
  }
  oneOf(from: Record<string, unknown>, name: string, values: string[], at: string): string {
    const value = own(from, name)
    if (typeof value !== 'string' || !values.includes(value))
      throw broken(`${at}.${name}`, `is none of ${values.join(', ')}`)
    return value
  }
  unique(id: string, at: string): string {
    if (this.#ids.has(id)) throw broken(`${at}.id`, `is the id of another step or branch (${id})`)
    this.#ids.add(id)
    return id
  }
  /** The same fields in an object without a prototype. */
  fresh<T extends object>(fields: T): T {
    return Object.assign(Object.create(null), fields) as T
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function own(from: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(from, name) ? from[name] : undefined
}
function checkedKey(key: string, at: string): string {
  if (key === '__proto__') throw broken(at, 'has a key that is not allowed (__proto__)')
  return key
}
function broken(at: string, what: string) {
  return fault('APP:BROKEN', `The app cannot be read: ${at} ${what}.`, {
    hint: 'The file or link was changed or damaged. Ask its sender for a new one.',
    data: { place: at },
  })
}
function tooLarge(what: string) {
  return fault('APP:TOO_LARGE', `The app ${what}.`, { data: { limits: readLimits } })
}
