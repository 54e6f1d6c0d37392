// From a file, a link or the clipboard to an App: hostile until read here. Every object is made anew from the keys that
// are known, with bounded sizes; `__proto__` keys and newer formats are refused. What is not known as a component is
// kept as it is: checks of the App report it.
import {
  FORMAT,
  type App,
  type Branch,
  type Config,
  type Connection,
  type FieldValue,
  type Flow,
  type Sample,
  type Step,
  type Tagged,
  type TypeName,
} from './app.ts'
import { fault, type Fault } from './fault.ts'
import type { FlowTest, Mock, MockAnswer, TestCase } from './flow-test.ts'
import { newId } from './id.ts'
import { lessonFrom } from './lesson-file.ts'
import type { LessonParts } from './lesson.ts'

/** Limits of an app file. */
export const APP_LIMITS = {
  bytes: 16 * 1024 * 1024,
  depth: 128,
  steps: 20_000,
  list: 50_000,
  text: 4 * 1024 * 1024,
}

const TYPES: TypeName[] = ['any', 'str', 'int', 'float', 'decimal', 'bool', 'bytes', 'list', 'dict', 'datetime', 'date', 'time', 'none'] // prettier-ignore

/**
 * Text of an app file → App. Throws APP:SYNTAX (no JSON), APP:FORMAT (not an app), APP:NEWER (made by a newer Weft),
 * APP:TOO_LARGE, APP:DEPTH, APP:UNSAFE_KEY, APP:FIELD (with the place in `data.where`).
 */
export function parseApp(text: string): App {
  return appFrom(parseBounded(text))
}

/** JSON with its limits checked: size, depth, keys. */
export function parseBounded(text: string): Tagged {
  if (text.length > APP_LIMITS.bytes)
    throw fault('APP:TOO_LARGE', `The file has ${text.length} characters, more than ${APP_LIMITS.bytes}.`)
  let parsed: Tagged
  try {
    parsed = JSON.parse(text) as Tagged
  } catch (error) {
    throw fault('APP:SYNTAX', `The text is not JSON: ${(error as Error).message}.`, {
      hint: 'Open a file that Weft has exported.',
    })
  }
  checkTree(parsed, 0)
  return parsed
}

/** An App from parsed JSON, e.g. from a link. */
export function appFrom(thing: Tagged): App {
  checkTree(thing, 0)
  const at = new Reader('')
  const app = at.object(thing)
  const format = app['format']
  if (typeof format !== 'string' || !format.startsWith('weft/'))
    throw fault('APP:FORMAT', 'The file is not a Weft app.', { hint: 'Open a file that Weft has exported.' })
  if (format !== FORMAT)
    throw fault('APP:NEWER', `The app has the format ${format.slice(0, 40)}; this Weft reads ${FORMAT}.`, {
      hint: 'Open it with a newer version of Weft.',
      data: { format: format.slice(0, 40) },
    })
  const result: App = {
    format: FORMAT,
    id: at.text(app['id'] ?? newId(), 'id', 64),
    name: at.text(app['name'] ?? 'App', 'name', 500),
    ...partsFrom(app, at),
  }
  if (app['mocks'] !== undefined) result.mocks = mocksFrom(app['mocks'], at)
  if (app['description'] !== undefined) result.description = at.text(app['description'], 'description')
  if (app['cameFrom'] !== undefined) result.cameFrom = named(at.object(app['cameFrom']), at.in('cameFrom'))
  if (app['lesson'] !== undefined)
    result.lesson = lessonFrom(app['lesson'], at.in('lesson'), {
      parts: (part, here) => {
        const parts = partsFrom(here.object(part), here)
        checkIds(parts)
        return parts
      },
      step: stepFrom,
      branch: branchFrom,
      config: configFrom,
    })
  checkIds(result)
  return result
}

