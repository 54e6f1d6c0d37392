// The interpreter: reads instructions (compile/opcode.ts) and works on the registers of the running frame. A script's call
// pushes a frame and goes on in the same loop. In the switch, `continue` means done, `break` means a fault is pending.
import { copyBytes } from '../memory/copy.ts'
import { thaw } from '../container/freeze.ts'
import { callBound } from '../builtins/bind.ts'
import { Op } from '../compile/opcode.ts'
import { listAt, listLength, newList, push, setListAt } from '../container/list.ts'
import { newTuple, tupleLength } from '../container/tuple.ts'
import { entriesOf, entriesUsed, ENTRY, entryKey, newRecord } from '../container/table.ts'
import { charge, Stop, stop } from '../memory/limits.ts'
import { add, sub } from '../ops/arithmetic.ts'
import { next, unpack, unpackStar } from '../ops/iterate.ts'
import { getItem } from '../ops/subscript.ts'
import { setItem } from '../ops/assign.ts'
import { truth } from '../ops/truth.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, boxBool, boxInt, ERROR, fitsInt, intOf, isBool, isHeap, isInt, None, STOP, UNBOUND, Value } from '../value/value.ts' // prettier-ignore
import { codeConstants, codeWords, findHandler } from './code.ts'
import { addTraceback } from './exception.ts'
import { FrameFlag, FRAME_SIZE, frameBelow, frameCode, frameFlags, frameGlobals, framePc, setCurrentFrame, setHandling } from './frame.ts' // prettier-ignore
import { popFrame } from './function.ts'
import { startCall, startConstruct } from './start-call.ts'
import { finish, GeneratorState, generatorState, resume, suspend } from './generator.ts'
import { loadGlobal, storeGlobal, unboundCell, unboundLocal } from './name-lookup.ts'
import { getAttrCached, loadMethod, setAttrCached } from './attribute-cache.ts'
import { enterCompiled } from './compiled.ts'
import { instruct } from './instruct.ts'
import { numberA, numberB, numberC, offsetA, offsetB, offsetC, target } from './instruction.ts'
import { pendingException, ExcKind, pendingIs, raise, takePending } from './raise.ts'
import * as statement from './statement.ts'
import { quickKey } from './quick-key.ts'
import { quickNext } from './quick-iterate.ts'
import { typeName } from './type.ts'
import { dividedBy, equalValue, isAtLeast, isAtMost, isEqual, isGreater, isLess, isTrue, isUnequal, lessValue, minus, plus, plusInPlace, quotient, remainder, times } from './quick.ts' // prettier-ignore

/**
 * Runs a frame marked ENTRY to its end. Returns its result; ERROR with a fault pending; for a generator's frame what it
 * yields, or STOP at its end. `failing`: a fault is pending in the frame already (generator.throw).
 */
