// A sender of webhooks: `node load.mjs URL CONNECTIONS REQUESTS` posts an order over so many kept connections, each waiting for its
// answer, and prints one JSON line: milliseconds of the median and of the 99th, requests a second.
import { Agent, request } from 'node:http'

const [url, connections, requests] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const body = '{"id": 7, "price": 12.5, "qty": 9, "tags": ["a", "b", "c"], "note": "ring twice"}'
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }

function post() {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => (text += part))
      answer.on('end', () => {
        const { total, size } = JSON.parse(text)
        if (answer.statusCode === 200 && total === 112.5 && size === 'large') resolve()
        else reject(new Error(`${answer.statusCode} ${text}`))
      })
    })
    sent.on('error', reject).end(body)
  })
}
async function run(count) {
  const times = []
  const began = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: Number(connections) }, async () => {
      while (left-- > 0) {
        const start = performance.now()
        await post()
        times.push(performance.now() - start)
      }
    }),
  )
  const wall = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return {
    p50: times[Math.floor(count * 0.5)],
    p99: times[Math.floor(count * 0.99)],
    perSecond: count / wall,
  }
}
await run(Number(requests) / 2)
process.stdout.write(JSON.stringify(await run(Number(requests))) + '\n', () => process.exit(0))