function partsFrom(app: { [key: string]: Tagged }, at: Reader): LessonParts {
  return {
    flows: at.list(app['flows'] ?? [], 'flows').map((flow, i) => flowFrom(flow, at.in(`flows[${i}]`))),
    connections: connectionsFrom(app['connections'] ?? []),
    variables: at.list(app['variables'] ?? [], 'variables').map((one, i) => {
      const here = at.in(`variables[${i}]`)
      const variable = here.object(one)
      return {
        ...named(variable, here),
        type: typeName(variable['type'] ?? 'any', here),
        value: variable['value'] ?? null,
      }
    }),
    types: at.list(app['types'] ?? [], 'types').map((one, i) => {
      const here = at.in(`types[${i}]`)
      return { ...named(here.object(one), here), schema: here.object(one)['schema'] ?? true }
    }),
    scripts: at.list(app['scripts'] ?? [], 'scripts').map((one, i) => {
      const here = at.in(`scripts[${i}]`)
      return {
        ...named(here.object(one), here),
        source: here.text(here.object(one)['source'] ?? '', 'source'),
      }
    }),
    tests: at.list(app['tests'] ?? [], 'tests').map((test, i) => testFrom(test, at.in(`tests[${i}]`))),
  }
}

export function stepsFrom(thing: Tagged, at = new Reader('steps')): Step[] {
  return at.list(thing, '').map((step, i) => stepFrom(step, at.in(`[${i}]`)))
}

export function connectionsFrom(thing: Tagged, at = new Reader('connections')): Connection[] {
  return at.list(thing, '').map((one, i) => {
    const here = at.in(`[${i}]`)
    const connection = here.object(one)
    return {
      ...named(connection, here),
      connector: here.text(connection['connector'], 'connector', 200),
      config: configFrom(connection['config'] ?? {}, here.in('config')),
    }
  })
}

function flowFrom(thing: Tagged, at: Reader): Flow {
  const flow = at.object(thing)
  const settings = at.object(flow['settings'] ?? {})
  const trace = settings['trace']
  const result: Flow = {
    ...named(flow, at),
    steps: stepsFrom(flow['steps'] ?? [], at.in('steps')),
    samples: at.list(flow['samples'] ?? [], 'samples').map((s, i) => sampleFrom(s, at.in(`samples[${i}]`))),
    settings: {
      ...(typeof settings['durable'] === 'boolean' && { durable: settings['durable'] }),
      ...(typeof settings['timeLimit'] === 'string' && {
        timeLimit: at.text(settings['timeLimit'], 'settings.timeLimit', 40),
      }),
      ...((trace === 'full' || trace === 'failures' || trace === 'off') && { trace }),
    },
  }
  return flow['trigger'] ? { ...result, trigger: stepFrom(flow['trigger'], at.in('trigger')) } : result
}

function stepFrom(thing: Tagged, at: Reader): Step {
  const step = at.object(thing)
  const result: Step = {
    id: at.text(step['id'], 'id', 64),
    component: at.text(step['component'], 'component', 200),
    version: at.number(step['version'] ?? 1, 'version'),
    name: at.text(step['name'] ?? '', 'name', 500),
    config: configFrom(step['config'] ?? {}, at.in('config')),
  }
  if (step['note'] !== undefined) result.note = at.text(step['note'], 'note')
  if (step['payloadType'] !== undefined) result.payloadType = at.text(step['payloadType'], 'payloadType', 500)
  if (step['disabled'] === true) result.disabled = true
  if (step['connection'] !== undefined) result.connection = at.text(step['connection'], 'connection', 64)
  if (step['branches'] !== undefined)
    result.branches = at
      .list(step['branches'], 'branches')
      .map((branch, i) => branchFrom(branch, at.in(`branches[${i}]`)))
  return result
}

function branchFrom(thing: Tagged, at: Reader): Branch {
  const branch = at.object(thing)
  return {
    id: at.text(branch['id'], 'id', 64),
    role: at.text(branch['role'], 'role', 100),
    config: configFrom(branch['config'] ?? {}, at.in('config')),
    steps: stepsFrom(branch['steps'] ?? [], at.in('steps')),
  }
}