export function run(entry: usize, failing: bool = false): Value {
  let F = entry
  let R = F + FRAME_SIZE
  let pc = framePc(F)
  let code = frameCode(F)
  let words = codeWords(code)
  let K = codeConstants(code)
  let failed = failing
  /** Another frame goes on: its registers and code are to be loaded. */
  let moved = false
  setCurrentFrame(F)
  while (true) {
    if (!failed) {
      while (true) {
        const w = load<u64>(pc)
        pc += 8
        const A = R + offsetA(w)
        switch (<u32>w & 0xff) {
          case Op.NOP:
            continue
          case Op.LOAD_CONST:
            store<u64>(A, load<u64>(K + (<usize>(w >>> 32) << 3)))
            continue
          case Op.LOAD_INT:
            store<u64>(A, boxInt(<i64>w >> 32))
            continue
          case Op.MOVE:
            store<u64>(A, load<u64>(R + offsetB(w)))
            continue
          case Op.CHECK:
            if (load<u64>(A) != UNBOUND) continue
            unboundLocal(code, numberA(w))
            break
          case Op.LOAD_CELL: {
            const v = slot(addressOf(load<u64>(R + offsetB(w))), 0)
            if (v == UNBOUND) {
              unboundCell(code, numberB(w), load<u64>(K + (<usize>numberC(w) << 3)))
              break
            }
            store<u64>(A, v)
            continue
          }
          case Op.STORE_CELL:
            store<u64>(addressOf(load<u64>(A)), load<u64>(R + offsetB(w)), 8)
            continue
          case Op.LOAD_GLOBAL: {
            // The cache holds where the name stood in the dict of globals.
            const t = addressOf(frameGlobals(F))
            const at = load<u32>(pc)
            const name = load<u64>(K + (<usize>(w >>> 32) << 3))
            if (at < entriesUsed(t)) {
              const e = entriesOf(t) + <usize>at * ENTRY
              if (entryKey(e) == name) {
                store<u64>(A, load<u64>(e, 8))
                pc += 16
                continue
              }
            }
            if (at == 0xffffffff && load<u32>(pc, 4) == entriesUsed(t)) {
              store<u64>(A, load<u64>(pc, 8))
              pc += 16
              continue
            }
            const v = loadGlobal(frameGlobals(F), name, pc)
            if (v == ERROR) break
            store<u64>(A, v)
            pc += 16
            continue
          }
          case Op.STORE_GLOBAL: {
            const t = addressOf(frameGlobals(F))
            const at = load<u32>(pc)
            const name = load<u64>(K + (<usize>(w >>> 32) << 3))
            if (at < entriesUsed(t)) {
              const e = entriesOf(t) + <usize>at * ENTRY
              if (entryKey(e) == name) {
                store<u64>(e, load<u64>(A), 8)
                pc += 8
                continue
              }
            }
            storeGlobal(frameGlobals(F), name, load<u64>(A), pc)
            pc += 8
            continue
          }
          case Op.ADD: {
            const v = plus(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.SUB: {
            const v = minus(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.MUL: {
            const v = times(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.TRUE_DIV: {
            const v = dividedBy(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.FLOOR_DIV: {
            const v = quotient(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.MOD: {
            const v = remainder(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.IADD: {
            const v = plusInPlace(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.ADD_INT: {
            const x = load<u64>(R + offsetB(w))
            if (isInt(x)) {
              const n = intOf(x) + (<i64>w >> 48)
              if (fitsInt(n)) {
                store<u64>(A, boxInt(n))
                continue
              }
            }
            const v = add(x, boxInt(<i64>w >> 48))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.SUB_INT: {
            const x = load<u64>(R + offsetB(w))
            if (isInt(x)) {
              const n = intOf(x) - (<i64>w >> 48)
              if (fitsInt(n)) {
                store<u64>(A, boxInt(n))
                continue
              }
            }
            const v = sub(x, boxInt(<i64>w >> 48))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.NOT: {
            const x = load<u64>(R + offsetB(w))
            if (isBool(x)) {
              store<u64>(A, x ^ 1)
              continue
            }
            const t = truth(x)
            if (t < 0) break
            store<u64>(A, boxBool(t == 0))
            continue
          }
          case Op.LT: {
            const v = lessValue(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.EQ: {
            const v = equalValue(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.JUMP:
            pc = target(words, w)
            continue
          case Op.JUMP_BACK:
            if (!charge(1)) break
            pc = target(words, w)
            continue
          case Op.COMPILED_BACK:
            if (!charge(1)) break
            pc = enterCompiled(F, target(words, w), numberA(w))
            if (!(pc & 1)) continue
            pc--
            break
          case Op.JUMP_IF_FALSE: {
            const t = isTrue(load<u64>(A))
            if (t < 0) break
            if (!t) pc = target(words, w)
            continue
          }
          case Op.JUMP_IF_TRUE: {
            const t = isTrue(load<u64>(A))
            if (t < 0) break
            if (t) pc = target(words, w)
            continue
          }
          case Op.UNLESS_LT: {
            const t = isLess(load<u64>(A), load<u64>(R + offsetB(w)))
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_LE: {
            const t = isAtMost(load<u64>(A), load<u64>(R + offsetB(w)))
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_EQ: {
            const t = isEqual(load<u64>(A), load<u64>(R + offsetB(w)))
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_NE: {
            const t = isUnequal(load<u64>(A), load<u64>(R + offsetB(w)))
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_GT: {
            const t = isGreater(load<u64>(A), load<u64>(R + offsetB(w)))
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_GE: {
            const t = isAtLeast(load<u64>(A), load<u64>(R + offsetB(w)))
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }

          case Op.GET_ITEM: {
            const o = load<u64>(R + offsetB(w))
            const k = load<u64>(R + offsetC(w))
            if (isInt(k) && isHeap(o)) {
              const p = addressOf(o)
              if (load<u8>(p) == <u8>Kind.LIST) {
                const n = <i64>listLength(p)
                let i = intOf(k)
                if (i < 0) i += n
                if (<u64>i < <u64>n) {
                  store<u64>(A, listAt(p, <u32>i))
                  continue
                }
              }
            }
            const v = getItem(o, k)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.GET_KEY: {
            const o = load<u64>(R + offsetB(w))
            const name = load<u64>(K + (<usize>numberC(w) << 3))
            const v = quickKey(o, name, pc)
            if (v != UNBOUND) {
              store<u64>(A, v)
              pc += 16
              continue
            }
            const found = statement.getKey(o, name, pc)
            if (found == ERROR) break
            store<u64>(A, found)
            pc += 16
            continue
          }
          case Op.SET_ITEM: {
            const o = load<u64>(A)
            const k = load<u64>(R + offsetB(w))
            if (isInt(k) && isKind(o, Kind.LIST)) {
              const p = addressOf(o)
              if (<u64>intOf(k) < <u64>listLength(p)) {
                thaw(p)
                setListAt(p, <u32>intOf(k), load<u64>(R + offsetC(w)))
                continue
              }
            }
            if (!setItem(o, k, load<u64>(R + offsetC(w)))) break
            continue
          }
          case Op.GET_ATTR: {
            store<u32>(F, <u32>pc, 4)
            const v = getAttrCached(load<u64>(R + offsetB(w)), load<u64>(K + (<usize>numberC(w) << 3)), pc)
            if (v == ERROR) break
            store<u64>(A, v)
            pc += 16
            continue
          }
          case Op.SET_ATTR:
            store<u32>(F, <u32>pc, 4)
            if (!setAttrCached(load<u64>(A), load<u64>(K + (<usize>numberB(w) << 3)), load<u64>(R + offsetC(w)), pc)) break
            pc += 16
            continue
          case Op.LOAD_METHOD:
            store<u32>(F, <u32>pc, 4)
            if (!loadMethod(load<u64>(R + offsetB(w)), load<u64>(K + (<usize>numberC(w) << 3)), A, pc)) break
            pc += 16
            continue
          case Op.CALL: {
            const B = R + offsetB(w)
            const fn = load<u64>(B)
            const argc = <i32>numberC(w)
            store<u32>(F, <u32>pc, 4)
            const f = isKind(fn, Kind.CLASS) ? startConstruct(fn, B, argc, A) : startCall(fn, B + 8, argc, None, A)
            if (f == 1) continue
            moved = f != 0
            if (f) F = f
            break
          }
          case Op.CALL_METHOD: {
            let args = R + offsetB(w) + 8
            let argc = <i32>numberC(w)
            const fn = load<u64>(args - 8)
            const self = load<u64>(args)
            store<u32>(F, <u32>pc, 4)
            if (self == UNBOUND) args += 8
            else {
              if (isKind(fn, Kind.NATIVE)) {
                const v = callBound(load<u32>(addressOf(fn), 4), self, args + 8, argc, None)
                if (v == ERROR) break
                store<u64>(A, v)
                continue
              }
              argc++
            }
            const f = startCall(fn, args, argc, None, A)
            if (f == 1) continue
            moved = f != 0
            if (f) F = f
            break
          }
          case Op.CALL_KEYWORDS:
          case Op.CALL_METHOD_KEYWORDS: {
            let args = R + offsetB(w) + 8
            let argc = <i32>numberC(w)
            const fn = load<u64>(args - 8)
            const kwnames = load<u64>(K + (<usize>load<u32>(pc) << 3))
            pc += 8
            store<u32>(F, <u32>pc, 4)
            if ((<u32>w & 0xff) == Op.CALL_METHOD_KEYWORDS) {
              if (load<u64>(args) == UNBOUND) args += 8
              else argc++
            }
            const f = startCall(fn, args, argc, kwnames, A)
            if (f == 1) continue
            moved = f != 0
            if (f) F = f
            break
          }
          case Op.CALL_SPREAD: {
            const B = R + offsetB(w)
            store<u32>(F, <u32>pc, 4)
            const all = addressOf(statement.spreadArguments(load<u64>(B, 8), load<u64>(B, 16)))
            const f = startCall(load<u64>(B), all + 8, <i32>tupleLength(all), statement.spreadNames(), A)
            if (f == 1) continue
            moved = f != 0
            if (f) F = f
            break
          }
          case Op.RETURN:
          case Op.RETURN_NONE: {
            let v = (<u32>w & 0xff) == Op.RETURN ? load<u64>(A) : None
            const flags = frameFlags(F)
            const g = <usize>load<u32>(F, 20)
            const below = frameBelow(F)
            if (g) {
              finish(g, F)
              if (flags & FrameFlag.ENTRY) {
                store<u64>(g, v, 32)
                return STOP
              }
              if (flags & FrameFlag.SEND) store<u64>(<usize>load<u32>(F, 12), v)
              // FOR_ITER and SEND left the pc on their target.
              store<u32>(below, <u32>(codeWords(frameCode(below)) + (<usize>load<u32>(framePc(below)) << 3)), 4)
            } else {
              popFrame(F)
              if (flags & FrameFlag.ENTRY) return v
              if (flags & FrameFlag.CONSTRUCT) {
                if (v != None) raise(ExcKind.TypeError, "__init__() should return None, not '" + typeName(v) + "'")
                failed = v != None
                v = load<u64>(F, 40)
              }
              store<u64>(<usize>load<u32>(F, 12), v)
            }
            F = below
            moved = true
            break
          }

          case Op.BUILD_LIST:
            store<u64>(A, newList(R + offsetB(w), numberC(w)))
            continue
          case Op.BUILD_RECORD:
            store<u64>(A, newRecord(addressOf(load<u64>(K + (<usize>load<u32>(pc) << 3))), R + offsetB(w)))
            pc += 8
            continue
          case Op.BUILD_TUPLE:
            store<u64>(A, newTuple(R + offsetB(w), numberC(w)))
            continue
          case Op.LIST_APPEND:
            push(addressOf(load<u64>(A)), load<u64>(R + offsetB(w)))
            continue
          case Op.UNPACK: {
            const x = load<u64>(R + offsetB(w))
            const n = numberC(w)
            if (isKind(x, Kind.TUPLE) && tupleLength(addressOf(x)) == n) {
              copyBytes(A, addressOf(x) + 8, <usize>n << 3)
              continue
            }
            if (!unpack(x, n, A)) break
            continue
          }
          case Op.UNPACK_STAR: {
            const behind = load<u32>(pc)
            pc += 8
            if (!unpackStar(load<u64>(R + offsetB(w)), numberC(w), behind, A)) break
            continue
          }
          case Op.FOR_ITER: {
            const it = load<u64>(R + offsetB(w))
            const p = addressOf(it)
            const kind = load<u8>(p)
            const quick = quickNext(p, kind)
            if (quick != UNBOUND) {
              store<u64>(A, quick)
              pc += 8
              continue
            }
            if (kind == <u8>Kind.GENERATOR && generatorState(p) < GeneratorState.RUNNING) {
              // The pc is left on the target word: at its end the generator reads it, a yield steps over it.
              store<u32>(F, <u32>pc, 4)
              const f = resume(p, None, FrameFlag.ITERATE, A)
              if (f) {
                F = f
                moved = true
              }
              break
            }
            store<u32>(F, <u32>pc, 4)
            const v = next(it)
            if (v == ERROR) break
            if (v == STOP) {
              pc = words + (<usize>load<u32>(pc) << 3)
              continue
            }
            store<u64>(A, v)
            pc += 8
            continue
          }
          case Op.YIELD:
          case Op.YIELD_DELEGATE: {
            const v = load<u64>(R + offsetB(w))
            store<u32>(F, <u32>pc, 4)
            suspend(<usize>load<u32>(F, 20), F)
            if (frameFlags(F) & FrameFlag.ENTRY) return v
            store<u64>(<usize>load<u32>(F, 12), v)
            F = frameBelow(F)
            store<u32>(F, <u32>framePc(F) + 8, 4)
            moved = true
            break
          }
          case Op.SEND: {
            const it = load<u64>(R + offsetB(w))
            const sent = load<u64>(R + offsetC(w))
            store<u32>(F, <u32>pc, 4)
            if (isKind(it, Kind.GENERATOR)) {
              const p = addressOf(it)
              const state = generatorState(p)
              if (state == GeneratorState.SUSPENDED || (state == GeneratorState.FRESH && sent == None)) {
                const f = resume(p, sent, FrameFlag.SEND, A)
                if (f) {
                  F = f
                  moved = true
                }
                break
              }
            }
            const v = statement.sendTo(it, sent)
            if (v == ERROR) break
            if (v == STOP) {
              store<u64>(A, statement.sentResult(it))
              pc = words + (<usize>load<u32>(pc) << 3)
              continue
            }
            store<u64>(A, v)
            pc += 8
            continue
          }
          default:
            store<u32>(F, <u32>pc, 4)
            if (instruct(w, F, R, code, K)) continue
        }
        break
      }
    }
    if (moved) {
      moved = false
      R = F + FRAME_SIZE
      pc = framePc(F)
      code = frameCode(F)
      words = codeWords(code)
      K = codeConstants(code)
      setCurrentFrame(F)
      continue
    }
    failed = false
    // A fault is pending in frame F: find who handles it.
    let raised = <u32>((pc - words) >>> 3) - 1
    while (true) {
      const exception = pendingException
      if ((<u32>load<u64>(words + (<usize>raised << 3)) & 0xff) != Op.RERAISE) addTraceback(exception, code, raised)
      const handler = stop == Stop.NONE ? findHandler(code, raised) : 0
      if (handler) {
        store<u64>(R + (<usize>load<u32>(handler, 12) << 3), takePending())
        pc = words + (<usize>load<u32>(handler, 8) << 3)
        break
      }
      const flags = frameFlags(F)
      const g = <usize>load<u32>(F, 20)
      if (g) {
        finish(g, F)
        if (stop == Stop.NONE && pendingIs(ExcKind.StopIteration)) statement.stoppedInside(g)
      } else {
        setHandling(load<u64>(F, 32))
        popFrame(F)
      }
      if (flags & FrameFlag.ENTRY) return ERROR
      F = frameBelow(F)
      pc = framePc(F)
      R = F + FRAME_SIZE
      code = frameCode(F)
      words = codeWords(code)
      K = codeConstants(code)
      setCurrentFrame(F)
      raised = <u32>((pc - words) >>> 3) - 1
    }
  }
}
