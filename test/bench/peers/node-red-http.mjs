// Node-RED with an HTTP-in flow: `node node-red-http.mjs FOLDER` prints its port and runs until it is killed. FOLDER is where
// Node-RED is installed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
const require = createRequire(join(folder, 'x.js'))
const [RED, express] = [require('node-red'), require('express')]
const userDir = mkdtempSync(join(tmpdir(), 'weft-bench-red-'))
process.on('exit', () => rmSync(userDir, { recursive: true, force: true }))
process.on('SIGTERM', () => process.exit(0))
const flow = [
  { id: 'tab', type: 'tab', label: 'HTTP in' },
  { id: 'in', type: 'http in', z: 'tab', url: '/orders', method: 'post', wires: [['f']] },
  {
    id: 'f',
    type: 'function',
    z: 'tab',
    func: "const { id, price, qty } = msg.payload\nconst total = price * qty\nmsg.payload = { id, total, size: total > 100 ? 'large' : 'small' }\nreturn msg",
    outputs: 1,
    wires: [['out']],
  },
  { id: 'out', type: 'http response', z: 'tab', statusCode: '200', wires: [] },
]
writeFileSync(join(userDir, 'flows.json'), JSON.stringify(flow))
const app = express()
const server = createServer(app)
RED.init(server, { userDir, httpAdminRoot: false, httpNodeRoot: '/', logging: { console: { level: 'off' } }, flowFile: 'flows.json', editorTheme: { tours: false } }) // prettier-ignore
app.use('/', RED.httpNode)
await RED.start()
for (let i = 0; i < 500 && !RED.nodes.getNode('in'); i++) await new Promise((later) => setTimeout(later, 10))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
