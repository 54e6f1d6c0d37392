// Switching a value field between text, expression and code keeps what it means, and where that is not possible its
// letters: nothing a user typed is thrown away by a switch.
import type { SourceMode } from '../../worker/model/app.ts'
import { parseText, textSource, type TextPart } from '../../worker/model/text-source.ts'

const head = 'def dw_process(msg):\n'

/** The source in another mode. Code that is more than one `return` keeps its text: the editor then says what is wrong. */
export function switchMode(source: string, from: SourceMode, to: SourceMode): string {
  if (from === to) return source
  if (source.trim() === '') return to === 'code' ? `${head}    return msg.payload\n` : ''
  const expression = toExpression(source, from)
  if (expression === undefined) return source
  if (to === 'expression') return expression
  if (to === 'code') return `${head}    return ${expression.replaceAll('\n', '\n    ')}\n`
  const text = stringLiteral(expression)
  return text === undefined ? `{{${expression}}}` : textSource(text)
}

function toExpression(source: string, from: SourceMode): string | undefined {
  if (from === 'expression') return isCode(source) ? undefined : source.trim()
  if (from === 'code') return returned(source)
  if (isCode(source)) return undefined
  const parts = parseText(source)
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'expression') return only.source.trim()
  if (parts.every((part) => part.kind === 'text')) return quote(parts.map(textOf).join(''))
  return formatted(parts) ?? joined(parts)
}

const isCode = (source: string) => /^\s*(def|import|from)\s/.test(source)

/** The expression of code that does nothing but return it. */
function returned(code: string): string | undefined {
  const match = /^\s*def dw_process\(\s*msg\s*\)\s*:\s*return[ (]([^]*)$/.exec(code)
  if (!match) return undefined
  const body = code.slice(code.indexOf('return') + 'return'.length).trim()
  const lines = body.split('\n')
  const more = lines.slice(1)
  if (more.some((line) => line.trim() !== '' && !line.startsWith('    '))) return undefined
  if (more.length > 0 && !continues(lines[0]!)) return undefined
  return lines.map((line, index) => (index === 0 ? line : line.replace(/^ {4}/, ''))).join('\n')
}

/** Whether a bracket is still open at the end of a line, so that the next one belongs to it. */
function continues(line: string): boolean {
  const bare = line.replace(/'(\\.|[^'\\])*'|"(\\.|[^"\\])*"/g, '')
  const open = bare.match(/[([{]/g)?.length ?? 0
  return open > (bare.match(/[)\]}]/g)?.length ?? 0)
}

/** An f-string, where its expressions can stand in one: Python 3.11 allows neither its quote nor a backslash inside. */
function formatted(parts: TextPart[]): string | undefined {
  const sources = parts.map((part) => (part.kind === 'expression' ? part.source : '')).join('')
  const texts = parts.map(textOf).join('')
  if (
    /[\\\n#]|['"]{3}/.test(sources) ||
    /[:!]|^\s*\{/.test(sources.replace(/'[^']*'|"[^"]*"|\[[^\]]*\]/g, ''))
  )
    return undefined
  const mark = ["'", '"'].find((q) => !sources.includes(q))
  if (!mark) return undefined
  const escaped = parts.map((part) =>
    part.kind === 'expression'
      ? `{${part.source.trim()}}`
      : quote(part.text, mark).slice(1, -1).replaceAll('{', '{{').replaceAll('}', '}}'),
  )
  return texts === '' && parts.length === 1 ? undefined : `f${mark}${escaped.join('')}${mark}`
}

function joined(parts: TextPart[]): string {
  return parts
    .map((part) => (part.kind === 'expression' ? `str(${part.source.trim()})` : quote(part.text)))
    .join(' + ')
}

const textOf = (part: TextPart) => (part.kind === 'text' ? part.text : '')

/** A Python string literal of a text. */
export function quote(text: string, mark = text.includes("'") && !text.includes('"') ? '"' : "'"): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, '\\' + mark)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return mark + escaped + mark
}

/** The text of an expression that is one plain string literal. */
function stringLiteral(expression: string): string | undefined {
  const match = /^(['"])((?:\\[\\'"nrt]|(?!\1)[^\\\n])*)\1$/.exec(expression)
  if (!match) return undefined
  const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t' }
  return match[2]!.replace(/\\(.)/g, (_, letter: string) => letters[letter] ?? letter)
}
