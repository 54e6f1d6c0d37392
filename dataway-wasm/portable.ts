// The portability lint: what DataWay understands and the cloud platform's DataWay, as it is documented, would not accept. Each
// finding is a warning DATAWAY:PORTABLE; the script runs all the same.
import type { SourceMode } from '../worker/model/app.ts'
import type { Diagnostic } from '../worker/model/fault.ts'
import { parseText } from '../worker/model/text-source.ts'
import { lineStarts, tokensOf, type Token } from './tokens.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** The builtins of each mode (73955 and 73961 of the platform's documentation). */
const builtins = {
  code: words('abs all any ascii bool bytearray bytes chr dict enumerate filter float getattr hasattr hash id int isinstance iter len list map max min next object ord pow print range repr reversed round set slice sorted str sum tuple type zip'), // prettier-ignore
  expression: words('abs all any ascii bool bytes chr dict float int len list max min ord pow range repr round set str sum tuple type'), // prettier-ignore
}
/** Builtins of Python that are in neither list: names of a script's own are not looked at. */
const otherBuiltins = words('callable classmethod delattr dir divmod format frozenset globals hex issubclass locals memoryview oct property setattr staticmethod super vars bin complex') // prettier-ignore

/** What the platform's modules have; expression mode has fewer modules, their members are the same here. */
const members: Readonly<Record<string, ReadonlySet<string>>> = {
  time: words('altzone asctime ctime gmtime localtime mktime strftime strptime struct_time time time_ns timezone tzname'), // prettier-ignore
  json: words('dumps loads'),
  math: words('ceil floor fabs pow sqrt pi e inf nan log log2 log10 sin cos tan'),
  base64: words('b64encode b64decode'),
  hmac: words('new'),
  random: words('randint random'),
  hashlib: words('sha256 md5 sha1'),
  Crypto: words('Util Cipher'),
  socket: words('htonl ntohl'),
  struct: words('pack unpack'),
  decimal: words('Decimal'),
  urllib: words('parse'),
  'urllib.parse': words('urlparse unquote quote urlencode'),
  csv: words('reader'),
  datetime: words('date time datetime timedelta timezone tzinfo'),
}
const expressionModules = words('time math json base64 random urllib datetime')

const statements = words('while try except finally class import from with del async await')
const notInExpressions = words('lambda yield await')

/** What the cloud platform would not accept of a source in a mode. */
export function notPortable(source: string, mode: SourceMode): Diagnostic[] {
  if (mode !== 'text') return findings(source, mode).map((one) => placed(source, one))
  return parseText(source).flatMap((part) =>
    part.kind === 'expression'
      ? findings(part.source, 'expression').map(({ from, to, ...one }) =>
          placed(source, { ...one, from: from + part.start, to: to + part.start }),
        )
      : [],
  )
}

interface Finding {
  from: number
  to: number
  message: string
}

function placed(source: string, { from, to, message }: Finding): Diagnostic {
  const starts = lineStarts(source)
  const at = (offset: number): { line: number; column: number } => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: [...source.slice(starts[line], offset)].length + 1 }
  }
  const end = at(to)
  return { ...at(from), endLine: end.line, endColumn: end.column, severity: 'warning', code: 'DATAWAY:PORTABLE', message } // prettier-ignore
}

function findings(source: string, mode: 'expression' | 'code'): Finding[] {
  const tokens = tokensOf(source).filter(({ kind }) => kind !== 'comment' && kind !== 'newline')
  const own = mode === 'code' ? ownNames(tokens) : new Set<string>()
  const found: Finding[] = []
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    const what = mode === 'code' ? inCode(token, before) : inExpression(token, before)
    if (what)
      found.push({ from: token.from, to: token.to, message: `The cloud platform has no ${what} in ${mode} mode.` }) // prettier-ignore
    else if (token.kind === 'name' && before?.text !== '.' && !own.has(token.text))
      found.push(...nameFindings(tokens, i, mode))
  }
  return found
}

function inCode(token: Token, before: Token | undefined): string | undefined {
  if (token.kind !== 'name' || before?.text === '.') return undefined
  // `yield from` is one thing, and the platform knows yield; `raise … from` goes with try.
  if (token.text === 'from' && before?.text === 'yield') return undefined
  return statements.has(token.text) ? `'${token.text}'` : undefined
}

function inExpression(token: Token, before: Token | undefined): string | undefined {
  if (token.kind === 'string' && /^[rR]?[fF]/.test(token.text)) return 'f-strings'
  if (token.kind === 'operator' && token.text === ':=') return "':='"
  if (token.kind === 'operator' && (token.text === '*' || token.text === '**') && isUnpacking(before))
    return 'unpacking with stars'
  return token.kind === 'name' && before?.text !== '.' && notInExpressions.has(token.text)
    ? `'${token.text}'`
    : undefined
}
function isUnpacking(before: Token | undefined): boolean {
  return before === undefined || /^[([{,]$/.test(before.text)
}

/** A builtin, a module or a module's member that is not there. */
function nameFindings(tokens: Token[], at: number, mode: 'expression' | 'code'): Finding[] {
  const name = tokens[at]!
  const next = tokens[at + 1]?.text
  if (next === '=' && name.depth > 0) return []
  const say = (from: Token, to: Token, what: string): Finding[] => [
    { from: from.from, to: to.to, message: `The cloud platform has no ${what} in ${mode} mode.` },
  ]
  const missing = mode === 'code' ? otherBuiltins : new Set([...otherBuiltins, ...builtins.code])
  if (missing.has(name.text) && !builtins[mode].has(name.text)) return say(name, name, `builtin ${name.text}`)
  if (members[name.text] === undefined) return []
  if (mode === 'expression' && !expressionModules.has(name.text))
    return say(name, name, `module ${name.text}`)
  let path = name.text
  let from = at
  while (tokens[from + 1]?.text === '.' && tokens[from + 2]?.kind === 'name') {
    const member = tokens[from + 2]!
    if (!members[path]!.has(member.text)) return say(name, member, `${path}.${member.text}`)
    path += '.' + member.text
    from += 2
    if (members[path] === undefined) return []
  }
  return []
}

/** Names a script gives itself: what they hide is not the builtin. */
function ownNames(tokens: Token[]): Set<string> {
  const names = new Set<string>()
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'name' || tokens[i - 1]?.text === '.') continue
    const before = tokens[i - 1]?.text
    const next = tokens[i + 1]?.text
    const isSet = next === '=' && token.depth === 0
    const isNamed =
      before === 'def' || before === 'class' || before === 'for' || before === 'as' || next === ':='
    if (isSet || isNamed || isParameter(tokens, i)) names.add(token.text)
  }
  return names
}
/** Whether a name stands in the brackets behind `def name`. */
function isParameter(tokens: Token[], at: number): boolean {
  const { depth } = tokens[at]!
  if (depth === 0 || !/^[(,*]+$/.test(tokens[at - 1]?.text ?? '')) return false
  let open = at - 1
  while (open >= 0 && !(tokens[open]!.text === '(' && tokens[open]!.depth === depth - 1)) open--
  return tokens[open - 2]?.text === 'def'
}
