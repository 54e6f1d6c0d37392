// The data sync scenario written a second time, plainly and on its own: the report and the ERP that a run must give for
// any data of this shape. And a seeded maker of such data, with the traps that real data has.
import { ownData, type Customer, type DemoData } from '../../worker/demo/state.ts'

export interface Contact {
  id: string
  properties: {
    firstname: string
    lastname: string
    email: string | null
    phone: string | null
    lifecyclestage: string
    country: string
  }
  updatedAt: string
  archived: boolean
}
export interface Report {
  created: string[]
  updated: string[]
  unchanged: string[]
  skipped: [string, string][]
  failed: [string, string][]
  retries: number
  cursor: string | null
}

const RETRIES = 5
const codes: Record<string, string> = { CN: '86', ES: '34', JP: '81', IE: '353', SE: '46', IN: '91', US: '1', MA: '212', NL: '31', IT: '39', DE: '49', BR: '55', KE: '254' } // prettier-ignore

/** What one run reports and leaves; `calls` counts the calls of the fault script and goes on from run to run. */
export function reference(
  data: DemoData,
  erp: Customer[],
  calls: Map<string, number>,
): { report: Report; erp: Customer[] } {
  const contacts = data.pages.flatMap((page) => page.results as Contact[])
  const report: Report = {
    created: [],
    updated: [],
    unchanged: [],
    skipped: [],
    failed: [],
    retries: 0,
    cursor: null,
  }

  /** The status that ends the tries of a call; counts the answers that were tried again. */
  const call = (key: string): number => {
    for (let attempt = 0; ; attempt++) {
      const times = (calls.get(key) ?? 0) + 1
      calls.set(key, times)
      const answers = data.faults[key]
      const status = answers ? answers[Math.min(times, answers.length) - 1]! : 200
      if (status < 500 && status !== 429) return status
      if (attempt === RETRIES) return status
      report.retries++
    }
  }

  call('GET /api/customers')
  for (let i = 0; i < Math.max(1, data.pages.length); i++) call('GET /contacts')

  const email = (c: Contact) => (c.properties.email ?? '').trim().toLowerCase()
  const winner = new Map<string, Contact>()
  for (const contact of contacts) {
    if (contact.properties.lifecyclestage !== 'customer' || contact.archived || email(contact) === '')
      continue
    const best = winner.get(email(contact))
    if (!best || contact.updatedAt >= best.updatedAt) winner.set(email(contact), contact)
  }
  const rows = new Map(erp.map((row) => [row.externalId, row]))
  const before = new Set(rows.keys())
  for (const contact of contacts) {
    if (report.cursor === null || contact.updatedAt > report.cursor) report.cursor = contact.updatedAt
    const p = contact.properties
    if (p.lifecyclestage !== 'customer') report.skipped.push([contact.id, 'not a customer'])
    else if (contact.archived) report.skipped.push([contact.id, 'archived'])
    else if (email(contact) !== '' && winner.get(email(contact)) !== contact)
      report.skipped.push([contact.id, `older duplicate of ${winner.get(email(contact))!.id}`])
    else if (!/^[^@\s()<>,;]+@[^@\s()<>,;]+\.[^@\s()<>,;]+$/.test(email(contact)))
      report.failed.push([contact.id, 'bad email'])
    else {
      const row: Customer = {
        externalId: contact.id,
        name: /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(p.firstname + p.lastname)
          ? p.lastname + p.firstname
          : `${p.firstname} ${p.lastname}`.trim(),
        email: email(contact),
        phone: phone(p.phone ?? '', p.country),
        country: p.country,
      }
      const old = rows.get(contact.id)
      if (old && (['name', 'email', 'phone', 'country'] as const).every((key) => old[key] === row[key])) {
        report.unchanged.push(contact.id)
        continue
      }
      const status = call(`PUT /api/customers/${contact.id}`)
      if (status >= 400) report.failed.push([contact.id, `ERP ${status}`])
      else {
        rows.set(contact.id, row)
        report[before.has(contact.id) ? 'updated' : 'created'].push(contact.id)
      }
    }
  }
  return { report, erp: [...rows.values()].sort((a, b) => (a.externalId < b.externalId ? -1 : 1)) }
}

