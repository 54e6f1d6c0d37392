// A backup as a file: one zip, readable by any tool. Each app is an app file, each version and run a JSON file beside it; what
// the backup is stands in weft-backup.json. Reading trusts nothing: names, number and size of entries, then every file like one that
// somebody sent. Secrets are in the vault of a browser and in no backup.
import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate'
import type { RunRecord } from '../api.ts'
import type { App, Tagged } from '../model/app.ts'
import { mostVariables, type Environment } from '../model/environment.ts'
import type { RunEvent } from '../model/event.ts'
import { fault, isFault } from '../model/fault.ts'
import { appFrom, APP_LIMITS, configFrom, parseApp, parseBounded, Reader } from '../model/validate.ts'
import { fileName } from '../share/file.ts'
import { recordFrom } from '../share/link.ts'

export interface KeptRun {
  record: RunRecord
  events: RunEvent[]
}
/** A version as it was named. */
export interface KeptVersion {
  app: App
  note: string
  /** When it was made, in milliseconds since the epoch. */
  t: number
}
export interface Backup {
  /** Milliseconds since the epoch. */
  madeAt: number
  apps: App[]
  /** Of each app the oldest first. */
  versions: KeptVersion[]
  environments: Environment[]
  runs: KeptRun[]
  /** Files that could not be read, by name. */
  unread: string[]
}

const format = 'weft-backup/1'
const about = 'weft-backup.json'
const places = 'environments.json'
export const backupLimits = { file: 256 * 1024 * 1024, unpacked: 512 * 1024 * 1024, entries: 20_000 }

/** The bytes of the file. */
export function packBackup({
  madeAt,
  apps,
  versions,
  environments,
  runs,
}: Omit<Backup, 'unread'>): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  const put = (name: string, value: unknown): void => void (files[name] = strToU8(JSON.stringify(value)))
  put(about, { format, madeAt, apps: apps.length, runs: runs.length })
  for (const app of apps) put(`apps/${app.id}/${fileName(app)}`, app)
  versions.forEach((version, i) => put(`versions/${version.app.id}/${i + 1}.json`, version))
  if (environments.length > 0) put(places, environments)
  for (const run of runs) put(`runs/${run.record.summary.app}/${run.record.summary.id}.json`, run)
  return zipSync(files, { level: 6, mtime: madeAt })
}

/** Throws BACKUP:FORMAT for what is no backup, BACKUP:NEWER, BACKUP:TOO_LARGE. A part that cannot be read is told in `unread`. */
export function unpackBackup(bytes: Uint8Array, limits = backupLimits): Backup {
  if (bytes.length > limits.file) throw tooLarge()
  const files = unzip(bytes, limits)
  const madeAt = readAbout(files[about])
  const backup: Backup = { madeAt, apps: [], versions: [], environments: [], runs: [], unread: [] }
  const read = (name: string, take: (text: string) => void): void => {
    try {
      take(strFromU8(files[name]!))
    } catch (thrown) {
      if (!isFault(thrown)) throw thrown
      backup.unread.push(name)
    }
  }
  const names = Object.keys(files)
  for (const name of names.filter((one) => one.startsWith('apps/')))
    read(name, (text) => void backup.apps.push(parseApp(text)))
  for (const name of names.filter((one) => one.startsWith('versions/')))
    read(name, (text) => void backup.versions.push(versionFrom(text)))
  if (files[places]) read(places, (text) => (backup.environments = environmentsFrom(parseBounded(text))))
  const byId = new Map(backup.apps.map((app) => [app.id, app]))
  for (const name of names.filter((one) => one.startsWith('runs/')))
    read(name, (text) => void backup.runs.push(runFrom(text, byId.get(name.split('/')[1]!))))
  return backup
}

function unzip(bytes: Uint8Array, limits: typeof backupLimits): Record<string, Uint8Array> {
  let total = 0
  let entries = 0
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (
      name !== about &&
      name !== places &&
      !/^(apps|versions|runs)\/[0-9a-z]{1,64}\/[^/\\]{1,200}\.json$/.test(name)
    )
      return false
    total += originalSize
    entries++
    if (total > limits.unpacked || entries > limits.entries) throw tooLarge()
    return originalSize <= APP_LIMITS.bytes
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (thrown) {
    if (isFault(thrown)) throw thrown
    throw notOne()
  }
}

function readAbout(bytes: Uint8Array | undefined): number {
  if (!bytes) throw notOne()
  const { format: written, madeAt } = parseBounded(strFromU8(bytes)) as { format?: Tagged; madeAt?: Tagged }
  if (typeof written !== 'string' || !written.startsWith('weft-backup/')) throw notOne()
  if (written !== format)
    throw fault('BACKUP:NEWER', 'This backup was made by a newer version of Weft.', {
      hint: 'Reload the page to get the newest version, then restore it again.',
    })
  return typeof madeAt === 'number' ? madeAt : 0
}

function versionFrom(text: string): KeptVersion {
  const at = new Reader('version')
  const { app, note, t } = at.object(parseBounded(text))
  return { app: appFrom(app ?? null), note: at.text(note, 'note', 10_000), t: at.number(t, 't') }
}

function environmentsFrom(thing: Tagged): Environment[] {
  return new Reader('environments').list(thing, '').map((one, i) => {
    const at = new Reader(`environments[${i}]`)
    const { id, name, connections, variables } = at.object(one)
    const configs = Object.entries(at.object(connections)).map(([connection, config]) => [connection, configFrom(config, at.in(connection))]) // prettier-ignore
    return {
      id: at.text(id, 'id', 64),
      name: at.text(name, 'name', 400),
      connections: Object.fromEntries(configs) as Environment['connections'],
      variables: Object.fromEntries(Object.entries(at.object(variables)).slice(0, mostVariables)),
    }
  })
}

/** Events are shown as they are; what counts of a run is its record. */
function runFrom(text: string, app: App | undefined): KeptRun {
  if (!app) throw notOne()
  const { record, events } = parseBounded(text) as { record?: Tagged; events?: Tagged }
  return {
    record: recordFrom(record ?? null, app),
    events: Array.isArray(events) ? (events as unknown as RunEvent[]) : [],
  }
}

function notOne() {
  return fault('BACKUP:FORMAT', 'The file is no backup of Weft, or a part of it is missing.', {
    hint: 'Choose the .zip file that Weft has saved.',
  })
}
function tooLarge() {
  return fault('BACKUP:TOO_LARGE', 'The backup is larger than Weft reads (512 MiB unpacked).', {
    hint: 'Open its app files one by one: they are in the folder apps of the zip.',
    data: { limits: backupLimits },
  })
}
