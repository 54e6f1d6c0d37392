// What the commands share: options, paths from where the caller stands, files, and Faults as one line of JSON.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fault, isFault, toFault, type Fault } from '../model/fault.ts'

/** npm changes the directory; INIT_CWD is the one its caller was in. */
export function pathOf(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}

export type Options = NonNullable<ParseArgsConfig['options']>

/** Throws CLI:USAGE for an option that does not exist. */
export function parse<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw fault('CLI:USAGE', (error as Error).message, { hint: 'weft --help' })
  }
}

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if (path === '-') return await readStdin()
    return await readFile(pathOf(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw fault('CLI:FILE', `${path} cannot be read (${code}).`, { hint: 'Check the path.', data: { path } })
  }
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path))
}

export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readText(path))
  } catch (error) {
    if (isFault(error)) throw error
    throw fault('CLI:FILE', `${path} is not JSON: ${(error as Error).message}.`, { data: { path } })
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Writes and waits until the other side of a pipe has taken it. */
export function write(stream: NodeJS.WriteStream, bytes: Uint8Array | string): Promise<void> {
  return new Promise((done, failed) => stream.write(bytes, (error) => (error ? failed(error) : done())))
}

/** The Fault as one line of JSON on stderr; gives the exit status: 2 for wrong usage, else 1. */
export async function tellFault(thrown: unknown): Promise<number> {
  const told: Fault = toFault(thrown)
  await write(process.stderr, JSON.stringify(told) + '\n')
  return told.code === 'CLI:USAGE' ? 2 : 1
}

/** Runs a command; what it throws is told. */
export async function command(go: () => Promise<number>): Promise<number> {
  try {
    return await go()
  } catch (thrown) {
    return await tellFault(thrown)
  }
}
