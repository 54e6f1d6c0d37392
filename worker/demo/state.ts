// What one copy of the demo APIs holds, and where the copies are kept. A copy is private to one app: its name is in the
// path, `/demo/<copy>/…`, so that two apps, two tests or two people never see each other's rows.
import places from './data/places.json' with { type: 'json' }
import sync from './data/sync.json' with { type: 'json' }

export type Row = Record<string, unknown>

/** A customer of the ERP. */
export interface Customer extends Row {
  externalId: string
}

/** The data a copy starts with, and starts again with after a reset. */
export interface DemoData {
  /** Answers of `GET /contacts`, page by page, in the CRM's own form. */
  pages: CrmPage[]
  /** Rows of `/api/customers`, by `externalId`. */
  erp: Customer[]
  /** Texts by path: GET answers them, PUT replaces them. */
  documents: Record<string, DemoDocument>
  /** Rows by path: GET the list, GET, PUT and DELETE one by its id. */
  collections: Record<string, Collection>
  /** Paths that take whatever is POSTed. */
  inboxes: Record<string, Inbox>
  /** `PUT /api/customers/c-1008` → statuses of the answers in order, the last one for ever. Below 400: the real answer. */
  faults: Record<string, number[]>
}

export interface CrmPage {
  results: unknown[]
  paging?: { next?: { after: string } }
}
export interface DemoDocument {
  type: string
  text: string
}
export interface Collection {
  /** The field that names a row. */
  id: string
  rows: Row[]
}
export interface Inbox {
  /** Of the answer, when no fault is due. */
  status: number
  /** What it says when a fault is due. */
  refusal?: string
}

export interface DemoState {
  data: DemoData
  erp: Customer[]
  documents: Record<string, DemoDocument>
  collections: Record<string, Collection>
  /** What each inbox took, the latest 100. */
  received: Record<string, unknown[]>
  /** How often each call was made: `METHOD /path` → times. */
  calls: Record<string, number>
}

/** Keeps copies. `change` gets the state, may change it in place, and no other change of the copy runs meanwhile. */
export interface DemoStore {
  change<T>(copy: string, work: (state: DemoState) => T | Promise<T>): Promise<T>
  reset(copy: string, data?: DemoData): Promise<void>
}

const COPIES = 200

/** The project's own data: the four scenarios. */
export const ownData: DemoData = {
  ...(places as Omit<DemoData, 'pages' | 'erp'>),
  ...(sync as Pick<DemoData, 'pages' | 'erp'>),
  faults: { ...places.faults, ...sync.faults },
}

export function freshState(data: DemoData = ownData): DemoState {
  const { erp, documents, collections } = structuredClone(data)
  return { data, erp, documents, collections, received: {}, calls: {} }
}

/** Copies in memory, at most 200: the one unused for longest goes first. `initial`: other data than the project's own. */
export function memoryStore(initial?: DemoData): DemoStore {
  const copies = new Map<string, DemoState>()
  const keep = (copy: string, state: DemoState) => {
    copies.delete(copy)
    copies.set(copy, state)
    if (copies.size > COPIES) copies.delete(copies.keys().next().value!)
  }
  return {
    async change(copy, work) {
      const state = copies.get(copy) ?? freshState(initial)
      keep(copy, state)
      return work(state)
    },
    async reset(copy, data) {
      keep(copy, freshState(data ?? copies.get(copy)?.data ?? initial))
    },
  }
}
