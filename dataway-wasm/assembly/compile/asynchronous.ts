// Code of what gives on and waits for: `yield from`, `await`, `async for` in comprehensions. Helpers of library/_async.py do what the machine has no instruction for.
import { Kind, Node } from '../syntax/ast.ts'
import { Builder } from './builder.ts'
import { expression, loadNone, settle, work } from './expression.ts'
import { Op } from './opcode.ts'

/** `r = name(v)`, of a function that scripts cannot name. */
export function callHelper(b: Builder, name: string, v: i32, r: i32): void {
  const mark = b.top
  const base = b.temp()
  b.emitWide(Op.LOAD_GLOBAL, base, b.name(name))
  b.emit(Op.MOVE, b.temp(), v)
  b.emit(Op.CALL, r, base, 1)
  b.top = mark
}

/** What an asynchronous generator gives, marked: all else that comes out of it is given on by `await`. */
export function asynchronousItem(b: Builder, v: i32): i32 {
  const r = b.temp()
  callHelper(b, 'async.Item', v, r)
  return r
}

/** The next of an asynchronous iterator into `item`. Returns the jump that is taken at its end. */
export function nextAwaited(b: Builder, iterator: i32, item: i32): i32 {
  const mark = b.top
  const found = b.temp()
  const it = b.temp()
  callHelper(b, 'async.step', iterator, it)
  delegate(b, it, found)
  const end = b.jump(Op.JUMP_IF_FALSE, found)
  const unpacked = b.temp()
  b.emit(Op.UNPACK, unpacked, found, 1)
  b.emit(Op.MOVE, item, unpacked)
  b.top = mark
  return end
}

/** `yield from` and `await`. */
export function yieldFrom(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const r = work(b, to)
  const it = b.temp()
  const v = expression(b, node.left!)
  b.at(node)
  if (node.kind == Kind.AWAIT && !node.flag) callHelper(b, 'async.awaitable', v, it)
  else b.emit(Op.GET_DELEGATE, it, v)
  delegate(b, it, r)
  b.top = max(mark, r + 1)
  return settle(b, r, to, mark)
}

/** Gives on what iterator `it` gives until its end; its result is in `r`. */
function delegate(b: Builder, it: i32, r: i32): void {
  const sent = b.temp()
  loadNone(b, sent)
  const start = b.here
  // YIELD_DELEGATE stands right behind SEND: generator.throw() looks back from it.
  const send = b.emit(Op.SEND, r, it, sent)
  b.emit(Op.YIELD_DELEGATE, sent, r, it)
  b.emitWide(Op.JUMP_BACK, 0, start)
  b.land(send)
}
