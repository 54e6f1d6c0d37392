// The interpreter: reads instructions (compile/opcode.ts) and works on the registers of the running frame. A call of a
// script's function pushes a frame and goes on in the same loop; only natives that call back start another one.
// In the switch, `continue` means done, `break` means a fault is pending.
import { callBound } from '../builtins/bind.ts'
import { Op } from '../compile/opcode.ts'
import { listAt, listExtend, listItems, listLength, newList, push, setListAt } from '../container/list.ts'
import { newTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { asDict, dictSet, newDict } from '../container/dict.ts'
import { entriesOf, entriesUsed, ENTRY, entryKey } from '../container/table.ts'
import { addAll, newSet, setAdd } from '../container/set.ts'
import { newSlice } from '../container/slice.ts'
import { charge, fuel, pollAt, Stop, stop, checkpoint, setFuel } from '../memory/limits.ts'
import { add, floorDiv, mod, mul, neg, pos, sub, trueDiv } from '../ops/arithmetic.ts'
import { invert } from '../ops/bits.ts'
import { Compare, compare } from '../ops/compare.ts'
import { equals } from '../ops/equal.ts'
import { iter, next, unpack, unpackStar } from '../ops/iterate.ts'
import { Op as Operator } from '../ops/operator.ts'
import { contains, delItem, getItem, length, setItem } from '../ops/subscript.ts'
import { ascii, format, repr, str } from '../ops/text.ts'
import { identical, truth } from '../ops/truth.ts'
import { emptyStr, isStr } from '../text/str.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, bothInt, boxBool, boxFloat, boxInt, ERROR, False, fitsInt, floatOf, intOf, isBool, isFloat, isHeap, isInt, None, NotImplemented, STOP, True, UNBOUND, Value } from '../value/value.ts' // prettier-ignore
import { delAttr, getAttr, lookupSpecial, setAttr } from './attribute.ts'
import { call } from './call.ts'
import { codeConstants, codeRegisters, codeWords } from './code.ts'
import { initOf, isPlainClass, newInstance } from './construct.ts'
import { addTraceback } from './exception.ts'
import { depth, FrameFlag, FRAME_SIZE, frameBelow, frameCode, frameFlags, frameGlobals, framePc, handling, setCurrentFrame, setDepth, setHandling, setStackTop, stackTop } from './frame.ts' // prettier-ignore
import { madeGenerator, newCell, newFunction, popFrame, pushFunction } from './function.ts'
import { delegateFor, finish, generatorSend, GeneratorState, generatorState, resume, setGeneratorState, stopValue, suspend } from './generator.ts' // prettier-ignore
import { importFrom, importModule } from './module.ts'
import { deleteGlobal, deleteName, loadClassCell, loadGlobal, loadName, storeGlobal, storeName, unboundCell, unboundLocal } from './name-lookup.ts' // prettier-ignore
import { getAttrCached, loadMethod, setAttrCached } from './attribute-cache.ts'
import { operate, inPlace } from './operate.ts'
import { matchClass, matchKeys, matchRest, isMappingPattern, isSequencePattern } from './pattern.ts'
import { pendingException, ExcKind, pendingIs, raise, raiseAgain, raiseValue, takePending } from './raise.ts'
import * as statement from './statement.ts'
import { newSuper } from './super.ts'
import { typeName } from './type.ts'

/** Value registers of an instruction, as offsets in bytes. */
// @ts-ignore: decorator
@inline function offsetA(w: u64): usize {
  return <usize>(w >>> 13) & 0x7fff8
}
// @ts-ignore: decorator
@inline function offsetB(w: u64): usize {
  return <usize>(w >>> 29) & 0x7fff8
}
// @ts-ignore: decorator
@inline function offsetC(w: u64): usize {
  return <usize>(w >>> 45) & 0x7fff8
}
// @ts-ignore: decorator
@inline function target(words: usize, w: u64): usize {
  return words + (<usize>(w >>> 32) << 3)
}
// @ts-ignore: decorator
@inline function numberA(w: u64): u32 {
  return <u32>(w >>> 16) & 0xffff
}
// @ts-ignore: decorator
@inline function numberB(w: u64): u32 {
  return <u32>(w >>> 32) & 0xffff
}
// @ts-ignore: decorator
@inline function numberC(w: u64): u32 {
  return <u32>(w >>> 48)
}

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
          case Op.DELETE_LOCAL:
            if (load<u64>(A) == UNBOUND) {
              unboundLocal(code, numberA(w))
              break
            }
            store<u64>(A, UNBOUND)
            continue
          case Op.CLEAR:
            store<u64>(A, UNBOUND)
            continue
          case Op.MAKE_CELL:
            store<u64>(A, newCell(load<u64>(A)))
            continue
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
          case Op.DELETE_CELL: {
            const cell = addressOf(load<u64>(A))
            if (load<u64>(cell, 8) == UNBOUND) {
              unboundCell(code, numberA(w), load<u64>(K + (<usize>numberB(w) << 3)))
              break
            }
            store<u64>(cell, UNBOUND, 8)
            continue
          }
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
          case Op.DELETE_GLOBAL:
            if (!deleteGlobal(frameGlobals(F), load<u64>(K + (<usize>(w >>> 32) << 3)))) break
            continue
          case Op.LOAD_NAME: {
            const v = loadName(F, load<u64>(K + (<usize>(w >>> 32) << 3)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.STORE_NAME:
            if (!storeName(F, load<u64>(K + (<usize>(w >>> 32) << 3)), load<u64>(A))) break
            continue
          case Op.DELETE_NAME:
            if (!deleteName(F, load<u64>(K + (<usize>(w >>> 32) << 3)))) break
            continue
          case Op.LOAD_CLASS_CELL: {
            const v = loadClassCell(F, code, load<u64>(R + offsetB(w)), numberB(w), load<u64>(K + (<usize>numberC(w) << 3)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }

          case Op.ADD: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            if (bothInt(x, y)) {
              const n = intOf(x) + intOf(y)
              if (fitsInt(n)) {
                store<u64>(A, boxInt(n))
                continue
              }
            } else if (isFloat(x) && isFloat(y)) {
              store<u64>(A, boxFloat(floatOf(x) + floatOf(y)))
              continue
            }
            const v = add(x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.SUB: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            if (bothInt(x, y)) {
              const n = intOf(x) - intOf(y)
              if (fitsInt(n)) {
                store<u64>(A, boxInt(n))
                continue
              }
            } else if (isFloat(x) && isFloat(y)) {
              store<u64>(A, boxFloat(floatOf(x) - floatOf(y)))
              continue
            }
            const v = sub(x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.MUL: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            if (isFloat(x) && isFloat(y)) {
              store<u64>(A, boxFloat(floatOf(x) * floatOf(y)))
              continue
            }
            const v = mul(x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.TRUE_DIV: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            if (isFloat(x) && isFloat(y) && floatOf(y) != 0) {
              store<u64>(A, boxFloat(floatOf(x) / floatOf(y)))
              continue
            }
            const v = trueDiv(x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.FLOOR_DIV: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            if (bothInt(x, y) && intOf(x) >= 0 && intOf(y) > 0) {
              store<u64>(A, boxInt(intOf(x) / intOf(y)))
              continue
            }
            const v = floorDiv(x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.MOD: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            if (bothInt(x, y) && intOf(x) >= 0 && intOf(y) > 0) {
              store<u64>(A, boxInt(intOf(x) % intOf(y)))
              continue
            }
            const v = mod(x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.POW:
          case Op.MAT_MUL:
          case Op.LSHIFT:
          case Op.RSHIFT:
          case Op.AND:
          case Op.OR:
          case Op.XOR: {
            const v = operate(<Operator>((<u32>w & 0xff) - Op.ADD), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.IADD: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            if (bothInt(x, y)) {
              const n = intOf(x) + intOf(y)
              if (fitsInt(n)) {
                store<u64>(A, boxInt(n))
                continue
              }
            } else if (isFloat(x) && isFloat(y)) {
              store<u64>(A, boxFloat(floatOf(x) + floatOf(y)))
              continue
            }
            const v = inPlace(Operator.ADD, x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.ISUB:
          case Op.IMUL:
          case Op.ITRUE_DIV:
          case Op.IFLOOR_DIV:
          case Op.IMOD:
          case Op.IPOW:
          case Op.IMAT_MUL:
          case Op.ILSHIFT:
          case Op.IRSHIFT:
          case Op.IAND:
          case Op.IOR:
          case Op.IXOR: {
            const v = inPlace(<Operator>((<u32>w & 0xff) - Op.IADD), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
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
          case Op.NEG: {
            const v = neg(load<u64>(R + offsetB(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.POS: {
            const v = pos(load<u64>(R + offsetB(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.INVERT: {
            const v = invert(load<u64>(R + offsetB(w)))
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
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            const v = bothInt(x, y) ? boxBool(intOf(x) < intOf(y)) : compare(Compare.LT, x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.LE:
          case Op.GT:
          case Op.GE: {
            const v = compare(<Compare>((<u32>w & 0xff) - Op.LT), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.EQ: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            const v = bothInt(x, y) ? boxBool(x == y) : compare(Compare.EQ, x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.NE: {
            const x = load<u64>(R + offsetB(w))
            const y = load<u64>(R + offsetC(w))
            const v = bothInt(x, y) ? boxBool(x != y) : compare(Compare.NE, x, y)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.IS:
            store<u64>(A, boxBool(identical(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))))
            continue
          case Op.IS_NOT:
            store<u64>(A, boxBool(!identical(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))))
            continue
          case Op.IN:
          case Op.NOT_IN: {
            const t = contains(load<u64>(R + offsetC(w)), load<u64>(R + offsetB(w)))
            if (t < 0) break
            store<u64>(A, boxBool((t != 0) == ((<u32>w & 0xff) == Op.IN)))
            continue
          }

          case Op.JUMP:
            pc = target(words, w)
            continue
          case Op.JUMP_BACK:
            if (!charge(1)) break
            pc = target(words, w)
            continue
          case Op.JUMP_IF_FALSE: {
            const x = load<u64>(A)
            if (x == True) continue
            if (x == False) {
              pc = target(words, w)
              continue
            }
            const t = truth(x)
            if (t < 0) break
            if (!t) pc = target(words, w)
            continue
          }
          case Op.JUMP_IF_TRUE: {
            const x = load<u64>(A)
            if (x == False) continue
            if (x == True) {
              pc = target(words, w)
              continue
            }
            const t = truth(x)
            if (t < 0) break
            if (t) pc = target(words, w)
            continue
          }
          case Op.UNLESS_LT: {
            const x = load<u64>(A)
            const y = load<u64>(R + offsetB(w))
            const t = bothInt(x, y) ? i32(intOf(x) < intOf(y)) : compareTruth(Compare.LT, x, y)
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_LE: {
            const x = load<u64>(A)
            const y = load<u64>(R + offsetB(w))
            const t = bothInt(x, y) ? i32(intOf(x) <= intOf(y)) : compareTruth(Compare.LE, x, y)
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_EQ: {
            const x = load<u64>(A)
            const y = load<u64>(R + offsetB(w))
            const t = bothInt(x, y) ? i32(x == y) : compareTruth(Compare.EQ, x, y)
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_NE: {
            const x = load<u64>(A)
            const y = load<u64>(R + offsetB(w))
            const t = bothInt(x, y) ? i32(x != y) : compareTruth(Compare.NE, x, y)
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_GT: {
            const x = load<u64>(A)
            const y = load<u64>(R + offsetB(w))
            const t = bothInt(x, y) ? i32(intOf(x) > intOf(y)) : compareTruth(Compare.GT, x, y)
            if (t < 0) break
            pc = t ? pc + 8 : words + (<usize>load<u32>(pc) << 3)
            continue
          }
          case Op.UNLESS_GE: {
            const x = load<u64>(A)
            const y = load<u64>(R + offsetB(w))
            const t = bothInt(x, y) ? i32(intOf(x) >= intOf(y)) : compareTruth(Compare.GE, x, y)
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
            if (isKind(o, Kind.DICT)) {
              const t = addressOf(o)
              const at = load<u32>(pc)
              if (at < entriesUsed(t)) {
                const e = entriesOf(t) + <usize>at * ENTRY
                if (entryKey(e) == name) {
                  store<u64>(A, load<u64>(e, 8))
                  pc += 8
                  continue
                }
              }
            }
            const v = statement.getKey(o, name, pc)
            if (v == ERROR) break
            store<u64>(A, v)
            pc += 8
            continue
          }
          case Op.SET_ITEM: {
            const o = load<u64>(A)
            const k = load<u64>(R + offsetB(w))
            if (isInt(k) && isKind(o, Kind.LIST)) {
              const p = addressOf(o)
              if (<u64>intOf(k) < <u64>listLength(p)) {
                setListAt(p, <u32>intOf(k), load<u64>(R + offsetC(w)))
                continue
              }
            }
            if (!setItem(o, k, load<u64>(R + offsetC(w)))) break
            continue
          }
          case Op.DELETE_ITEM:
            if (!delItem(load<u64>(A), load<u64>(R + offsetB(w)))) break
            continue
          case Op.GET_ATTR: {
            store<u32>(F, <u32>pc, 4)
            const v = getAttrCached(load<u64>(R + offsetB(w)), load<u64>(K + (<usize>numberC(w) << 3)), pc)
            if (v == ERROR) break
            store<u64>(A, v)
            pc += 8
            continue
          }
          case Op.SET_ATTR:
            store<u32>(F, <u32>pc, 4)
            if (!setAttrCached(load<u64>(A), load<u64>(K + (<usize>numberB(w) << 3)), load<u64>(R + offsetC(w)), pc)) break
            pc += 8
            continue
          case Op.DELETE_ATTR:
            if (!delAttr(load<u64>(A), load<u64>(K + (<usize>numberB(w) << 3)))) break
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
            if (isHeap(fn)) {
              const kind = load<u8>(addressOf(fn))
              if (kind == <u8>Kind.FUNCTION) {
                const f = pushFunction(fn, B + 8, argc, None, 0)
                if (f > 1) {
                  store<u32>(f, <u32>A, 12)
                  F = f
                  R = f + FRAME_SIZE
                  code = frameCode(f)
                  words = codeWords(code)
                  K = codeConstants(code)
                  pc = words
                  setCurrentFrame(f)
                  continue
                }
                if (!f) break
                store<u64>(A, madeGenerator())
                continue
              }
              if (kind == <u8>Kind.CLASS && isPlainClass(fn)) {
                const init = initOf(fn)
                if (init != UNBOUND) {
                  const v = newInstance(fn, UNBOUND)
                  // The class in the register in front of the arguments makes room for the instance.
                  store<u64>(B, v)
                  const f = pushFunction(init, B, argc + 1, None, FrameFlag.CONSTRUCT)
                  if (f > 1) {
                    store<u32>(f, <u32>A, 12)
                    store<u64>(f, v, 40)
                    F = f
                    R = f + FRAME_SIZE
                    code = frameCode(f)
                    words = codeWords(code)
                    K = codeConstants(code)
                    pc = words
                    setCurrentFrame(f)
                    continue
                  }
                  if (f == 1) raise(ExcKind.TypeError, "__init__() should return None, not 'generator'")
                  break
                }
              }
            }
            const v = call(fn, B + 8, argc, None)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
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
            if (isKind(fn, Kind.FUNCTION)) {
              const f = pushFunction(fn, args, argc, None, 0)
              if (f > 1) {
                store<u32>(f, <u32>A, 12)
                F = f
                R = f + FRAME_SIZE
                code = frameCode(f)
                words = codeWords(code)
                K = codeConstants(code)
                pc = words
                setCurrentFrame(f)
                continue
              }
              if (!f) break
              store<u64>(A, madeGenerator())
              continue
            }
            const v = call(fn, args, argc, None)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
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
              const self = load<u64>(args)
              if (self == UNBOUND) args += 8
              else if (isKind(fn, Kind.NATIVE)) {
                const v = callBound(load<u32>(addressOf(fn), 4), self, args + 8, argc, kwnames)
                if (v == ERROR) break
                store<u64>(A, v)
                continue
              } else argc++
            }
            if (isKind(fn, Kind.FUNCTION)) {
              const f = pushFunction(fn, args, argc, kwnames, 0)
              if (f > 1) {
                store<u32>(f, <u32>A, 12)
                F = f
                R = f + FRAME_SIZE
                code = frameCode(f)
                words = codeWords(code)
                K = codeConstants(code)
                pc = words
                setCurrentFrame(f)
                continue
              }
              if (!f) break
              store<u64>(A, madeGenerator())
              continue
            }
            const v = call(fn, args, argc, kwnames)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.CALL_SPREAD: {
            const B = R + offsetB(w)
            const fn = load<u64>(B)
            store<u32>(F, <u32>pc, 4)
            const spread = statement.spreadArguments(load<u64>(B, 8), load<u64>(B, 16))
            const all = addressOf(spread)
            const kwnames = statement.spreadNames()
            if (isKind(fn, Kind.FUNCTION)) {
              const f = pushFunction(fn, all + 8, <i32>tupleLength(all), kwnames, 0)
              if (f > 1) {
                store<u32>(f, <u32>A, 12)
                F = f
                R = f + FRAME_SIZE
                code = frameCode(f)
                words = codeWords(code)
                K = codeConstants(code)
                pc = words
                setCurrentFrame(f)
                continue
              }
              if (!f) break
              store<u64>(A, madeGenerator())
              continue
            }
            const v = call(fn, all + 8, <i32>tupleLength(all), kwnames)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.RETURN:
          case Op.RETURN_NONE: {
            let v = (<u32>w & 0xff) == Op.RETURN ? load<u64>(A) : None
            const flags = frameFlags(F)
            const g = <usize>load<u32>(F, 20)
            if (g) {
              finish(g, F)
              if (flags & FrameFlag.ENTRY) {
                store<u64>(g, v, 32)
                return STOP
              }
              const below = frameBelow(F)
              const dest = <usize>load<u32>(F, 12)
              F = below
              pc = framePc(F)
              R = F + FRAME_SIZE
              code = frameCode(F)
              words = codeWords(code)
              K = codeConstants(code)
              setCurrentFrame(F)
              // FOR_ITER and SEND: the pc stands on their target.
              pc = words + (<usize>load<u32>(pc) << 3)
              if (flags & FrameFlag.SEND) store<u64>(dest, v)
              continue
            }
            popFrame(F)
            if (flags & FrameFlag.ENTRY) return v
            if (flags & FrameFlag.CONSTRUCT) {
              if (v != None) {
                F = frameBelow(F)
                pc = framePc(F)
                R = F + FRAME_SIZE
                code = frameCode(F)
                words = codeWords(code)
                K = codeConstants(code)
                setCurrentFrame(F)
                raise(ExcKind.TypeError, "__init__() should return None, not '" + typeName(v) + "'")
                break
              }
              v = load<u64>(F, 40)
            }
            store<u64>(<usize>load<u32>(F, 12), v)
            F = frameBelow(F)
            pc = framePc(F)
            R = F + FRAME_SIZE
            code = frameCode(F)
            words = codeWords(code)
            K = codeConstants(code)
            setCurrentFrame(F)
            continue
          }

          case Op.BUILD_LIST:
            store<u64>(A, newList(R + offsetB(w), numberC(w)))
            continue
          case Op.BUILD_TUPLE:
            store<u64>(A, newTuple(R + offsetB(w), numberC(w)))
            continue
          case Op.BUILD_SET: {
            const v = statement.buildSet(R + offsetB(w), numberC(w))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.BUILD_DICT: {
            const v = statement.buildDict(R + offsetB(w), numberC(w))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.BUILD_STRING: {
            const v = statement.buildString(R + offsetB(w), numberC(w))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.BUILD_SLICE: {
            const B = R + offsetB(w)
            store<u64>(A, newSlice(load<u64>(B), load<u64>(B, 8), load<u64>(B, 16)))
            continue
          }
          case Op.LIST_APPEND:
            push(addressOf(load<u64>(A)), load<u64>(R + offsetB(w)))
            continue
          case Op.SET_ADD:
            if (!setAdd(load<u64>(A), load<u64>(R + offsetB(w)))) break
            continue
          case Op.DICT_SET:
            if (!dictSet(load<u64>(A), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))) break
            continue
          case Op.LIST_EXTEND:
            if (!statement.extendForSpread(load<u64>(A), load<u64>(R + offsetB(w)), numberC(w) == 0xffff ? UNBOUND : load<u64>(R + offsetC(w)))) break
            continue
          case Op.SET_UPDATE:
            if (!addAll(addressOf(load<u64>(A)), load<u64>(R + offsetB(w)))) break
            continue
          case Op.DICT_UPDATE:
            if (!statement.updateDict(load<u64>(A), load<u64>(R + offsetB(w)))) break
            continue
          case Op.DICT_MERGE:
            if (!statement.mergeKeywords(load<u64>(A), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))) break
            continue
          case Op.LIST_TO_TUPLE: {
            const l = addressOf(load<u64>(R + offsetB(w)))
            store<u64>(A, newTuple(listItems(l), listLength(l)))
            continue
          }
          case Op.FORMAT: {
            const x = load<u64>(R + offsetB(w))
            const v = numberC(w) == 0xffff ? (isStr(x) ? x : format(x, emptyStr())) : format(x, load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.CONVERT: {
            const x = load<u64>(R + offsetB(w))
            const how = numberC(w)
            const v = how == 0x73 ? str(x) : how == 0x72 ? repr(x) : ascii(x)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.UNPACK: {
            const x = load<u64>(R + offsetB(w))
            const n = numberC(w)
            if (isKind(x, Kind.TUPLE) && tupleLength(addressOf(x)) == n) {
              memory.copy(A, addressOf(x) + 8, <usize>n << 3)
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
          case Op.GET_ITER: {
            const v = iter(load<u64>(R + offsetB(w)))
            if (v == ERROR) break
            if (numberC(w) && isKind(v, Kind.GENERATOR)) statement.ownGenerator(v)
            store<u64>(A, v)
            continue
          }
          case Op.LEAVE_ITER:
            if (isKind(load<u64>(A), Kind.GENERATOR) && !statement.leaveGenerator(load<u64>(A))) break
            continue
          case Op.FOR_ITER: {
            const it = load<u64>(R + offsetB(w))
            const p = addressOf(it)
            const kind = load<u8>(p)
            if (kind == <u8>Kind.LIST_ITER) {
              const i = load<u32>(p, 16)
              const l = addressOf(load<u64>(p, 8))
              if (i < listLength(l)) {
                store<u32>(p, i + 1, 16)
                store<u64>(A, listAt(l, i))
                pc += 8
                continue
              }
            } else if (kind == <u8>Kind.GENERATOR && generatorState(p) < GeneratorState.RUNNING) {
              // The pc is left on the target word: at its end the generator reads it, a yield steps over it.
              store<u32>(F, <u32>pc, 4)
              const f = resume(p, None, FrameFlag.ITERATE, A)
              if (!f) break
              F = f
              R = f + FRAME_SIZE
              pc = framePc(f)
              code = frameCode(f)
              words = codeWords(code)
              K = codeConstants(code)
              setCurrentFrame(f)
              continue
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
          case Op.MAKE_FUNCTION: {
            const C = R + offsetC(w)
            store<u64>(A, newFunction(load<u64>(K + (<usize>numberB(w) << 3)), frameGlobals(F), load<u64>(C), load<u64>(C, 8), load<u64>(C, 16)))
            continue
          }
          case Op.BUILD_CLASS: {
            const B = R + offsetB(w)
            store<u32>(F, <u32>pc, 4)
            const v = statement.classStatement(load<u64>(B), load<u64>(B, 8), load<u64>(B, 16), load<u64>(B, 24))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.RAISE:
            statement.raiseFrom(load<u64>(A), numberB(w) == 0xffff ? UNBOUND : load<u64>(R + offsetB(w)))
            break
          case Op.RAISE_AGAIN:
            statement.raiseHandled()
            break
          case Op.RERAISE:
            raiseAgain(load<u64>(A))
            break
          case Op.ENTER_HANDLER:
            store<u64>(A, handling(), 8)
            setHandling(load<u64>(A))
            continue
          case Op.EXIT_HANDLER:
            setHandling(load<u64>(A, 8))
            continue
          case Op.MATCH_EXCEPTION: {
            const v = statement.matchException(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.ENTER_WITH:
            store<u32>(F, <u32>pc, 4)
            if (!statement.enterWith(load<u64>(R + offsetB(w)), A)) break
            continue
          case Op.EXIT_WITH: {
            store<u32>(F, <u32>pc, 4)
            const v = statement.exitWith(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.YIELD:
          case Op.YIELD_DELEGATE: {
            const v = load<u64>(R + offsetB(w))
            const g = <usize>load<u32>(F, 20)
            store<u32>(F, <u32>pc, 4)
            suspend(g, F)
            const flags = frameFlags(F)
            if (flags & FrameFlag.ENTRY) return v
            const dest = <usize>load<u32>(F, 12)
            F = frameBelow(F)
            pc = framePc(F) + 8
            R = F + FRAME_SIZE
            code = frameCode(F)
            words = codeWords(code)
            K = codeConstants(code)
            setCurrentFrame(F)
            store<u64>(dest, v)
            continue
          }
          case Op.GET_DELEGATE: {
            const v = delegateFor(load<u64>(R + offsetB(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
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
                if (!f) break
                F = f
                R = f + FRAME_SIZE
                pc = framePc(f)
                code = frameCode(f)
                words = codeWords(code)
                K = codeConstants(code)
                setCurrentFrame(f)
                continue
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
          case Op.IMPORT: {
            store<u32>(F, <u32>pc, 4)
            const v = importModule(load<u64>(K + (<usize>numberB(w) << 3)), numberC(w) == 0)
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.IMPORT_FROM: {
            const v = importFrom(load<u64>(R + offsetB(w)), load<u64>(K + (<usize>numberC(w) << 3)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.IMPORT_STAR:
            if (!statement.importStar(load<u64>(A), frameGlobals(F))) break
            continue
          case Op.SUPER: {
            const cls = slot(addressOf(load<u64>(R + offsetB(w))), 0)
            const v = cls == UNBOUND ? raise(ExcKind.RuntimeError, 'super(): empty __class__ cell') : newSuper(cls, load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.ASSERTION:
            statement.raiseAssertion(numberA(w) == 0xffff ? UNBOUND : load<u64>(A))
            break
          case Op.MATCH_SEQUENCE:
            store<u64>(A, boxBool(isSequencePattern(load<u64>(R + offsetB(w)))))
            continue
          case Op.MATCH_MAPPING:
            store<u64>(A, boxBool(isMappingPattern(load<u64>(R + offsetB(w)))))
            continue
          case Op.LENGTH: {
            const n = length(load<u64>(R + offsetB(w)))
            if (n < 0) break
            store<u64>(A, boxInt(n))
            continue
          }
          case Op.MATCH_KEYS: {
            const v = matchKeys(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.MATCH_CLASS: {
            const C = R + offsetC(w)
            const v = matchClass(load<u64>(R + offsetB(w)), load<u64>(C), load<u64>(C, 8), load<u64>(C, 16))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          case Op.MATCH_REST: {
            const v = matchRest(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
            if (v == ERROR) break
            store<u64>(A, v)
            continue
          }
          default:
            unreachable()
        }
        break
      }
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
        if (stop == Stop.NONE && pendingIs(ExcKind.StopIteration)) statement.stoppedInside()
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

function compareTruth(op: Compare, x: Value, y: Value): i32 {
  const v = compare(op, x, y)
  return isBool(v) ? i32(v == True) : v == ERROR ? -1 : truth(v)
}

/** The row of the try table that covers a word; rows of inner statements come first. 0: none. */
function findHandler(code: usize, word: u32): usize {
  let row = <usize>load<u32>(code, 72)
  for (let n = load<u32>(code, 76); n; n--, row += 16) {
    if (word >= load<u32>(row) && word < load<u32>(row, 4)) return row
  }
  return 0
}
