// An entry of its own for the tests of syntax/: a text in, its tree (or its error) out as text.
import { Kind, Node } from './ast.ts'
import { parseExpression, parseModule } from './parse.ts'
import { Source } from './source.ts'

export function alloc(size: usize): usize {
  return heap.alloc(size)
}

let out: string = ''
const parts: string[] = []

function list(nodes: Node[]): void {
  parts.push('[')
  for (let i = 0; i < nodes.length; i++) dump(nodes[i])
  parts.push(']')
}

function dump(node: Node | null): void {
  if (!node) {
    parts.push('-')
    return
  }
  parts.push('(' + (<i32>node.kind).toString() + '@' + node.from.toString() + ':' + node.to.toString())
  if (node.name.length) parts.push('n=' + node.name)
  if (node.alias.length) parts.push('a=' + node.alias)
  if (node.op) parts.push('o=' + node.op.toString())
  if (node.flag) parts.push('!')
  if (node.kind == Kind.INT || node.kind == Kind.FLOAT || node.kind == Kind.STR || node.kind == Kind.BYTES) {
    let hex = ''
    for (let i = 0; i < node.size; i++) hex += (<i32>load<u8>(node.bytes + i)).toString(16).padStart(2, '0')
    parts.push('x=' + hex)
  }
  for (let i = 0; i < node.ops.length; i++) parts.push('c=' + node.ops[i].toString())
  for (let i = 0; i < node.names.length; i++) parts.push('k=' + node.names[i])
  if (node.left || node.right || node.third) {
    dump(node.left)
    dump(node.right)
    dump(node.third)
  }
  if (node.items.length) list(node.items)
  if (node.others.length) {
    parts.push('+')
    list(node.others)
  }
  if (node.heads.length) {
    parts.push('^')
    list(node.heads)
  }
  if (node.finals.length) {
    parts.push('$')
    list(node.finals)
  }
  parts.push(')')
}

/** Parses; gives the number of UTF-8 bytes of the answer, which stands at outAddress(). */
export function parse(start: usize, size: i32, expression: bool): i32 {
  const source = new Source(start, size)
  const parsed = expression ? parseExpression(source) : parseModule(source)
  const p = parsed.parser
  if (parsed.tree) {
    parts.length = 0
    dump(parsed.tree)
    out = parts.join(' ')
  } else {
    out =
      'ERROR ' + p.errorType + '|' + p.message + '|' + source.line(p.errorFrom).toString() + '|' +
      (p.errorColumn >= 0 ? p.errorColumn : source.column(p.errorFrom)).toString() // prettier-ignore
  }
  const bytes = String.UTF8.byteLength(out)
  address = heap.alloc(<usize>bytes + 8)
  String.UTF8.encodeUnsafe(changetype<usize>(out), out.length, address)
  return bytes
}

let address: usize = 0
export function outAddress(): usize {
  return address
}
