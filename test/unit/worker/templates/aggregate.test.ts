// The aggregation scenario: the sample, a supplier that is down, and 200 sets of data made by chance, compared with a
// reference that was written on its own (money as integers of a hundredth of a cent).
import { describe, expect, test, vi } from 'vitest'
import { memoryStore, ownData, type DemoData } from '../../../../worker/demo/state.ts'
import app from '../../../../worker/templates/aggregate/app.json' with { type: 'json' }
import { chanceOf, expected, scenario } from '../../../support/scenario.ts'

vi.setConfig({ testTimeout: 60_000 })

test('the sample', async () => {
  expect(await scenario(app, memoryStore()).run()).toEqual(expected('aggregate_expected'))
})

test('a supplier that is down is answered by the cache, and its rows say so', async () => {
  const copy = scenario(app, memoryStore())
  await copy.run()
  await copy.look((state) => {
    state.data = { ...state.data, faults: { 'GET /suppliers/b': [503] } }
  })
  const rows = expected('aggregate_expected').map((row: { sku: string }) =>
    row.sku === 'HUB-7P' ? row : { ...row, stale: ['B'] },
  )
  expect(await copy.run()).toEqual(rows)
})

test('a supplier that is down from the start has no offers, and the others do', async () => {
  const data = { ...ownData, faults: { 'GET /suppliers/a': [500], 'GET /suppliers/b': [500] } }
  const rows = await scenario(app, memoryStore(data)).run()
  expect(rows.map((row: { sku: string }) => row.sku)).toEqual(['CAM-4K', 'HUB-7P', 'KB-87-BLK'])
})

interface Offer {
  sku: string
  supplier: 'A' | 'B' | 'C'
  cents: number
  currency: string
  stock: number
  lead: number
  weeks: boolean
}

describe('any data of this shape', () => {
  for (let from = 1; from <= 200; from += 50)
    test(`seeds ${from} to ${from + 49}`, async () => {
      for (let seed = from; seed < from + 50; seed++) {
        const { offers, rates, data } = prices(seed)
        const rows = await scenario(app, memoryStore(data)).run()
        expect(rows, `seed ${seed}`).toEqual(reference(offers, rates))
      }
    })
})

function reference(offers: Offer[], rates: Record<string, number>): unknown[] {
  const articles = new Map<string, Offer[]>()
  for (const offer of offers)
    articles.set(offer.sku.toUpperCase(), [...(articles.get(offer.sku.toUpperCase()) ?? []), offer])
  // Rates have two decimals: cents times a hundredth is exact in integers; half a cent goes up.
  const cny = (offer: Offer) => Math.floor((offer.cents * (offer.currency === 'CNY' ? 100 : rates[offer.currency]!) + 50) / 100) // prettier-ignore
  return [...articles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sku, all]) => {
      const stock = all.reduce((sum, offer) => sum + offer.stock, 0)
      const [best] = all
        .filter((offer) => offer.stock > 0)
        .sort((a, b) => cny(a) - cny(b) || a.lead - b.lead || (a.supplier < b.supplier ? -1 : 1))
      return {
        sku,
        offers: all.length,
        stock,
        best: best ? { supplier: best.supplier, cny: cny(best) / 100, lead: best.lead } : null,
        alert: stock < 50 ? 'LOW' : null,
      }
    })
}

function prices(seed: number): { offers: Offer[]; rates: Record<string, number>; data: DemoData } {
  const { below, pick, happens } = chanceOf(seed)
  const rates = { USD: 650 + below(100), EUR: 700 + below(130) }
  const offer = (supplier: Offer['supplier']): Offer => {
    const weeks = supplier === 'B' && happens(0.4)
    return {
      sku: pick(['KB-1', 'MS-2', 'HUB-3', 'CAM-4', 'DOC-5', 'PEN-6']),
      supplier,
      cents: 100 + below(pick([1000, 100_000, 300_000])),
      currency: { A: 'CNY', B: 'USD', C: 'EUR' }[supplier],
      stock: happens(0.3) ? 0 : below(60),
      lead: weeks ? 7 * (1 + below(4)) : below(30),
      weeks,
    }
  }
  const some = (supplier: Offer['supplier']) => Array.from({ length: below(6) }, () => offer(supplier))
  const a = some('A')
  const b = some('B')
  const c = some('C')
  const euros = (cents: number) => {
    const [whole, part] = (cents / 100).toFixed(2).split('.') as [string, string]
    return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${part}`
  }
  const supplierA = {
    data: { items: a.map((o) => ({ sku: o.sku, price: { amount: o.cents, currency: 'CNY', minorUnit: 2 }, available: o.stock, leadDays: o.lead })) }, // prettier-ignore
  }
  const supplierB = `<?xml version="1.0" encoding="UTF-8"?>
<Catalogue xmlns="urn:supplier-b:2024" issued="2026-11-19">${b
    .map(
      (o) =>
        `<Product code="${o.sku.toLowerCase()}"><Price cur="USD">${(o.cents / 100).toFixed(2)}</Price><Stock>${o.stock}</Stock><Lead unit="${o.weeks ? 'week' : 'day'}">${o.weeks ? o.lead / 7 : o.lead}</Lead></Product>`,
    )
    .join('\n')}</Catalogue>`
  const supplierC = `SKU;Unit price (EUR);Qty;Lead\n${c.map((o) => `${o.sku};${euros(o.cents)};${o.stock};${o.lead}\n`).join('')}`
  const fx = { base: 'CNY', date: '2026-11-19', rates: { USD: rates.USD / 100, EUR: rates.EUR / 100 } }
  const documents = {
    '/suppliers/a': { type: 'application/json', text: JSON.stringify(supplierA) },
    '/suppliers/b': { type: 'application/xml', text: supplierB },
    '/suppliers/c': { type: 'text/csv', text: supplierC },
    '/fx': { type: 'application/json', text: JSON.stringify(fx) },
  }
  const faults: Record<string, number[]> = happens(0.3) ? { [`GET ${pick(Object.keys(documents))}`]: pick([[503, 200], [429, 500, 200]]) } : {} // prettier-ignore
  return { offers: [...a, ...b, ...c], rates, data: { ...ownData, documents, faults } }
}
