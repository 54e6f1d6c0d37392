// The `effect` library doing the same ten steps, each an effect: `node effect.mjs FOLDER MESSAGES IN_FLIGHT` prints one JSON line.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, messages, inFlight] = process.argv.slice(2)
const { Effect } = await import(pathToFileURL(createRequire(join(folder, 'x.js')).resolve('effect')).href)
const text = '{"id": 7, "price": 12.5, "qty": 9, "tags": ["a", "b", "c"], "note": "ring twice"}'
let logged = 0

const step = (message, change) => Effect.sync(() => ({ ...message, ...change(message) }))
const flow = (payload) =>
  Effect.gen(function* () {
    let message = { payload, variables: {} }
    const set = (name, value) => step(message, (m) => ({ variables: { ...m.variables, [name]: value(m) } }))
    message = yield* set('id', (m) => m.payload.id)
    message = yield* set('total', (m) => m.payload.price * m.payload.qty)
    message = yield* message.variables.total > 100 ? set('size', () => 'large') : set('size', () => 'small')
    yield* Effect.forEach(message.payload.tags, (tag) =>
      Effect.map(set('last', () => tag), (next) => void (message = next)),
    ) // prettier-ignore
    message = yield* step(message, ({ variables: { id, total, size } }) => ({ payload: { id, total, size } }))
    yield* Effect.sync(() => void (logged += `order ${message.variables.id}`.length))
    message = yield* step(message, ({ variables: { last: _last, ...variables } }) => ({ variables }))
    return yield* step(message, (m) => ({ payload: { ...m.payload, done: true } }))
  })

async function run(count, width) {
  let left = count
  const caller = async () => {
    while (left-- > 0) {
      const { payload } = await Effect.runPromise(flow(JSON.parse(text)))
      if (payload.total !== 112.5 || payload.size !== 'large' || !payload.done)
        throw new Error('wrong result')
    }
  }
  await Promise.all(Array.from({ length: width }, caller))
}

await run(Number(messages) / 2, Number(inFlight))
const cpu = process.cpuUsage()
const began = performance.now()
await run(Number(messages), Number(inFlight))
const wall = performance.now() - began
const { user, system } = process.cpuUsage(cpu)
console.log(JSON.stringify({ wall: (wall * 1000) / messages, cpu: (user + system) / messages }))
