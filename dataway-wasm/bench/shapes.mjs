// Further shapes of data and work, so that what is quick in workloads.mjs does not fall off a cliff elsewhere. Each as
// there: id, title, bytes, mime, js (bytes → value) and the Python of dw_process.
import { XMLParser } from 'fast-xml-parser'
import { randomFrom } from './workloads.mjs'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const json = (bytes) => JSON.parse(decoder.decode(bytes))
const fill = (make, size) => {
  const out = []
  for (let n = 2; n < size;) {
    const item = make(out.length)
    out.push(item)
    n += encoder.encode(JSON.stringify(item)).length + 1
  }
  return out
}

/** The shapes, about 1 MB of data each at scale 1. */
export function shapes({ seed = 1, text = 'mixed', scale = 1 } = {}) {
  const random = randomFrom(seed + 1)
  const int = (low, high) => low + Math.floor(random() * (high - low))
  const pick = (list) => list[int(0, list.length)]
  const word = () =>
    pick(
      text === 'ascii'
        ? ['alpha', 'beta', 'gamma', 'delta', 'omega']
        : ['alpha', 'beta', 'gämma', 'дельта', '欧米'],
    )
  const size = 1_000_000 * scale
  const bytesOf = (value) => encoder.encode(JSON.stringify(value))
  const two = (n) => String(n).padStart(2, '0')

  const nested = (depth, i) =>
    depth
      ? { id: i, name: word(), inner: nested(depth - 1, i), after: depth }
      : { value: i, list: [i, word()] }
  const wide = (i) =>
    Object.fromEntries(Array.from({ length: 200 }, (_, k) => [`field_${k}`, k % 3 ? i + k : word()]))
  const escaped = (i) => ({
    id: i,
    text: `line "${i}"\n\tsecond\\third "${word()}"\n`,
    path: `C:\\temp\\${word()}\\${i}`,
  })
  const floats = () => Array.from({ length: 100 }, () => random() * 1000)
  const row = (i) => [i, word(), int(0, 1000) / 100, i % 2 === 0, null]
  const record = (i) => ({
    id: i,
    name: `${word()} ${word()}`,
    qty: int(1, 20),
    price: int(100, 50000) / 100,
    tags: [word(), word()],
  })
  const stamp = () =>
    `2026-${two(int(1, 13))}-${two(int(1, 29))}T${two(int(0, 24))}:${two(int(0, 60))}:${two(int(0, 60))}`
  const records = fill(record, size)
  const recordBytes = bytesOf(records)
  const csv =
    'id,name,qty,price\n' + records.map((r) => `${r.id},"${r.name}",${r.qty},${r.price}`).join('\n') + '\n'
  const xml = `<orders>${records.map((r) => `<order id="${r.id}"><name>${r.name}</name><qty>${r.qty}</qty><price>${r.price}</price></order>`).join('')}</orders>`
  const lines = Array.from(
    { length: Math.round(100_000 * scale) },
    (_, i) => `${stamp()} ${pick(['INFO', 'WARN', 'ERROR'])} user${i % 97} ${word()} took ${int(1, 5000)} ms`,
  )
  const dates = fill((i) => ({ id: i, at: stamp() }), size / 2)
  const ofJson = (id, title, value, js, python) => ({ id, title, mime: 'application/json', bytes: value instanceof Uint8Array ? value : bytesOf(value), js: (bytes) => js(json(bytes)), python }) // prettier-ignore

  return [
    ofJson(
      'nested',
      'objects 8 deep: a value of the innermost',
      fill((i) => nested(8, i), size),
      (m) =>
        m.map((o) => {
          let x = o
          for (let i = 0; i < 8; i++) x = x.inner
          return { id: o.id, value: x.value }
        }),
      `def dw_process(msg):
    out = []
    for o in msg.payload['^value']:
        x = o
        for i in range(8):
            x = x["inner"]
        out.append({"id": o["id"], "value": x["value"]})
    return out
`,
    ),
    ofJson(
      'wide',
      'objects of 200 keys: 4 of them',
      fill(wide, size),
      (m) => m.map((o) => ({ a: o.field_3, b: o.field_77, c: o.field_150, d: o.field_199 })),
      `def dw_process(msg):
    return [{"a": o["field_3"], "b": o["field_77"], "c": o["field_150"], "d": o["field_199"]} for o in msg.payload['^value']]
`,
    ),
    ofJson(
      'escapes',
      'text full of escapes: upper case of one, length of the other',
      fill(escaped, size),
      (m) => m.map((o) => ({ text: o.text.toUpperCase(), length: o.path.length, path: o.path })),
      `def dw_process(msg):
    return [{"text": o["text"].upper(), "length": len(o["path"]), "path": o["path"]} for o in msg.payload['^value']]
`,
    ),
    ofJson(
      'floats',
      'arrays of floats: sum and scaled',
      fill(floats, size),
      (m) =>
        m.map((a) => {
          let s = 0
          for (const x of a) s += x
          return { sum: s, half: a.map((x) => x / 2) }
        }),
      `def dw_process(msg):
    out = []
    for a in msg.payload['^value']:
        s = 0
        for x in a:
            s += x
        out.append({"sum": s, "half": [x / 2 for x in a]})
    return out
`,
    ),
    ofJson(
      'rows',
      'array of arrays to objects',
      fill(row, size),
      (m) => m.map(([id, name, amount, even]) => ({ id, name, amount, even })),
      `def dw_process(msg):
    return [{"id": id, "name": name, "amount": amount, "even": even} for id, name, amount, even, _ in msg.payload['^value']]
`,
    ),
    ofJson(
      'index',
      'random access by index',
      recordBytes,
      (m) => {
        const n = m.length
        let k = 1,
          s = 0
        for (let i = 0; i < n; i++) {
          k = (k * 7919 + 13) % n
          s += m[k].qty
        }
        return s
      },
      `def dw_process(msg):
    m = msg.payload['^value']
    n = len(m)
    k = 1
    s = 0
    for i in range(n):
        k = (k * 7919 + 13) % n
        s += m[k]["qty"]
    return s
`,
    ),
    ofJson(
      'mutate',
      'a field added to every record, one changed',
      recordBytes,
      (m) => {
        for (const o of m) {
          o.total = o.qty * o.price
          o.name = o.name + '!'
        }
        return m
      },
      `def dw_process(msg):
    m = msg.payload['^value']
    for o in m:
        o["total"] = o["qty"] * o["price"]
        o["name"] = o["name"] + "!"
    return m
`,
    ),
    ofJson(
      'concat',
      'text put together in a loop',
      recordBytes,
      (m) => {
        let t = ''
        for (const o of m) t += o.name + ';' + o.id + '\n'
        return t
      },
      `def dw_process(msg):
    t = ""
    for o in msg.payload['^value']:
        t += o["name"] + ";" + str(o["id"]) + "\\n"
    return {"text": t}["text"]
`,
    ),
    ofJson(
      'sort',
      'sorted by a computed key',
      recordBytes,
      (m) =>
        m
          .map((o) => [o.qty * o.price, o])
          .sort((a, b) => a[0] - b[0])
          .map(([, o]) => o.id),
      `def dw_process(msg):
    return [o["id"] for o in sorted(msg.payload['^value'], key=lambda o: o["qty"] * o["price"])]
`,
    ),
    ofJson(
      'count',
      'words counted in a dict',
      recordBytes,
      (m) => {
        const g = {}
        for (const o of m) for (const t of o.tags) g[t] = (g[t] ?? 0) + 1
        return g
      },
      `def dw_process(msg):
    g = {}
    for o in msg.payload['^value']:
        for t in o["tags"]:
            g[t] = g.get(t, 0) + 1
    return g
`,
    ),
    ofJson(
      'comprehend',
      'nested comprehensions with a condition',
      recordBytes,
      (m) => m.flatMap((o) => o.tags.filter((t) => t !== 'beta').map((t) => `${o.id}-${t}`)),
      `def dw_process(msg):
    return [f"{o['id']}-{t}" for o in msg.payload['^value'] for t in o["tags"] if t != "beta"]
`,
    ),
    ofJson(
      'dates',
      'a timestamp of every record parsed',
      dates,
      (m) =>
        m.map((o) => {
          const d = new Date(o.at + 'Z')
          return { id: o.id, day: d.getUTCDate(), date: d.toISOString().slice(0, 10) }
        }),
      `from datetime import datetime
def dw_process(msg):
    out = []
    for o in msg.payload['^value']:
        d = datetime.fromisoformat(o["at"])
        out.append({"id": o["id"], "day": d.day, "date": d.date().isoformat()})
    return out
`,
    ),
    ofJson(
      'format',
      'f-strings with format specs',
      recordBytes,
      (m) =>
        m.map(
          (o) => `${String(o.id).padStart(8, '0')} ${o.name.padEnd(20)} ${o.price.toFixed(2).padStart(10)}`,
        ),
      `def dw_process(msg):
    return [f"{o['id']:08d} {o['name']:<20} {o['price']:>10.2f}" for o in msg.payload['^value']]
`,
    ),
    { id: 'csv', title: 'CSV of 1 MB: sum of a column', mime: 'text/csv', bytes: encoder.encode(csv),
      js: (bytes) => { const [head, ...rows] = decoder.decode(bytes).trimEnd().split('\n').map(csvRow); const list = rows.map((r) => Object.fromEntries(head.map((h, i) => [h, r[i]]))); return list.map((r) => ({ id: r.id, total: Number(r.qty) * Number(r.price) })) },
      python: `def dw_process(msg):
    return [{"id": r["id"], "total": int(r["qty"]) * float(r["price"])} for r in msg.payload['^value']]
` }, // prettier-ignore
    { id: 'xml', title: 'XML of 1 MB: two elements and an attribute', mime: 'application/xml', bytes: encoder.encode(xml),
      js: (bytes) => new XMLParser({ ignoreAttributes: false, parseTagValue: false, attributeNamePrefix: '@' }).parse(decoder.decode(bytes)).orders.order.map((o) => ({ id: o['@id'], total: Number(o.qty) * Number(o.price) })),
      python: `def dw_process(msg):
    return [{"id": o["@id"], "total": int(o["qty"]) * float(o["price"])} for o in msg.payload['^value']["orders"]["*order"]]
` }, // prettier-ignore
    ofJson(
      'regex',
      'a regular expression over 100,000 lines',
      lines,
      (m) => {
        const re = /ERROR (user\d+) .* took (\d+) ms/
        const out = {}
        for (const line of m) {
          const f = re.exec(line)
          if (f) out[f[1]] = (out[f[1]] ?? 0) + Number(f[2])
        }
        return out
      },
      `import re
def dw_process(msg):
    p = re.compile(r"ERROR (user\\d+) .* took (\\d+) ms")
    out = {}
    for line in msg.payload['^value']:
        f = p.search(line)
        if f:
            u = f.group(1)
            out[u] = out.get(u, 0) + int(f.group(2))
    return out
`,
    ),
  ]
}

/** One row of CSV by RFC 4180, without line breaks in fields. */
function csvRow(line) {
  const out = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      const end = line.indexOf('"', at + 1)
      out.push(line.slice(at + 1, end))
      at = end + 2
    } else {
      const end = line.indexOf(',', at)
      out.push(end < 0 ? line.slice(at) : line.slice(at, end))
      at = end < 0 ? line.length + 1 : end + 1
    }
  }
  return out
}
