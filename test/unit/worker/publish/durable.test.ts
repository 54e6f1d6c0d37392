// Durable runs: what a killed tab left goes on in the next one; every effect is recorded once, done again only where it may be.
import { describe, expect, test } from 'vitest'
import type { App, Flow, Step, Tagged } from '../../../../worker/model/app.ts'
import type { ProtocolCall } from '../../../../worker/model/protocol-link.ts'
import type { RunSummary } from '../../../../worker/model/event.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { appOf, branch, code, ex, flow, step } from '../../../support/engine.ts'
import { settled, until, World } from '../../../support/durable-world.ts'

const durable = (steps: Step[], trigger = step('http-listener', { path: '/in' })): Flow =>
  flow(steps, { trigger, settings: { durable: true } })
const call = (path: string, method: string, more: Record<string, Tagged> = {}): Step =>
  step('http/request', { url: path, method, ...more })
const ask = {
  method: 'POST',
  path: '/in',
  url: 'http://h/hook/in',
  headers: [] as [string, string][],
  body: new Uint8Array(),
}
const setting = { granted: { hosts: 'all' as const } }

/** Publishes, asks once, and kills the tab while it waits at the held path. */
async function killedAt(world: World, app: App) {
  const first = world.tab()
  first.publisher.publish(app, setting)
  void first.publisher.answer(ask)
  await until(() => world.calls.some((one) => world.held.has(one.split(' ')[1]!)))
  await settled()
  first.kill()
  world.held.clear()
  const second = world.tab()
  const resumed = await second.runs.resume()
  await second.runs.idle()
  const [run] = await second.store.runs({ limit: 1 })
  return { ...second, resumed, run: run as RunSummary }
}