function phone(text: string, country: string): string | null {
  const digits = text.replace(/[^0-9]/g, '')
  if (digits === '') return null
  if (text.trim().startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  const code = codes[country]
  if (code === undefined) return digits
  return `+${code}${country === 'IT' ? digits : digits.replace(/^0/, '')}`
}

/** Data of the scenario's shape from a seed. */
export function syncData(seed: number): DemoData {
  let state = seed >>> 0
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const chance = (p: number) => random() < p
  const people = [['Mei', 'Lin'], ['Tomás', 'Núñez'], ['王', '伟'], ['さくら', '森'], ['민준', '김'], ['Sam', "O'Neil"], ['Noor', 'de Vries'], ['Ana', ''], ['Zoë', 'Katz']] as const // prettier-ignore
  const count = Math.floor(random() * 25)
  const contacts: Contact[] = []
  for (let i = 0; i < count; i++) {
    const [firstname, lastname] = pick(people)
    const repeated = contacts.length > 0 && chance(0.25) ? pick(contacts).properties.email : undefined
    const fresh = `person${i}@firm${Math.floor(random() * 9)}.example`
    contacts.push({
      id: `c-${1000 + i}`,
      properties: {
        firstname,
        lastname,
        email: repeated !== undefined ? repeated : chance(0.1) ? pick([null, '', 'a(at)b.example', 'no-at.example', 'two@@at.example', 'a b@c.example', 'x@nodot']) : chance(0.2) ? ` ${fresh.toUpperCase()} ` : fresh, // prettier-ignore
        phone: chance(0.15) ? pick([null, '', ' ']) : pick(['+86 138 0013 8000', '090-1234-5678', '13900001111', '0031 6 12345678', '(06) 698-1234', '+1 (415) 555-2671']), // prettier-ignore
        lifecyclestage: chance(0.2) ? 'lead' : 'customer',
        country: pick(['CN', 'ES', 'JP', 'IE', 'US', 'IT', 'NL', 'DE', 'BR', 'KE']),
      },
      updatedAt: `2026-11-0${1 + Math.floor(random() * 9)}T0${Math.floor(random() * 3)}:00:00Z`,
      archived: chance(0.1),
    })
  }
  const pages: DemoData['pages'] = []
  let rest: unknown[] = contacts
  let tokens = 0
  do {
    const size = Math.floor(random() * 6)
    const results = chance(0.1) ? [] : rest.slice(0, size)
    rest = rest.slice(results.length)
    pages.push({ results, paging: { next: { after: `t${seed}-${tokens++}` } } })
  } while (rest.length > 0)
  delete pages[pages.length - 1]!.paging
  const erp: Customer[] = contacts
    .filter(() => chance(0.3))
    .map((c) => ({ externalId: c.id, name: `${c.properties.firstname} ${c.properties.lastname}`.trim(), email: (c.properties.email ?? '').trim().toLowerCase(), phone: pick([phone(c.properties.phone ?? '', c.properties.country), '+1']), country: c.properties.country })) // prettier-ignore
  const faults: Record<string, number[]> = {}
  for (const contact of contacts)
    if (chance(0.25)) faults[`PUT /api/customers/${contact.id}`] = pick([[503, 503, 200], [422], [500, 200], [503], [502, 503, 504, 200], [400], [429, 200], [200, 503]]) // prettier-ignore
  if (chance(0.3))
    faults['GET /contacts'] = pick([
      [503, 200],
      [200, 500, 503, 200],
      [502, 200, 502, 200],
    ])
  if (chance(0.2)) faults['GET /api/customers'] = [503, 200]
  return { ...ownData, pages, erp, faults }
}