export function configFrom(thing: Tagged, at: Reader): Config {
  const config: Config = {}
  for (const [name, value] of Object.entries(at.object(thing))) config[name] = fieldFrom(value, at.in(name))
  return config
}

function fieldFrom(thing: Tagged, at: Reader): FieldValue {
  if (thing === null || typeof thing !== 'object')
    return typeof thing === 'string' ? at.text(thing, '') : thing
  const value = at.object(thing)
  switch (value['mode']) {
    case 'literal':
      return { mode: 'literal', value: value['value'] ?? null }
    case 'secret':
      return { mode: 'secret', id: at.text(value['id'], 'id', 64) }
    case 'text':
    case 'expression':
    case 'code': {
      const source = { mode: value['mode'], source: at.text(value['source'], 'source') } as const
      return value['as'] === undefined ? source : { ...source, as: typeName(value['as'], at) }
    }
  }
  throw at.wrong('mode', 'literal, text, expression, code or secret')
}

export function sampleFrom(thing: Tagged, at: Reader): Sample {
  const sample = at.object(thing)
  const result: Sample = named(sample, at)
  if (typeof sample['payload'] === 'string') result.payload = sample['payload']
  if (sample['base64'] === true) result.base64 = true
  if (sample['value'] !== undefined) result.value = sample['value']
  if (typeof sample['mime'] === 'string') result.mime = at.text(sample['mime'], 'mime', 200)
  if (sample['attributes'] !== undefined) result.attributes = sample['attributes']
  if (sample['variables'] !== undefined) result.variables = sample['variables']
  return result
}

function testFrom(thing: Tagged, at: Reader): FlowTest {
  const test = at.object(thing)
  const result: FlowTest = {
    ...named(test, at),
    flow: at.text(test['flow'], 'flow', 64),
    input: sampleFrom(test['input'] ?? { id: newId(), name: '' }, at.in('input')),
    mocks: mocksFrom(test['mocks'] ?? [], at),
    asserts: textsFrom(test['asserts'] ?? [], at, 'asserts'),
  }
  if (typeof test['clock'] === 'string') result.clock = at.text(test['clock'], 'clock', 100)
  if (test['seed'] !== undefined) result.seed = at.number(test['seed'], 'seed')
  if (test['cases'] !== undefined)
    result.cases = at.list(test['cases'], 'cases').map((one, i) => caseFrom(one, at.in(`cases[${i}]`)))
  if (test['before'] !== undefined) result.before = at.text(test['before'], 'before', 64)
  if (test['after'] !== undefined) result.after = at.text(test['after'], 'after', 64)
  if (test['skip'] === true) result.skip = true
  return result
}

function caseFrom(thing: Tagged, at: Reader): TestCase {
  const one = at.object(thing)
  const result: TestCase = named(one, at)
  if (one['input'] !== undefined) result.input = sampleFrom(one['input'], at.in('input'))
  if (one['mocks'] !== undefined) result.mocks = mocksFrom(one['mocks'], at)
  if (one['values'] !== undefined) result.values = one['values']
  if (one['asserts'] !== undefined) result.asserts = textsFrom(one['asserts'], at, 'asserts')
  return result
}

export function mocksFrom(thing: Tagged, at: Reader): Mock[] {
  return at.list(thing, 'mocks').map((mock, i) => mockFrom(mock, at.in(`mocks[${i}]`)))
}

function mockFrom(thing: Tagged, at: Reader): Mock {
  const mock = at.object(thing)
  const answers = at
    .list(mock['answers'] ?? [], 'answers')
    .map((one, i) => answerFrom(one, at.in(`answers[${i}]`)))
  const result: Mock = { step: at.text(mock['step'], 'step', 64), answers }
  if (mock['delay'] !== undefined) result.delay = at.number(mock['delay'], 'delay')
  return result
}