describe('a killed durable run', () => {
  test('goes on: what has an outcome is not done again, what may be repeated is', async () => {
    const world = new World()
    world.held.add('/c')
    const loop = step('for-each', { items: ex('[1, 2]') }, branch('body', [call('/b', 'POST')]))
    const { run, resumed } = await killedAt(world, appOf(durable([call('/a', 'POST'), loop, call('/c', 'PUT'), call('/d', 'POST')]))) // prettier-ignore
    expect(world.calls).toEqual(['POST /a', 'POST /b', 'POST /b', 'PUT /c', 'PUT /c', 'POST /d'])
    expect([resumed, run.outcome, run.durable?.epoch]).toEqual([1, 'ok', 2])
  })

  test('chance and the clock stay as they were for what was sent', async () => {
    const world = new World()
    world.held.add('/b')
    const draw = step('transform', { value: code('import random\ndef dw_process(msg):\n  return str(random.random())') }) // prettier-ignore
    const send = call('/b', 'POST', {
      repeat: 'with key',
      body: { mode: 'expression', source: 'msg.payload' },
    })
    const { run } = await killedAt(world, appOf(durable([draw, send])))
    expect(run.outcome).toBe('ok')
    expect(world.calls).toEqual(['POST /b', 'POST /b'])
    expect(world.bodies[1]).toBe(world.bodies[0])
    expect(world.keys[0]).toMatch(/^[\w-]{22}$/)
    expect(world.keys[1]).toBe(world.keys[0])
  })

  test.each([
    ['again', 'ok', ['POST /a', 'POST /a', 'POST /b']],
    ['done', 'ok', ['POST /a', 'POST /b']],
    ['failed', 'failed', ['POST /a']],
  ] as const)('stops where a repeat is not allowed; %s: it goes on so', async (decision, outcome, calls) => {
    const world = new World()
    world.held.add('/a')
    // No Try may swallow it.
    const tried = step(
      'try',
      {},
      branch('body', [call('/a', 'POST')]),
      branch('catch', [], { errors: 'HTTP:*' }),
    )
    const { run, runs, store } = await killedAt(world, appOf(durable([tried, call('/b', 'POST')])))
    expect([run.outcome, run.fault?.code, world.calls]).toEqual([
      'failed',
      'RUN:OUTCOME_UNKNOWN',
      ['POST /a'],
    ])
    expect(run.fault!.data).toMatchObject({ kind: 'http', asked: 'POST http://out.test/a' })
    const { events } = (await store.loadRun(run.id))!
    const faults = events.filter(({ kind }) => kind === 'fault').map(({ path }) => path)
    expect(faults).toEqual([run.fault!.at!.path])
    await runs.decide(run.id, decision)
    await runs.resume()
    await runs.idle()
    const [now] = await store.runs({ limit: 1 })
    expect([now!.outcome, world.calls]).toEqual([outcome, calls])
    await expect(runs.decide(run.id, decision)).rejects.toMatchObject({ code: 'RUN:NOT_UNKNOWN' })
  })

  test('runs in the version it began with', async () => {
    const world = new World()
    world.held.add('/a')
    const app = appOf(durable([call('/a', 'GET'), call('/old', 'GET')]))
    const first = world.tab()
    first.publisher.publish(app, setting)
    void first.publisher.answer(ask)
    await until(() => world.calls.length > 0)
    const edited: App = { ...app, flows: [durable([call('/new', 'GET')])] }
    await first.store.addVersion(edited, '')
    first.kill()
    world.held.clear()
    const second = world.tab()
    await second.runs.resume()
    second.publisher.publish(edited, setting)
    await settled()
    expect(world.calls).toEqual(['GET /a', 'GET /a', 'GET /old'])
  })

  test('sleeps only what is left', async () => {
    const world = new World()
    world.held.add('sleep')
    const first = world.tab()
    first.publisher.publish(appOf(durable([step('sleep', { time: '60 s' })])), setting)
    void first.publisher.answer(ask)
    await until(() => world.slept.length > 0)
    first.kill()
    world.now += 45_000
    world.held.clear()
    await world.tab().runs.resume()
    await settled()
    expect(world.slept).toEqual([60_000, 15_000])
  })

  test('that kills its worker each time is given up, kept as a dead letter, and can be run again', async () => {
    const world = new World()
    world.held.add('/a')
    const app = appOf(durable([call('/a', 'GET')]))
    let tab = world.tab()
    tab.publisher.publish(app, setting)
    void tab.publisher.answer(ask)
    await until(() => world.calls.length > 0)
    for (let i = 0; i < 8; i++) {
      tab.kill()
      tab = world.tab()
      await tab.runs.resume()
      await settled()
      tab.wake()
      await settled()
    }
    const dead = await tab.store.runs({ dead: true, limit: 9 })
    expect(dead.map(({ outcome, fault }) => [outcome, fault?.code])).toEqual([['failed', 'RUN:POISON']])
    const sent = world.calls.length
    expect(sent).toBe(6)
    world.held.clear()
    const { record } = (await tab.store.loadRun(dead[0]!.id))!
    tab.runs.again('again', { app, setting }, app.flows[0]!.id, record!.input)
    await settled()
    expect((await tab.store.loadRun('again'))?.summary.outcome).toBe('ok')
  })

  test('that is killed while it is read, again and again, goes on at once when it is not', async () => {
    const world = new World()
    world.held.add('/a')
    let tab = world.tab()
    tab.publisher.publish(appOf(durable([call('/a', 'GET')])), setting)
    void tab.publisher.answer(ask)
    await until(() => world.calls.length > 0)
    for (let asked = 1; asked <= 12; asked++) {
      tab.kill()
      tab = world.tab()
      let left = asked
      world.killsNow = () => --left < 0
      void tab.runs.resume()
      await settled()
      world.killsNow = () => false
      // Those that came as far as the call have begun.
      if (world.calls.length > 1) break
    }
    expect(tab.isDead()).toBe(true)
    world.held.clear()
    const last = world.tab()
    await last.runs.resume()
    await settled()
    const [run] = await last.store.runs({ limit: 1 })
    expect(run!.outcome).toBe('ok')
    expect(run!.durable!.epoch).toBeGreaterThan(5)
  })

  test('of a tab that was frozen, not killed, writes nothing any more', async () => {
    const world = new World()
    world.held.add('/a')
    const frozen = world.tab()
    frozen.publisher.publish(appOf(durable([call('/a', 'GET'), call('/b', 'POST')])), setting)
    void frozen.publisher.answer(ask)
    await until(() => world.calls.length > 0)
    const [{ id }] = (await frozen.store.runs({ limit: 1 })) as [RunSummary]
    const other = world.tab()
    await other.runs.resume()
    await settled()
    await expect(frozen.store.addToJournal(id, 1, [])).rejects.toMatchObject({ code: 'RUN:FENCED' })
    await other.store.addToJournal(id, 2, [])
  })

  test('comes back from the log alone when the database is gone', async () => {
    const world = new World()
    world.held.add('/b')
    const first = world.tab()
    first.publisher.publish(
      appOf(durable([call('/a', 'POST'), call('/b', 'GET'), call('/c', 'POST')])),
      setting,
    )
    void first.publisher.answer(ask)
    await until(() => world.calls.length > 1)
    first.kill()
    world.held.clear()
    world.machine.tables = new MemoryTables()
    const second = world.tab()
    expect((await second.store.open()).recovered).toMatchObject({ reason: 'database-lost', runs: 1 })
    await second.runs.resume()
    await settled()
    expect(world.calls).toEqual(['POST /a', 'GET /b', 'GET /b', 'POST /c'])
  })
})

