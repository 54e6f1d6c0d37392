// From source text to code: parse, analyze, compile. The first problem stops it; it is then in `problem`.
import { alloc, enterRegion } from '../memory/region.ts'
import { Node } from '../syntax/ast.ts'
import { parseExpression, parseModule, Parsed } from '../syntax/parse.ts'
import { Source } from '../syntax/source.ts'
import { strConst } from '../text/str.ts'
import { None, Value } from '../value/value.ts'
import { CodeFlag } from '../vm/code.ts'
import { Analyzer, TOO_DEEP } from './analyze.ts'
import { Builder, Unit } from './builder.ts'
import { expression } from './expression.ts'
import { docstring } from './function.ts'
import { Op } from './opcode.ts'
import { Scope } from './scope.ts'
import { statements } from './statement.ts'

export const enum Mode {
  /** A whole script: its statements run. */
  MODULE = 0,
  /** A script that defines dw_process(msg). */
  CODE = 1,
  /** One expression. */
  EXPRESSION = 2,
}

/** The first problem of a source: offsets into it; a column of its own or -1. */
export class Problem {
  type: string = 'SyntaxError'
  message: string = ''
  from: i32 = 0
  to: i32 = -1
  column: i32 = -1
}
export let problem: Problem | null = null

/** Record of a source that lives with its program: address u32 · size u32 · name Value. */
function newRecord(start: usize, size: i32, name: string): usize {
  const text = alloc(size + 1)
  memory.copy(text, start, size)
  const r = alloc(16)
  store<u32>(r, <u32>text)
  store<u32>(r, size, 4)
  store<u64>(r, strConst(name), 8)
  return r
}

/** The code object of a source in `region`, 0 with `problem` set. */
export function compileSource(start: usize, size: i32, mode: Mode, name: string, region: usize): usize {
  problem = null
  const source = new Source(start, size)
  const parsed: Parsed = mode == Mode.EXPRESSION ? parseExpression(source) : parseModule(source)
  const tree = parsed.tree
  if (!tree) {
    const p = parsed.parser
    const found = new Problem()
    found.type = p.errorType
    found.message = p.message
    found.from = p.errorFrom
    found.to = p.errorTo
    found.column = p.errorColumn
    problem = found
    return 0
  }
  const analyzer = new Analyzer()
  const scope = mode == Mode.EXPRESSION ? analyzer.expression(tree) : analyzer.module(tree, '<module>')
  const back = enterRegion(region)
  const record = newRecord(start, size, name)
  enterRegion(back)
  const unit = new Unit(source, analyzer.scopes, region, record)
  if (analyzer.failedFrom >= 0) {
    unit.failedFrom = analyzer.failedFrom
    unit.failedTo = analyzer.failedTo
    unit.message = analyzer.message
  }
  const code = unit.failedFrom < 0 ? moduleCode(unit, scope, tree, mode) : 0
  if (unit.failedFrom < 0) return code
  const found = new Problem()
  if (unit.message == TOO_DEEP) found.type = 'RecursionError'
  found.message = unit.message
  found.from = unit.failedFrom
  found.to = unit.failedTo
  problem = found
  return 0
}

function moduleCode(unit: Unit, scope: Scope, tree: Node, mode: Mode): usize {
  const b = new Builder(unit, scope, null, scope.name)
  let doc: Value = None
  if (mode == Mode.EXPRESSION) {
    const r = expression(b, tree)
    b.at(tree)
    b.emit(Op.RETURN, r)
  } else {
    doc = docstring(b, tree.items)
    if (doc != None) {
      const r = b.temp()
      b.emitWide(Op.LOAD_CONST, r, b.constant(doc))
      b.emitWide(Op.STORE_GLOBAL, r, b.name('__doc__'))
      b.top = r
    }
    if (scope.hasAnnotations) {
      const r = b.temp()
      b.emit(Op.BUILD_DICT, r, 0, 0)
      b.emitWide(Op.STORE_GLOBAL, r, b.name('__annotations__'))
      b.top = r
    }
    statements(b, tree.items)
    b.emit(Op.RETURN_NONE)
  }
  const c = b.finish()
  store<u32>(c, CodeFlag.SIMPLE | CodeFlag.MODULE, 60)
  store<u32>(c, 1, 88)
  store<u64>(c, doc, 96)
  return c
}