function answerFrom(thing: Tagged, at: Reader): MockAnswer {
  const answer = at.object(thing)
  if (answer['expression'] !== undefined) return { expression: at.text(answer['expression'], 'expression') }
  if (answer['fault'] !== undefined) {
    const failed = at.object(answer['fault'])
    const code = at.text(failed['code'], 'code', 200)
    return { fault: { code, message: at.text(failed['message'] ?? '', 'message') } }
  }
  return {
    payload: answer['payload'] ?? null,
    ...(answer['attributes'] !== undefined && { attributes: answer['attributes'] }),
    ...(answer['variables'] !== undefined && { variables: at.object(answer['variables']) }),
  }
}

function textsFrom(thing: Tagged, at: Reader, name: string): string[] {
  return at.list(thing, name).map((one, i) => at.text(one, `${name}[${i}]`))
}

function named(thing: { [key: string]: Tagged }, at: Reader): { id: string; name: string } {
  return { id: at.text(thing['id'] ?? newId(), 'id', 64), name: at.text(thing['name'] ?? '', 'name', 500) }
}

function typeName(thing: Tagged, at: Reader): TypeName {
  const type = TYPES.find((name) => name === thing)
  if (!type) throw at.wrong('as', TYPES.join(', '))
  return type
}

/** Says where it reads, so that a Fault can. */
export class Reader {
  readonly where: string
  constructor(where: string) {
    this.where = where
  }
  in(name: string): Reader {
    return new Reader(this.where && !name.startsWith('[') ? `${this.where}.${name}` : this.where + name)
  }
  object(thing: Tagged | undefined): { [key: string]: Tagged } {
    if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) throw this.wrong('', 'an object')
    return thing
  }
  list(thing: Tagged | undefined, name: string): Tagged[] {
    if (!Array.isArray(thing) || thing.length > APP_LIMITS.list) throw this.wrong(name, 'a list')
    return thing
  }
  text(thing: Tagged | undefined, name: string, longest = APP_LIMITS.text): string {
    if (typeof thing !== 'string' || thing.length > longest)
      throw this.wrong(name, `text of at most ${longest} characters`)
    return thing
  }
  number(thing: Tagged | undefined, name: string): number {
    if (typeof thing !== 'number' || !Number.isFinite(thing)) throw this.wrong(name, 'a number')
    return thing
  }
  wrong(name: string, wanted: string): Fault {
    const where = name ? this.in(name).where : this.where
    return fault('APP:FIELD', `${where || 'The app'} is not ${wanted}.`, { data: { where, wanted } })
  }
}

function checkTree(thing: Tagged, depth: number): void {
  if (typeof thing !== 'object' || thing === null) return
  if (depth > APP_LIMITS.depth)
    throw fault('APP:DEPTH', `The file is nested deeper than ${APP_LIMITS.depth} levels.`)
  if (Array.isArray(thing)) {
    for (const item of thing) checkTree(item, depth + 1)
    return
  }
  for (const key of Object.keys(thing)) {
    if (key === '__proto__') throw fault('APP:UNSAFE_KEY', `The file has a key ${key}, which no app has.`)
    checkTree(thing[key]!, depth + 1)
  }
}

/** Ids are unique over flows, steps and branches, and there are not too many steps. */
function checkIds(app: Pick<App, 'flows'>): void {
  const seen = new Set<string>()
  let steps = 0
  const claim = (id: string) => {
    if (seen.has(id)) throw fault('APP:FIELD', `The id ${id} stands twice in the app.`, { data: { id } })
    seen.add(id)
  }
  const visit = (step: Step) => {
    claim(step.id)
    if (++steps > APP_LIMITS.steps)
      throw fault('APP:TOO_LARGE', `The app has more than ${APP_LIMITS.steps} steps.`)
    for (const branch of step.branches ?? []) {
      claim(branch.id)
      branch.steps.forEach(visit)
    }
  }
  for (const flow of app.flows) {
    claim(flow.id)
    if (flow.trigger) visit(flow.trigger)
    flow.steps.forEach(visit)
  }
}