describe('a killed run inside a database transaction', () => {
  /** Statements that a database has: those of a transaction when it ends well, none of a connection that was lost. */
  class Database {
    readonly rows: string[] = []
    #pending = new Map<string, string[]>()
    lose(): void {
      this.#pending.clear()
    }
    call(operation: string, statement: string, transaction: string | undefined): void {
      const pending = transaction === undefined ? undefined : (this.#pending.get(transaction) ?? [])
      if (operation === 'commit') this.rows.push(...(pending ?? []))
      if (operation === 'commit' || operation === 'rollback') return void this.#pending.delete(transaction!)
      if (!pending) this.rows.push(statement)
      else this.#pending.set(transaction!, [...pending, statement])
    }
  }

  test.each([
    ['before it ends: all of it is done again', 'insert 2', ['one', 'two', 'after']],
    ['after it ended: nothing of it is', 'insert after', ['one', 'two']],
  ])('%s', async (_, heldAt, rows) => {
    const world = new World()
    const database = new Database()
    const connection = { id: 'c1', connector: 'postgresql', name: 'Db', config: { host: 'h', port: 1, database: 'd', user: 'u' } } // prettier-ignore
    const insert = (name: string): Step => ({
      ...step('postgresql/insert', { sql: name }),
      connection: 'c1',
    })
    const both = [insert('one'), insert('two')]
    const tried = step('try', { transaction: true }, branch('body', both), branch('catch', []))
    const app: App = { ...appOf(durable([tried, insert('after')])), connections: [connection] }
    let count = 0
    let answer = (): void => {}
    let held = true
    world.protocols = async () => ({
      call: async ({ operation, arguments: given, transaction }: ProtocolCall) => {
        const statement = String(given.get('sql') ?? operation)
        const name =
          statement === 'one' ? 'insert 1' : statement === 'two' ? 'insert 2' : `insert ${statement}`
        if (held && name === heldAt) await new Promise<void>((go) => (answer = go))
        count++
        database.call(operation, statement, transaction)
        return { payload: 1 }
      },
    })
    const first = world.tab()
    first.publisher.publish(app, setting)
    void first.publisher.answer(ask)
    await until(() => count >= (heldAt === 'insert 2' ? 1 : 3))
    await settled()
    first.kill()
    database.lose()
    held = false
    void answer
    const second = world.tab()
    await second.runs.resume()
    await second.runs.idle()
    const [run] = await second.store.runs({ limit: 1 })
    expect([run!.outcome, run!.fault?.code, database.rows]).toEqual(
      heldAt === 'insert 2' ? ['ok', undefined, rows] : ['failed', 'RUN:OUTCOME_UNKNOWN', rows],
    )
  })
})

describe('without room in the store', () => {
  test('a durable flow does not begin: 503, and its caller may come again', async () => {
    const world = new World()
    const { publisher } = world.tab()
    publisher.publish(appOf(durable([call('/a', 'POST')])), setting)
    expect((await publisher.answer(ask)).status).toBe(200)
    world.machine.folder.room = 0
    const paused = await publisher.answer(ask)
    expect([paused.status, paused.headers]).toEqual([503, expect.arrayContaining([['retry-after', '30']])])
    expect(world.calls).toEqual(['POST /a'])
    world.machine.folder.room = Infinity
    expect((await publisher.answer(ask)).status).toBe(200)
  })

  test('a run under way waits before its next effect, and goes on when there is room', async () => {
    const world = new World()
    const tab = world.tab()
    const steps = [call('/a', 'POST'), step('sleep', { time: '10 ms' }), call('/b', 'POST')]
    tab.publisher.publish(appOf(durable(steps)), setting)
    world.held.add('/a')
    const answer = tab.publisher.answer(ask)
    await until(() => world.calls.length > 0)
    world.machine.folder.room = 0
    world.answer()
    await settled()
    expect(world.calls).toEqual(['POST /a'])
    world.machine.folder.room = Infinity
    tab.wake()
    expect((await answer).status).toBe(200)
    expect(world.calls).toEqual(['POST /a', 'POST /b'])
  })
})

test('every place where the store fails in turn: nothing is lost, nothing done twice', async () => {
  for (let n = 1; n < 40; n++) {
    const world = new World()
    const app = appOf(
      durable([call('/a', 'POST', { repeat: 'with key' }), call('/b', 'POST', { repeat: 'with key' })]),
    )
    const tab = world.tab()
    let writes = 0
    const { folder } = world.machine
    const open = folder.open.bind(folder)
    folder.open = async (name) => {
      const file = await open(name)
      const append = file.append.bind(file)
      return Object.assign(Object.create(file) as typeof file, {
        append: (bytes: Uint8Array) => {
          if (++writes === n) throw new DOMException('no room', 'QuotaExceededError')
          append(bytes)
        },
      })
    }
    tab.publisher.publish(app, setting)
    const answered = tab.publisher.answer(ask)
    for (let i = 0; i < 5; i++) {
      await settled()
      tab.wake()
    }
    const { status } = await answered
    expect([200, 503, 500]).toContain(status)
    const distinct = new Set(world.keys)
    expect([n, world.calls.length, distinct.size]).toEqual([
      n,
      status === 200 ? 2 : 0,
      status === 200 ? 2 : 0,
    ])
    if (writes < n) return
  }
})
