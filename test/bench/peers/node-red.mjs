// Node-RED doing the ten steps of node-red-flow.json: `node node-red.mjs FOLDER MESSAGES IN_FLIGHT` prints one JSON line.
// FOLDER is where Node-RED is installed.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [folder, messages, inFlight] = process.argv.slice(2)
const RED = createRequire(join(folder, 'x.js'))('node-red')
const userDir = mkdtempSync(join(tmpdir(), 'weft-bench-red-'))
copyFileSync(new URL('node-red-flow.json', import.meta.url), join(userDir, 'flows.json'))
const server = createServer()
let ended = () => {}
// The last node tells that a message is through.
const settings = { userDir, functionGlobalContext: { ended: (message) => ended(message) }, httpAdminRoot: false, httpNodeRoot: false, logging: { console: { level: 'off' } }, flowFile: 'flows.json', editorTheme: { tours: false } } // prettier-ignore
RED.init(server, settings)
await RED.start()
const { util } = RED
for (let i = 0; i < 200 && !RED.nodes.getNode('s01'); i++) await new Promise((later) => setTimeout(later, 10))
const first = RED.nodes.getNode('s01')
const text = '{"id": 7, "price": 12.5, "qty": 9, "tags": ["a", "b", "c"], "note": "ring twice"}'

function run(count, width) {
  return new Promise((done) => {
    let sent = 0
    let through = 0
    const send = () => {
      if (sent >= count) return
      sent++
      first.receive({ _msgid: util.generateId(), payload: JSON.parse(text) })
    }
    ended = (message) => {
      const { id, total, size, done: is } = message.payload
      if (id !== 7 || total !== 112.5 || size !== 'large' || is !== true) throw new Error(JSON.stringify(message.payload)) // prettier-ignore
      if (++through === count) done()
      else send()
    }
    for (let i = 0; i < width; i++) send()
  })
}

await run(Number(messages) / 2, Number(inFlight))
const cpu = process.cpuUsage()
const began = performance.now()
await run(Number(messages), Number(inFlight))
const wall = performance.now() - began
const { user, system } = process.cpuUsage(cpu)
process.stdout.write(JSON.stringify({ wall: (wall * 1000) / messages, cpu: (user + system) / messages }) + '\n', () => process.exit(0)) // prettier-ignore
process.on('exit', () => rmSync(userDir, { recursive: true, force: true }))
