// Code for try and with. A block covers pieces of code with a handler; on the way out of a block (return, break, continue)
// its clean-up runs in line, not covered by the block itself.
import { Node } from '../syntax/ast.ts'
import { Block, BlockKind } from './block.ts'
import { Builder } from './builder.ts'
import { expression, loadNone } from './expression.ts'
import { deleteName, storeName, storeTarget } from './name.ts'
import { Op } from './opcode.ts'
import { meet, statements } from './statement.ts'

function open(b: Builder, kind: BlockKind): Block {
  const block = new Block(kind)
  block.segments.push(b.here)
  b.blocks.push(block)
  return block
}
/** Ends a block; what it covered goes to `handler`, which is to come: row numbers are fixed in cover(). */
function close(b: Builder, block: Block): void {
  block.segments.push(b.here)
  b.blocks.pop()
}
function cover(b: Builder, block: Block, handler: i32, register: i32): void {
  for (let i = 0; i + 1 < block.segments.length; i += 2) b.row(block.segments[i], block.segments[i + 1], handler, register)
}

/** Clean-up of all blocks from the innermost down to number `to`. What follows leaves; then reenterBlocks(). */
export function leaveBlocks(b: Builder, to: i32): void {
  const saved = b.blocks
  b.left.push(saved)
  for (let i = saved.length - 1; i >= to; i--) {
    const block = saved[i]
    block.segments.push(b.here)
    b.blocks = saved.slice(0, i)
    switch (block.kind) {
      case BlockKind.LOOP:
        if (block.register >= 0) b.emit(Op.LEAVE_ITER, block.register)
        break
      case BlockKind.HANDLER:
        leaveHandler(b, block)
        break
      case BlockKind.FINALLY:
        statements(b, block.node!.finals)
        break
      case BlockKind.WITH: {
        const mark = b.top
        const none = loadNone(b)
        b.emit(Op.EXIT_WITH, b.temp(), block.register, none)
        b.top = mark
        break
      }
    }
  }
}
export function reenterBlocks(b: Builder, to: i32): void {
  b.blocks = b.left.pop()
  for (let i = to; i < b.blocks.length; i++) b.blocks[i].segments.push(b.here)
}

function leaveHandler(b: Builder, block: Block): void {
  b.emit(Op.EXIT_HANDLER, block.register)
  if (!block.name.length) return
  const mark = b.top
  storeName(b, block.name, loadNone(b))
  deleteName(b, block.name)
  b.top = mark
}

export function tryStatement(b: Builder, node: Node): void {
  if (!node.finals.length) {
    tryExcept(b, node)
    return
  }
  const mark = b.top
  const e = b.temp()
  b.temp()
  const second = b.temp()
  const before = b.copyAssigned()
  const block = open(b, BlockKind.FINALLY)
  block.node = node
  b.dead = false
  if (node.heads.length) tryExcept(b, node)
  else statements(b, node.items)
  const bodyDead = b.dead
  const bodyState = b.copyAssigned()
  close(b, block)
  b.dead = false
  let end = -1
  let endDead = true
  let endState = bodyState
  if (!bodyDead) {
    statements(b, node.finals)
    endDead = b.dead
    endState = b.copyAssigned()
    end = b.jump(Op.JUMP)
  }
  b.assigned = before
  b.dead = false
  cover(b, block, b.here, e)
  b.at(node)
  handlerCode(b, node, e, second)
  if (end >= 0) b.land(end)
  b.assigned = endState
  b.dead = bodyDead || endDead
  b.top = mark
}
/** finally on the way of an exception, which goes on afterwards. */
function handlerCode(b: Builder, node: Node, e: i32, second: i32): void {
  b.emit(Op.ENTER_HANDLER, e)
  const block = open(b, BlockKind.HANDLER)
  block.register = e
  statements(b, node.finals)
  close(b, block)
  b.emit(Op.EXIT_HANDLER, e)
  b.emit(Op.RERAISE, e)
  cover(b, block, b.here, second)
  b.emit(Op.EXIT_HANDLER, e)
  b.emit(Op.RERAISE, second)
}

