// What the log says: every change of the store as one record, JSON in a frame (events as bytes: event-bytes.ts). From these records
// alone the tables can be made again. A record is applied any number of times with the same result.
import type { JournalEntry, RunRecord } from '../api.ts'
import type { Tagged } from '../model/app.ts'
import { joined } from '../model/bytes.ts'
import type { RunEvent, RunSummary } from '../model/event.ts'
import { readEvents, writeEvents } from './event-bytes.ts'
import { unpackEvents, type PackedEvents } from './packed-events.ts'
import type { StoredVersion } from './tables.ts'
import type { TextChange } from './text-change.ts'

export type StoreRecord =
  | AppRecord
  | RunRow
  | EventsRecord
  | EffectsRecord
  | RunDeleted
  | Setting
  | CacheRecord
  | VersionRecord
  | JournalRecord

/** A new version of an app. Records of one app are applied in the order of their versions. */
export interface AppRecord {
  kind: 'app'
  t: number
  app: string
  version: number
  /** Which entry of the history this version is. */
  at: number
  /** `add` drops what was undone and adds an entry, `fold` replaces the entry, `move` only goes to one. */
  history: 'add' | 'fold' | 'move'
  /** The app's JSON: whole, or as a change of the version before; absent for `move`. */
  text?: string
  change?: TextChange
  label: string
  merge?: string
  tab: string
  published?: boolean
  deletedAt?: number
}
/** Where a run stands. */
export interface RunRow {
  kind: 'run'
  t: number
  summary: RunSummary
  tab: string
}
/** The n-th batch of a run's events. */
export interface EventsRecord {
  kind: 'events'
  t: number
  run: string
  n: number
  /** Of a durable run: the life they happened in (`lifeOf`); a later life tells its events anew. */
  life?: number
  events: RunEvent[]
}
export interface EffectsRecord {
  kind: 'record'
  t: number
  run: string
  record: RunRecord
}
export interface RunDeleted {
  kind: 'delete-run'
  t: number
  run: string
}
export interface Setting {
  kind: 'setting'
  t: number
  name: string
  value: Tagged
}
/** A cache entry; without a value: removed. */
export interface CacheRecord {
  kind: 'cache'
  t: number
  app: string
  key: string
  value?: string
  /** Milliseconds since the epoch. */
  expires: number
}
/** The n-th entry of an app's chain of versions; never changed, never taken out. */
export interface VersionRecord extends StoredVersion {
  kind: 'version'
}
/** The n-th part of the journal of a durable run. */
export interface JournalRecord {
  kind: 'journal'
  t: number
  run: string
  n: number
  entries: JournalEntry[]
}

/** Which life of a durable run a summary is of; 0: the run is not durable. */
export function lifeOf({ durable }: RunSummary): number {
  return durable?.epoch ?? 0
}

/** The type byte of a frame is the kind's place in this list: only ever add at the end. */
const kinds: StoreRecord['kind'][] = [
  'app',
  'run',
  'events',
  'record',
  'delete-run',
  'setting',
  'cache',
  'version',
  'journal',
  // Once more: in bytes. Those of the earlier number are JSON.
  'events',
]
const eventsInBytes = kinds.lastIndexOf('events')

/** A base file ends with this: without it the file was being written when its tab died. */
export const endOfBase = 255

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

const noNumbers = new Uint8Array()

/** What the frame of a record has: bytes, valid until the next record is written, and text behind them. */
export function writeRecord(record: StoreRecord): { type: number; numbers: Uint8Array; text: string } {
  if (record.kind === 'events') return { type: eventsInBytes, ...writeEvents(record) }
  return { type: kinds.indexOf(record.kind), numbers: noNumbers, text: JSON.stringify(record) }
}
export function encodeRecord(record: StoreRecord): { type: number; payload: Uint8Array } {
  const { type, numbers, text } = writeRecord(record)
  return { type, payload: joined([numbers, encoder.encode(text)]) }
}

/** The record of a frame, or nothing when a newer version of Weft wrote a kind that we do not know. */
export function decodeRecord(frame: { type: number; payload: Uint8Array }): StoreRecord | undefined {
  if (frame.type >= kinds.length) return undefined
  if (frame.type === eventsInBytes) return readEvents(frame.payload)
  const record = JSON.parse(decoder.decode(frame.payload)) as StoreRecord | WrittenEvents
  if (record.kind !== 'events' || !('packed' in record)) return record
  const { packed, ...rest } = record
  return { ...rest, events: unpackEvents(packed) }
}

/** Events as an older version wrote them; a still older one wrote them one by one. */
type WrittenEvents = Omit<EventsRecord, 'events'> & { packed: PackedEvents }

/** Order of records out of several files: by time, but the records of one app by version. */
export function inOrder(records: StoreRecord[]): StoreRecord[] {
  const sorted = records.filter((record) => record.kind !== 'app').sort((a, b) => a.t - b.t)
  const apps = records.filter((record) => record.kind === 'app')
  apps.sort((a, b) => (a.app === b.app ? a.version - b.version || a.t - b.t : a.app < b.app ? -1 : 1))
  return [...apps, ...sorted]
}
