// `weft dataway run|check|format|repl`: DataWay scripts from the command line. `run` writes the result to stdout and nothing
// else; what the script prints goes to stderr as it is, and a Fault is one last line of JSON there.
import { writeFile } from 'node:fs/promises'
import { format } from '../../dataway-wasm/format.ts'
import { notPortable } from '../../dataway-wasm/portable.ts'
import { command, parse, pathOf, readBytes, readText, write } from '../headless/command-line.ts'
import { repl } from '../headless/dataway-repl.ts'
import { readMessage } from '../headless/message-file.ts'
import { loadDataway } from '../dataway-node.ts'
import { Data } from '../model/data.ts'
import { fault, isFault } from '../model/fault.ts'
import { message, type Message } from '../model/message.ts'
import { Entity } from '../model/value.ts'
import { mimeOfName } from '../model/mime.ts'
import { scriptEnv } from '../headless/script-env.ts'

export const help = `weft dataway run SCRIPT         run a script; its dw_process(msg) gives the result
  --payload FILE     payload of msg (- for stdin)
  --mime TYPE        its MIME type; default by the file's name
  --message FILE     the whole msg as tagged JSON: {payload, attributes, variables}
weft dataway check SCRIPT       say what is wrong with a script, and what the cloud platform would not accept (a warning);
                                exit status 1 when it has errors
weft dataway format SCRIPT      the script in one form, on stdout
  --write                       into its file instead
weft dataway repl               try DataWay line by line`

const options = {
  payload: { type: 'string' },
  mime: { type: 'string' },
  message: { type: 'string' },
} as const

export default function dataway(args: string[]): Promise<number> {
  return command(async () => {
    const [verb, ...rest] = args
    if (verb === 'run') return await run(rest)
    if (verb === 'check') return await check(rest)
    if (verb === 'format') return await formatFile(rest)
    if (verb === 'repl') return await repl(await loadDataway())
    throw fault('CLI:USAGE', 'Say run, check, format or repl.', { hint: 'weft --help' })
  })
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, options)
  const source = await readScript(positionals[0])
  const input = await messageFrom(values)
  const way = await loadDataway()
  const env = scriptEnv((text) => void process.stderr.write(text))
  try {
    const result = way.evaluate(way.script(source), input, env)
    if (way.typeName(result) !== 'NoneType') await write(process.stdout, way.toBytes(result).bytes)
    return 0
  } catch (thrown) {
    if (!isFault(thrown) || thrown.exception !== 'SystemExit') throw thrown
    return await exitStatus(String(thrown.data?.['message'] ?? ''))
  } finally {
    way.release(env.run)
    await write(process.stderr, '')
  }
}

/** What python3 does with `raise SystemExit(…)`: a number is the status, text is told. */
async function exitStatus(message: string): Promise<number> {
  if (message === '' || message === 'None') return 0
  if (/^-?\d+$/.test(message)) return Number(message) & 255
  await write(process.stderr, message + '\n')
  return 1
}

async function check(args: string[]): Promise<number> {
  const { positionals } = parse(args, {})
  const source = await readScript(positionals[0])
  const found = [...(await loadDataway()).check(source, 'code'), ...notPortable(source, 'code')]
  for (const one of found) {
    const hint = one.hint ? ` ${one.hint}` : ''
    const place = `${positionals[0]}:${one.line}:${one.column}`
    await write(process.stdout, `${place}: ${one.severity} ${one.code} ${one.message}${hint}\n`)
  }
  return found.some((one) => one.severity === 'error') ? 1 : 0
}

async function formatFile(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { write: { type: 'boolean' } })
  const source = await readScript(positionals[0])
  const formatted = format(source)
  if (!values.write) await write(process.stdout, formatted)
  else if (formatted !== source) await writeFile(pathOf(positionals[0]!), formatted)
  return 0
}

async function readScript(path: string | undefined): Promise<string> {
  if (!path) throw fault('CLI:USAGE', 'Name the script.', { hint: 'weft --help' })
  return await readText(path)
}

async function messageFrom(given: { payload?: string; mime?: string; message?: string }): Promise<Message> {
  if (given.message !== undefined) return readMessage(given.message)
  if (given.payload === undefined) return message(Data.none)
  const bytes = await readBytes(given.payload)
  return message(Data.of(new Entity(bytes, given.mime ?? mimeOfName(given.payload))))
}