function tryExcept(b: Builder, node: Node): void {
  const mark = b.top
  const e = b.temp()
  b.temp()
  const second = b.temp()
  const before = b.copyAssigned()
  const block = open(b, BlockKind.TRY)
  block.name = node.name
  b.dead = false
  statements(b, node.items)
  close(b, block)
  if (!b.dead && node.others.length) statements(b, node.others)
  let state = b.copyAssigned()
  let dead = b.dead
  const ends: i32[] = []
  if (!dead) ends.push(b.jump(Op.JUMP))
  cover(b, block, b.here, e)
  b.assigned = before.slice(0)
  b.at(node)
  b.emit(Op.ENTER_HANDLER, e)
  const matching = open(b, BlockKind.HANDLER)
  matching.register = e
  const inner: Block[] = []
  for (let i = 0; i < node.heads.length; i++) {
    const handler = node.heads[i]
    let next = -1
    b.assigned = before.slice(0)
    b.dead = false
    if (handler.left) {
      const inside = b.top
      const cls = expression(b, handler.left!)
      const t = b.temp()
      b.at(handler.left!)
      b.emit(Op.MATCH_EXCEPTION, t, e, cls)
      next = b.jump(Op.JUMP_IF_FALSE, t)
      b.top = inside
    } else if (i < node.heads.length - 1) b.unit.fail("default 'except:' must be last", handler)
    // The handler's own block takes the place of the one around the matching.
    matching.segments.push(b.here)
    b.blocks.pop()
    const own = open(b, BlockKind.HANDLER)
    own.register = e
    b.at(handler)
    if (handler.name.length) {
      storeName(b, handler.name, e)
      own.name = handler.name
    }
    statements(b, handler.items)
    const handlerDead = b.dead
    close(b, own)
    if (!handlerDead) {
      leaveHandler(b, own)
      ends.push(b.jump(Op.JUMP))
    }
    const after = b.copyAssigned()
    meet(b, state, dead, after, handlerDead)
    state = b.copyAssigned()
    dead = b.dead
    inner.push(own)
    b.blocks.push(matching)
    matching.segments.push(b.here)
    if (next >= 0) b.land(next)
  }
  close(b, matching)
  b.at(node)
  b.emit(Op.EXIT_HANDLER, e)
  b.emit(Op.RERAISE, e)
  cover(b, matching, b.here, second)
  for (let i = 0; i < inner.length; i++) if (!inner[i].name.length) cover(b, inner[i], b.here, second)
  b.emit(Op.EXIT_HANDLER, e)
  b.emit(Op.RERAISE, second)
  for (let i = 0; i < inner.length; i++) {
    if (!inner[i].name.length) continue
    cover(b, inner[i], b.here, second)
    leaveHandler(b, inner[i])
    b.emit(Op.RERAISE, second)
  }
  b.landAll(ends)
  b.assigned = state
  b.dead = dead
  b.top = mark
}

export function withStatement(b: Builder, node: Node, n: i32): void {
  if (n == node.heads.length) {
    statements(b, node.items)
    return
  }
  const item = node.heads[n]
  const mark = b.top
  const exit = b.temp()
  const value = b.temp()
  const e = b.temp()
  b.temp()
  const second = b.temp()
  const m = expression(b, item.left!)
  b.at(item.left!)
  b.emit(Op.ENTER_WITH, exit, m)
  b.top = second + 1
  const before = b.copyAssigned()
  const block = open(b, BlockKind.WITH)
  block.register = exit
  b.dead = false
  if (item.right) storeTarget(b, item.right!, value)
  withStatement(b, node, n + 1)
  const dead = b.dead
  close(b, block)
  b.at(item.left!)
  let end = -1
  if (!dead) {
    const inside = b.top
    const none = loadNone(b)
    b.emit(Op.EXIT_WITH, b.temp(), exit, none)
    b.top = inside
    end = b.jump(Op.JUMP)
  }
  cover(b, block, b.here, e)
  b.emit(Op.ENTER_HANDLER, e)
  const handler = open(b, BlockKind.HANDLER)
  handler.register = e
  const t = b.temp()
  b.emit(Op.EXIT_WITH, t, exit, e)
  close(b, handler)
  b.emit(Op.EXIT_HANDLER, e)
  const swallow = b.jump(Op.JUMP_IF_TRUE, t)
  b.emit(Op.RERAISE, e)
  cover(b, handler, b.here, second)
  b.emit(Op.EXIT_HANDLER, e)
  b.emit(Op.RERAISE, second)
  b.land(swallow)
  if (end >= 0) b.land(end)
  b.assigned = before
  b.dead = false
  b.top = mark
}
