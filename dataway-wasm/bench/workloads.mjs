// Six workloads, JSON bytes in, JSON bytes out, and the same work in every language that takes part. Data comes from a
// seed and a size, so that nobody can tune for one file.

/** Deterministic numbers in [0, 1): mulberry32. */
export function randomFrom(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const encoder = new TextEncoder()
const bytesOf = (value) => encoder.encode(JSON.stringify(value))

/**
 * The workloads. `text`: `mixed` has names beyond ASCII and escapes, `ascii` has none. `scale` multiplies the sizes.
 * Each: id, title, bytes, js (parsed value → value), python (of dw_process), jsonata.
 */
export function workloads({ seed = 1, text = 'mixed', scale = 1 } = {}) {
  const random = randomFrom(seed)
  const int = (low, high) => low + Math.floor(random() * (high - low))
  const pick = (list) => list[int(0, list.length)]
  const first =
    text === 'ascii'
      ? ['Anna', 'Bo', 'Chen', 'Dilan', 'Eva', 'Gita', 'Hai', 'Ines', 'Mia', 'Noor']
      : ['Anna', 'Bo', 'Chen', 'Dilan', 'Eva', 'Füsun', 'Gita', 'Jürgen', '李雷', 'Zoë']
  const last =
    text === 'ascii'
      ? ['Smith', 'Ng', 'Kaya', 'Novak', 'Patel', 'Rossi', 'Brown', 'Costa']
      : ['Smith', 'Ng', 'García', 'Kaya', 'O"Neil', 'Øster', 'Rossi', '王']
  const regions = ['EU', 'US', 'APAC', 'LATAM', 'MEA']
  const states = ['NEW', 'PAID', 'SHIPPED', 'CANCELLED', 'RETURNED']
  const person = () => `${pick(first)} ${pick(last)}`
  const money = () => int(100, 50000) / 100
  const notes = text === 'ascii' ? ['', ' urgent', ' fragile'] : ['', ' urgent', ' \n fragile']
  const order8 = (i) => ({
    id: 100000 + i,
    customer: person(),
    region: pick(regions),
    status: pick(states),
    qty: int(1, 20),
    price: money(),
    sku: `SKU-${int(10000, 99999)}-${pick(['A', 'B', 'C'])}`,
    note: `Deliver between 9 and 17, ring the bell twice; order ${i}${pick(notes)}`,
  })
  const order12 = (i) => ({
    id: 100000 + i,
    customer: person(),
    email: `user${int(1, 99999)}@example.com`,
    region: pick(regions),
    status: pick(states),
    qty: int(1, 20),
    price: money(),
    sku: `SKU-${int(10000, 99999)}-${pick(['A', 'B', 'C'])}`,
    created: `2026-${String(int(1, 13)).padStart(2, '0')}-${String(int(1, 29)).padStart(2, '0')}T10:15:00Z`,
    tags: [pick(regions), pick(states).toLowerCase(), 'web'],
    address: {
      street: `${int(1, 200)} Main Street`,
      city: pick(['Berlin', 'Wien', 'Oslo', 'Roma']),
      zip: String(int(10000, 99999)),
    },
    note: `Deliver between 9 and 17, ring the bell; order ${i}`,
  })
  const list = (make, size) => {
    const out = []
    for (let n = 2; n < size;) {
      const item = make(out.length)
      out.push(item)
      n += encoder.encode(JSON.stringify(item)).length + 1
    }
    return out
  }
  const megabyte = bytesOf(list(order8, 1_000_000 * scale))
  const items = Array.from({ length: 10 }, (_, i) => ({
    sku: `SKU-${int(10000, 99999)}`,
    name: `${pick(['Widget', 'Gadget', 'Bolt', 'Nut'])} ${i}`,
    qty: int(0, 6),
    price: money(),
    stock: i % 3 !== 0,
  }))

  return [
    {
      id: 'w1',
      title: '300 B: 6 fields, f-string',
      bytes: bytesOf({ id: int(1, 9999), customer: person(), amount: money(), currency: 'EUR', channel: 'web', ref: 'A-2026-000123', meta: { source: 'crm', version: 3, trace: '0af7651916cd43dd8448eb211c80319c' }, comment: 'please call before delivery, thanks a lot and see you', ts: '2026-03-01T10:15:00Z', x: 1 }), // prettier-ignore
      js: (m) => ({ orderId: m.id, name: m.customer, total: m.amount, currency: m.currency, label: `${m.customer}: ${m.amount} ${m.currency}`, big: m.amount > 100 }), // prettier-ignore
      python: `def dw_process(msg):
    m = msg.payload
    return {"orderId": m["id"], "name": m["customer"], "total": m["amount"], "currency": m["currency"],
            "label": f"{m['customer']}: {m['amount']} {m['currency']}", "big": m["amount"] > 100}
`,
      jsonata: `{"orderId": id, "name": customer, "total": amount, "currency": currency, "label": customer & ": " & $string(amount) & " " & currency, "big": amount > 100}`,
    },
    {
      id: 'w2',
      title: '1 KB order: filter, sum',
      bytes: bytesOf({ id: 'O-77', customer: { name: person(), tier: 'gold', country: 'TR' }, currency: 'EUR', items, channel: 'web', comment: 'gift wrap please' }), // prettier-ignore
      js: (m) => {
        const kept = m.items.filter((i) => i.stock && i.qty > 0)
        let t = 0
        for (const i of kept) t += i.price * i.qty
        return { id: m.id, name: m.customer.name, lines: kept.map((i) => ({ sku: i.sku, qty: i.qty })), total: t, discount: m.customer.tier === 'gold' ? t * 0.1 : 0, size: t > 500 ? 'large' : 'small' } // prettier-ignore
      },
      python: `def dw_process(msg):
    m = msg.payload
    items = [i for i in m["items"] if i["stock"] and i["qty"] > 0]
    t = sum([i["price"] * i["qty"] for i in items])
    return {"id": m["id"], "name": m["customer"]["name"], "lines": [{"sku": i["sku"], "qty": i["qty"]} for i in items],
            "total": t, "discount": t * 0.1 if m["customer"]["tier"] == "gold" else 0, "size": "large" if t > 500 else "small"}
`,
      jsonata: `($items := items[stock and qty > 0]; $t := $sum($items.(price * qty)); {"id": id, "name": customer.name, "lines": $items.{"sku": sku, "qty": qty}[], "total": $t, "discount": customer.tier = "gold" ? $t * 0.1 : 0, "size": $t > 500 ? "large" : "small"})`, // prettier-ignore
    },
    {
      id: 'w3',
      title: '1 MB: map to 5 fields',
      bytes: megabyte,
      js: (m) => m.map((o) => ({ id: o.id, name: o.customer, region: o.region, total: o.price * o.qty, label: `${o.sku}/${o.qty}` })), // prettier-ignore
      python: `def dw_process(msg):
    return [{"id": o["id"], "name": o["customer"], "region": o["region"], "total": o["price"] * o["qty"], "label": f"{o['sku']}/{o['qty']}"} for o in msg.payload['^value']]
`,
      jsonata: `$.{"id": id, "name": customer, "region": region, "total": price * qty, "label": sku & "/" & $string(qty)}`, // prettier-ignore
    },
    {
      id: 'w4',
      title: '1 MB: filter, group, sum, sort',
      bytes: megabyte,
      js: (m) => {
        const g = new Map()
        for (const o of m) if (o.status !== 'CANCELLED') g.set(o.customer, (g.get(o.customer) ?? 0) + o.price * o.qty) // prettier-ignore
        return [...g].map(([k, v]) => ({ customer: k, total: v })).sort((a, b) => b.total - a.total)
      },
      python: `def dw_process(msg):
    g = {}
    for o in msg.payload['^value']:
        if o["status"] != "CANCELLED":
            k = o["customer"]
            g[k] = g.get(k, 0) + o["price"] * o["qty"]
    out = [{"customer": k, "total": v} for k, v in g.items()]
    return sorted(out, key=lambda x: x["total"], reverse=True)
`,
      jsonata: `($g := $[status != "CANCELLED"]{customer: $sum($.(price * qty))}; $r := $each($g, function($v, $k) {{"customer": $k, "total": $v}}); $r^(>total))`, // prettier-ignore
    },
    {
      id: 'w5',
      title: '10 MB: 2 of 12 fields, filter',
      bytes: bytesOf(list(order12, 10_000_000 * scale)),
      js: (m) => m.filter((o) => o.qty > 15 && o.region === 'EU').map((o) => ({ id: o.id, sku: o.sku })),
      python: `def dw_process(msg):
    return [{"id": o["id"], "sku": o["sku"]} for o in msg.payload['^value'] if o["qty"] > 15 and o["region"] == "EU"]
`,
      jsonata: `$[qty > 15 and region = "EU"].{"id": id, "sku": sku}`,
    },
    {
      id: 'w6',
      title: 'CPU: sieve, string building',
      bytes: bytesOf({ n: Math.round(100000 * scale) }),
      js: (m) => {
        const n = m.n
        const s = new Array(n + 1).fill(true)
        for (let i = 2; i * i <= n; i++) if (s[i]) for (let j = i * i; j <= n; j += i) s[j] = false
        let count = 0
        let sum = 0
        for (let k = 2; k <= n; k++)
          if (s[k]) {
            count++
            sum += k
          }
        let t = ''
        for (let k = 2; k < 5000; k++) if (s[k]) t += String(k) + ','
        return { count, sum, len: t.length, text: t }
      },
      python: `def dw_process(msg):
    n = msg.payload["n"]
    s = [True] * (n + 1)
    i = 2
    while i * i <= n:
        if s[i]:
            for j in range(i * i, n + 1, i):
                s[j] = False
        i += 1
    count = 0
    total = 0
    for k in range(2, n + 1):
        if s[k]:
            count += 1
            total += k
    t = ""
    for k in range(2, 5000):
        if s[k]:
            t += str(k) + ","
    return {"count": count, "sum": total, "len": len(t), "text": t}
`,
      jsonata: null,
    },
  ]
}
