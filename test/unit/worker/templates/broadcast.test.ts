// The broadcast scenario: the sample, and 200 orders made by chance, compared with a reference that was written on its own
// (money as integer cents).
import { describe, expect, test, vi } from 'vitest'
import { memoryStore, ownData } from '../../../../worker/demo/state.ts'
import app from '../../../../worker/templates/broadcast/app.json' with { type: 'json' }
import { chanceOf, expected, scenario } from '../../../support/scenario.ts'

vi.setConfig({ testTimeout: 60_000 })

const paths = { erp: '/erp/orders', wms: '/wms/shipments', chat: '/robot/send', sheet: '/sheet/rows' }
const statuses = { erp: 201, wms: 202, chat: 200, sheet: 200 }

test('the sample: three systems have it, the robot becomes a dead letter after three tries', async () => {
  const copy = scenario(app, memoryStore())
  expect(await copy.run()).toEqual(expected('broadcast_expected'))
  const { calls, received } = await copy.look((state) => state)
  expect(calls['POST /robot/send']).toBe(3)
  expect(received['/erp/orders']).toEqual([expected('broadcast_expected').erp.body])
  expect(received['/robot/send']).toBeUndefined()
})

describe('any order of this shape', () => {
  for (let from = 1; from <= 200; from += 50)
    test(`seeds ${from} to ${from + 49}`, async () => {
      for (let seed = from; seed < from + 50; seed++) {
        const { order, faults } = orderOf(seed)
        const copy = scenario(app, memoryStore({ ...ownData, faults }))
        const got = await copy.run({ id: 'order', name: '', payload: JSON.stringify(order), mime: 'application/json' }) // prettier-ignore
        expect(got, `seed ${seed}`).toEqual(reference(order, faults))
      }
    })
})

const money = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
const cents = (text: string) => Math.round(Number(text) * 100)

function reference(order: any, faults: Record<string, number[]>) {
  const lines = order.line_items as any[]
  const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)
  const subtotal = sum(lines.map((line) => cents(line.price) * line.quantity))
  const discount = sum(order.discounts.map((one: any) => cents(one.amount)))
  const freight = cents(order.shipping.price)
  const total = subtotal - discount + freight
  const picked = lines.filter((line) => line.warehouse !== null)
  const to = order.shipping_address
  const number = order.name.slice(1)
  const bodies: Record<string, unknown> = {
    erp: {
      orderNo: number,
      source: 'shop',
      customerCode: `C${order.customer.id}`,
      currency: order.currency,
      subtotal: money(subtotal),
      discount: money(discount),
      freight: money(freight),
      total: money(total),
      lines: lines.map((line) => ({ item: line.sku, qty: line.quantity, unitPrice: money(cents(line.price)), amount: money(cents(line.price) * line.quantity) })), // prettier-ignore
    },
    wms: {
      reference: order.name,
      warehouse: picked[0]?.warehouse ?? null,
      priority: order.shipping.title.toUpperCase(),
      weight_g: sum(picked.map((line) => line.grams * line.quantity)),
      to,
      pick: picked.map((line) => ({ sku: line.sku, qty: line.quantity })),
    },
    chat: {
      msgtype: 'markdown',
      markdown: { content: `**New paid order ${order.name}**\n> ${to.name}, ${to.city}\n> ${sum(lines.map((line) => line.quantity))} pieces, ${order.currency} ${money(total)}` }, // prettier-ignore
    },
    sheet: [
      new Date(order.created_at).toISOString().replace('.000', ''),
      number,
      to.country_code,
      order.currency,
      money(subtotal),
      money(discount),
      money(freight),
      money(total),
      sum(lines.map((line) => line.quantity)),
      order.discounts.map((one: any) => one.code).join(', '),
    ],
  }
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => {
      const answers = faults[`POST ${path}`] ?? [200]
      for (let tries = 1; ; tries++) {
        const status = answers[Math.min(tries, answers.length) - 1]!
        if (status < 400) return [name, { status: statuses[name as 'erp'], body: bodies[name] }]
        const again = status >= 500 || status === 429
        if (again && tries < 3) continue
        return [name, { status, error: words(name, status), attempts: again ? tries : 1, deadLetter: bodies[name] }] // prettier-ignore
      }
    }),
  )
}

function words(name: string, status: number): string {
  if (name === 'chat') return 'robot limit'
  if (status === 422) return 'The ERP refused the record: the domain of `email` is blocked.'
  return status >= 500 ? 'The API is out of service for a moment.' : 'The API refused the request.'
}

function orderOf(seed: number) {
  const { below, pick, happens } = chanceOf(seed)
  const price = () => money(1 + below(pick([100, 10_000, 1_000_000])))
  const order = {
    id: below(1e9),
    name: `#${1000 + below(9000)}`,
    created_at: `2026-${pick(['01', '06', '12'])}-${pick(['01', '15', '31'])}T${pick(['00', '09', '23'])}:31:07${pick(['+08:00', 'Z', '-03:30', '+00:00'])}`,
    currency: pick(['CNY', 'EUR']),
    financial_status: 'paid',
    customer: { id: below(1e9), first_name: 'Ivy', last_name: 'Chen' },
    shipping_address: { name: pick(['Ivy Chen', '王伟', "Sam O'Neil"]), address1: '88 Harbour Road', city: pick(['Shenzhen', 'Köln']), province: 'Guangdong', zip: '518000', country_code: pick(['CN', 'DE']) }, // prettier-ignore
    line_items: Array.from({ length: 1 + below(5) }, () => ({
      sku: `S-${below(90)}`,
      title: 'A thing',
      quantity: 1 + below(12),
      price: price(),
      grams: below(3000),
      warehouse: happens(0.25) ? null : pick(['SZ1', 'SH2']),
    })),
    discounts: Array.from({ length: below(3) }, (_, i) => ({ code: `CODE${i}`, amount: money(below(2)) })),
    shipping: { title: pick(['Express', 'Standard']), price: money(200 + below(2000)) },
  }
  // 31 June is no day.
  if (order.created_at.includes('06-31')) order.created_at = order.created_at.replace('06-31', '06-30')
  const faults: Record<string, number[]> = {}
  for (const path of Object.values(paths))
    if (happens(0.3)) faults[`POST ${path}`] = pick([[500], [503, 200], [500, 429, 200], [422], [400, 200], [500, 500, 500, 200], [503, 404]]) // prettier-ignore
  return { order, faults }
}
