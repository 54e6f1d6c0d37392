// A DataWay session line by line. The language keeps nothing between two evaluations, so every line runs the session's
// lines again before it, with the session's one clock and seed, and only what it adds is shown.
import { createInterface, type Interface } from 'node:readline/promises'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import type { EvaluateEnv } from '../model/dataway.ts'
import { Data } from '../model/data.ts'
import { isFault, toFault } from '../model/fault.ts'
import { message } from '../model/message.ts'
import { scriptEnv } from './script-env.ts'

/** Reads stdin until its end; gives the exit status. */
export async function repl(way: WasmDataWay): Promise<number> {
  const shown = process.stdin.isTTY
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: shown })
  if (shown) process.stdout.write('DataWay: an empty line ends a block, Ctrl-D the session.\n')
  const session = new Session(way)
  const reader = new LineReader(lines, shown)
  for (let text = await readEntry(reader); text !== undefined; text = await readEntry(reader))
    if (text.trim()) process.stdout.write(session.run(text))
  lines.close()
  return 0
}

/** The lines so far that went well, and what they printed. */
export class Session {
  readonly #way: WasmDataWay
  readonly #env: EvaluateEnv
  #source = ''
  #printed = ''

  constructor(way: WasmDataWay) {
    this.#way = way
    const { clock, seed, run } = scriptEnv(() => {})
    const now = clock()
    const start = seed()
    this.#env = { run, clock: () => now, seed: () => start, print: () => {} }
  }

  /** Runs one entry and gives what it shows: prints, the value of an expression, or the error. */
  run(entry: string): string {
    const isExpression = this.#way.check(entry.trim(), 'expression').every((one) => one.severity !== 'error')
    const statement = isExpression
      ? `_ = (${entry.trim()}\n)\nif _ is not None: print(repr(_))\n`
      : entry.trimEnd() + '\n'
    let printed = ''
    const env = { ...this.#env, print: (text: string) => void (printed += text) }
    try {
      this.#way.evaluate(this.#way.script(this.#source + statement), message(Data.none), env)
      const added = printed.slice(this.#printed.length)
      this.#source += statement
      this.#printed = printed
      return added
    } catch (thrown) {
      const { exception, message: text } = toFault(thrown)
      const why = isFault(thrown) && exception && !text.startsWith(exception) ? `${exception}: ${text}` : text
      return printed.slice(this.#printed.length) + why + '\n'
    } finally {
      this.#way.release(env.run)
    }
  }
}

class LineReader {
  readonly #lines: AsyncIterator<string>
  readonly #shown: boolean
  constructor(lines: Interface, shown: boolean) {
    this.#lines = lines[Symbol.asyncIterator]()
    this.#shown = shown
  }
  async next(prompt: string): Promise<string | undefined> {
    if (this.#shown) process.stdout.write(prompt)
    const { value, done } = await this.#lines.next()
    return done ? undefined : value
  }
}

/** One entry: a line, or a block up to an empty line. undefined at the end. */
async function readEntry(reader: LineReader): Promise<string | undefined> {
  const first = await reader.next('>>> ')
  if (first === undefined) return undefined
  let text = first
  const isBlock = /:\s*(#.*)?$/.test(first) || first.trimStart().startsWith('@')
  while (isBlock || isOpen(text)) {
    const more = await reader.next('... ')
    if (more === undefined || (isBlock && more.trim() === '')) break
    text += '\n' + more
  }
  return text + '\n'
}

/** Whether a bracket or a triple-quoted text is still open. */
function isOpen(text: string): boolean {
  const bare = text
    .replace(/'''[^]*?'''|"""[^]*?"""/g, '0')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|#.*/g, '0')
  if (/'''|"""/.test(bare)) return true
  return (bare.match(/[([{]/g)?.length ?? 0) > (bare.match(/[)\]}]/g)?.length ?? 0)
}
