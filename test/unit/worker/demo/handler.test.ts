import { describe, expect, it } from 'vitest'
import { handleDemo } from '../../../../worker/demo/handler.ts'
import { memoryStore, type DemoStore } from '../../../../worker/demo/state.ts'

async function call(store: DemoStore, method: string, path: string, body?: unknown) {
  const response = await handleDemo(
    new Request(`http://127.0.0.1/demo/${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
    store,
  )
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

describe('the CRM', () => {
  it('gives its own pages, one after the other, until none is left', async () => {
    const store = memoryStore()
    const ids: string[] = []
    let after: string | undefined
    let pages = 0
    do {
      const { body } = await call(store, 'GET', `a/contacts${after === undefined ? '' : `?after=${after}`}`)
      ids.push(...body.results.map((row: { id: string }) => row.id))
      after = body.paging?.next?.after
      pages++
    } while (after !== undefined)
    expect(pages).toBe(3)
    expect(ids).toHaveLength(12)
    expect(new Set(ids).size).toBe(12)
  })
  it('cuts pages of another size when asked to', async () => {
    const store = memoryStore()
    const first = await call(store, 'GET', 'a/contacts?limit=7')
    expect(first.body.results).toHaveLength(7)
    const second = await call(store, 'GET', `a/contacts?limit=7&after=${first.body.paging.next.after}`)
    expect(second.body.results).toHaveLength(5)
    expect(second.body.paging).toBeUndefined()
  })
  it('refuses a limit that is none', async () => {
    expect((await call(memoryStore(), 'GET', 'a/contacts?limit=many')).status).toBe(400)
  })
})

describe('the ERP', () => {
  it('creates, updates, reads and deletes a customer', async () => {
    const store = memoryStore()
    expect((await call(store, 'GET', 'a/api/customers/x-1')).status).toBe(404)
    expect((await call(store, 'PUT', 'a/api/customers/x-1', { name: 'N' })).status).toBe(201)
    expect((await call(store, 'PUT', 'a/api/customers/x-1', { name: 'M' })).status).toBe(200)
    expect((await call(store, 'GET', 'a/api/customers/x-1')).body).toEqual({ name: 'M', externalId: 'x-1' })
    expect((await call(store, 'DELETE', 'a/api/customers/x-1')).status).toBe(204)
    expect((await call(store, 'GET', 'a/api/customers/x-1')).status).toBe(404)
  })
  it('keeps the copies apart', async () => {
    const store = memoryStore()
    await call(store, 'PUT', 'a/api/customers/x-1', { name: 'N' })
    expect((await call(store, 'GET', 'b/api/customers/x-1')).status).toBe(404)
  })
  it('answers as the fault script says, the last answer for ever', async () => {
    const store = memoryStore()
    await call(store, 'PUT', 'a/data', { faults: { 'PUT /api/customers/x-1': [503, 200, 422] } })
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await call(store, 'PUT', 'a/api/customers/x-1', {})).status)
    expect(statuses).toEqual([503, 201, 422, 422])
  })
  it('starts again after a reset, with the data that was put there', async () => {
    const store = memoryStore()
    await call(store, 'PUT', 'a/data', { erp: [{ externalId: 'y' }] })
    await call(store, 'PUT', 'a/api/customers/x', {})
    await call(store, 'POST', 'a/reset')
    expect((await call(store, 'GET', 'a/api/customers')).body).toEqual([{ externalId: 'y' }])
  })
})

describe('bad input', () => {
  it.each([
    ['GET', 'a/nothing', 404],
    ['GET', '..', 404],
    ['POST', 'a/contacts', 405],
    ['PATCH', 'a/api/customers/c-1002', 405],
    ['PUT', 'a/api/customers/c-1', 400],
  ])('%s %s is answered %i', async (method, path, status) => {
    expect((await call(memoryStore(), method, path)).status).toBe(status)
  })
  it('says which methods a path knows', async () => {
    expect((await call(memoryStore(), 'POST', 'a/contacts')).headers.get('Allow')).toBe('GET')
  })
  it('refuses data of another form and keeps what was there', async () => {
    const store = memoryStore()
    expect((await call(store, 'PUT', 'a/data', { pages: 'none' })).status).toBe(422)
    expect((await call(store, 'GET', 'a/contacts')).body.results).toHaveLength(5)
  })
})

describe('documents, inboxes and further collections', () => {
  it('answers a document with its type, and takes another one', async () => {
    const store = memoryStore()
    const ask = (method: string, body?: string) =>
      handleDemo(new Request('http://127.0.0.1/demo/a/suppliers/b', { method, body }), store)
    const first = await ask('GET')
    expect(first.headers.get('Content-Type')).toBe('application/xml')
    expect(await first.text()).toContain('urn:supplier-b:2024')
    expect((await ask('PUT', '<Catalogue/>')).status).toBe(204)
    expect(await (await ask('GET')).text()).toBe('<Catalogue/>')
    expect((await ask('DELETE')).status).toBe(405)
  })
  it('takes what is posted, says no in the words of the inbox, and shows it in its state', async () => {
    const store = memoryStore()
    expect((await call(store, 'POST', 'a/sheet/rows', [1])).status).toBe(200)
    const refused = await call(store, 'POST', 'a/robot/send', {})
    expect([refused.status, refused.body.error.message]).toEqual([500, 'robot limit'])
    expect((await call(store, 'POST', 'a/sheet/rows')).status).toBe(400)
    expect((await call(store, 'GET', 'a/state')).body.received).toEqual({ '/sheet/rows': [[1]] })
  })
  it('keeps each collection apart', async () => {
    const store = memoryStore()
    expect((await call(store, 'PUT', 'a/left/contacts/k9', { name: 'N' })).status).toBe(201)
    expect((await call(store, 'GET', 'a/left/contacts/k9')).body).toEqual({ key: 'k9', name: 'N' })
    expect((await call(store, 'GET', 'a/right/contacts/k9')).status).toBe(404)
    expect((await call(store, 'GET', 'a/left/contacts/k9/more')).status).toBe(404)
  })
})
