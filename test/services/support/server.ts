// Starts real servers for tests: on free loopback ports, in scratch folders that are removed afterwards.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe } from 'vitest'

export interface Server {
  port: number
  folder: string
  stop(): Promise<void>
}

const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/bin']

/** What install.sh makes itself, since no package of Debian has it. */
export function builtByUs(name: string): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'weft', 'services', name)
}
export const buildThem = 'sh test/services/install.sh'

/** The path of a program; undefined where it is not installed. */
export function programOf(name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/**
 * `describe` that is skipped, and says what to install, where a program is missing. With WEFT_SERVICES=all nothing is skipped:
 * the test then fails for the missing program.
 */
export function describeWith(programs: Record<string, string>, title: string, body: () => void): void {
  const missing = missingOf(programs)
  if (!missing) describe(title, body)
  else describe.skip(`${title} (skipped: needs ${missing[0]}, run ${commandOf(missing[1])})`, body)
}

/** The first program that is not there, and what installs it; undefined also where none may be missing. */
export function missingOf(programs: Record<string, string>): [string, string] | undefined {
  if (process.env['WEFT_SERVICES'] === 'all') return undefined
  return Object.entries(programs).find(([program]) => !programOf(program) && !existsSync(program))
}

/** A Debian package, or a command that makes what no package has. */
function commandOf(way: string): string {
  return way.includes(' ') ? way : `apt-get install -y ${way}`
}

/**
 * A port that is free, below those that the system gives away itself (from 32768): between this call and the start of a slow server
 * nobody else's connection takes it, and another test file hardly the same one.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 20_000)
    if (await isFree(port)) return port
  }
}
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

export function scratch(name: string): string {
  return mkdtempSync(join(tmpdir(), `weft-${name}-`))
}

export interface Started {
  /** Ends it, and removes its folder. */
  stop(): Promise<void>
  process: ChildProcess
  output(): string
}

/** Starts a program and waits until its port answers. Rejects with its output when it ends before. */
export async function startProgram(
  program: string,
  args: string[],
  {
    port,
    folder,
    env,
    ids,
    ready,
  }: {
    port: number
    folder: string
    env?: Record<string, string>
    ids?: { uid: number; gid: number }
    ready?: RegExp
  },
): Promise<Started> {
  const child = spawn(programOf(program) ?? program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ids,
  })
  let output = ''
  let ended = false
  const hear = (chunk: Buffer): void => void (output = (output + String(chunk)).slice(-20_000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const exit = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      output += String(error)
      ended = true
      resolve()
    })
    child.on('exit', () => {
      ended = true
      resolve()
    })
  })
  const stop = async (): Promise<void> => {
    if (!ended) child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 8_000)
    await exit
    clearTimeout(timer)
    rmSync(folder, { recursive: true, force: true })
  }
  for (let i = 0; i < 1800; i++) {
    if (ended) break
    if ((ready ? ready.test(output) : true) && (await answers(port)))
      return { stop, process: child, output: () => output }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`${program} did not start on port ${port}:\n${output}`)
}

/** Of a server that is started again in the same place, with what it has on its disk. */
export interface Restartable {
  stop(): Promise<void>
  restart(): Promise<void>
}

/** `signal`: SIGKILL in the middle of whatever it does; `victim`: the process that has to go, where a script stands before it. */
export async function restartable(
  start: () => Promise<Started>,
  { signal = 'SIGKILL', victim }: { signal?: NodeJS.Signals; victim?: () => number } = {},
): Promise<Restartable> {
  let started = await start()
  return {
    stop: () => started.stop(),
    restart: async () => {
      const gone = once(started.process, 'exit')
      process.kill(victim?.() ?? started.process.pid!, signal)
      await gone
      started = await start()
    },
  }
}

export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** For programs that refuse to be root: the ids of a user; undefined where we are not root ourselves. */
export function userIds(name: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** Gives a scratch folder to a user, so that its program can write there. */
export function give(folder: string, ids: { uid: number; gid: number } | undefined): void {
  if (ids) chownSync(folder, ids.uid, ids.gid)
}

/** Runs a program to its end. Throws with its output when it fails. */
export function runProgram(
  program: string,
  args: string[],
  options: { cwd: string; ids?: { uid: number; gid: number }; input?: string; env?: Record<string, string> },
): string {
  const { cwd, ids, input, env } = options
  const done = spawnSync(programOf(program) ?? program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(input !== undefined && { input }),
    ...ids,
  })
  if (done.status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${done.error ?? ''}${done.stdout}${done.stderr}`)
  return done.stdout
}
