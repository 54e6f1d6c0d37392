// The way between the interpreter and loops that the host has compiled to WebAssembly (tier/). Compiled code works on the same
// frame and may end before any instruction: the interpreter goes on there. What it does not do itself it leaves to step().
import { callBound } from '../builtins/bind.ts'
import { Op } from '../compile/opcode.ts'
import { push, newList } from '../container/list.ts'
import { newRecord } from '../container/table.ts'
import { newTuple } from '../container/tuple.ts'
import { add, floorDiv, mod, mul, sub, trueDiv } from '../ops/arithmetic.ts'
import { setItem } from '../ops/assign.ts'
import { Compare, compare } from '../ops/compare.ts'
import { next, unpack, unpackStar } from '../ops/iterate.ts'
import { Op as Operator } from '../ops/operator.ts'
import { getItem } from '../ops/subscript.ts'
import { truth } from '../ops/truth.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, boxBool, boxInt, ERROR, isBool, None, STOP, True, UNBOUND, Value } from '../value/value.ts'
import { getAttrCached, loadMethod, setAttrCached } from './attribute-cache.ts'
import { call } from './call.ts'
import { codeConstants } from './code.ts'
import { FRAME_SIZE, frameCode, frameGlobals } from './frame.ts'
import { instruct } from './instruct.ts'
import { numberB, numberC, offsetA, offsetB, offsetC } from './instruction.ts'
import { loadGlobal, storeGlobal, unboundCell } from './name-lookup.ts'
import { inPlace } from './operate.ts'
import * as statement from './statement.ts'

/** The loop that begins at `pc` runs for the first time since it became hot: its entry in the table of functions, 0 for none. */
// @ts-ignore: decorator
@external('host', 'hot')
declare function hot(frame: usize, pc: usize): u32

/** Runs a compiled loop. The address of the next instruction; with bit 0 set a fault is pending in the one before. */
export function enterCompiled(F: usize, pc: usize, entry: u32): usize {
  if (!entry) entry = hot(F, pc)
  return entry ? call_indirect<usize>(entry, F) : pc
}

export const enum Step {
  FAULT = 0,
  DONE = 1,
  /** Only the interpreter can: a frame is to be pushed. */
  INTERPRET = 2,
  /** The instruction goes to its target. */
  JUMP = 3,
}

/** Carries out the instruction in front of `pc` on the registers of frame F. */
export function step(F: usize, pc: usize): Step {
  const w = load<u64>(pc - 8)
  const R = F + FRAME_SIZE
  const code = frameCode(F)
  const K = codeConstants(code)
  const A = R + offsetA(w)
  const B = R + offsetB(w)
  let v: Value
  switch (<u32>w & 0xff) {
    case Op.LOAD_CELL:
      v = slot(addressOf(load<u64>(B)), 0)
      if (v == UNBOUND) {
        unboundCell(code, numberB(w), load<u64>(K + (<usize>numberC(w) << 3)))
        return Step.FAULT
      }
      break
    case Op.STORE_CELL:
      store<u64>(addressOf(load<u64>(A)), load<u64>(B), 8)
      return Step.DONE
    case Op.LOAD_GLOBAL:
      v = loadGlobal(frameGlobals(F), load<u64>(K + (<usize>(w >>> 32) << 3)), pc)
      break
    case Op.STORE_GLOBAL:
      storeGlobal(frameGlobals(F), load<u64>(K + (<usize>(w >>> 32) << 3)), load<u64>(A), pc)
      return Step.DONE
    case Op.ADD:
      v = add(load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.SUB:
      v = sub(load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.MUL:
      v = mul(load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.TRUE_DIV:
      v = trueDiv(load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.FLOOR_DIV:
      v = floorDiv(load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.MOD:
      v = mod(load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.IADD:
      v = inPlace(Operator.ADD, load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.ADD_INT:
      v = add(load<u64>(B), boxInt(<i64>w >> 48))
      break
    case Op.SUB_INT:
      v = sub(load<u64>(B), boxInt(<i64>w >> 48))
      break
    case Op.NOT: {
      const t = truth(load<u64>(B))
      if (t < 0) return Step.FAULT
      v = boxBool(t == 0)
      break
    }
    case Op.LT:
    case Op.EQ:
      v = compare(<Compare>((<u32>w & 0xff) - Op.LT), load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.JUMP_IF_FALSE:
    case Op.JUMP_IF_TRUE: {
      const t = truth(load<u64>(A))
      if (t < 0) return Step.FAULT
      return (t != 0) == ((<u32>w & 0xff) == Op.JUMP_IF_TRUE) ? Step.JUMP : Step.DONE
    }
    case Op.UNLESS_LT:
    case Op.UNLESS_LE:
    case Op.UNLESS_EQ:
    case Op.UNLESS_NE:
    case Op.UNLESS_GT:
    case Op.UNLESS_GE: {
      const r = compare(<Compare>((<u32>w & 0xff) - Op.UNLESS_LT), load<u64>(A), load<u64>(B))
      const t = isBool(r) ? i32(r == True) : r == ERROR ? -1 : truth(r)
      return t < 0 ? Step.FAULT : t ? Step.DONE : Step.JUMP
    }
    case Op.GET_ITEM:
      v = getItem(load<u64>(B), load<u64>(R + offsetC(w)))
      break
    case Op.GET_KEY:
      v = statement.getKey(load<u64>(B), load<u64>(K + (<usize>numberC(w) << 3)), pc)
      break
    case Op.SET_ITEM:
      return setItem(load<u64>(A), load<u64>(B), load<u64>(R + offsetC(w))) ? Step.DONE : Step.FAULT
    case Op.GET_ATTR:
      store<u32>(F, <u32>pc, 4)
      v = getAttrCached(load<u64>(B), load<u64>(K + (<usize>numberC(w) << 3)), pc)
      break
    case Op.SET_ATTR:
      store<u32>(F, <u32>pc, 4)
      return setAttrCached(load<u64>(A), load<u64>(K + (<usize>numberB(w) << 3)), load<u64>(R + offsetC(w)), pc) ? Step.DONE : Step.FAULT
    case Op.LOAD_METHOD:
      store<u32>(F, <u32>pc, 4)
      return loadMethod(load<u64>(B), load<u64>(K + (<usize>numberC(w) << 3)), A, pc) ? Step.DONE : Step.FAULT
    case Op.CALL: {
      const fn = load<u64>(B)
      if (isKind(fn, Kind.FUNCTION) || isKind(fn, Kind.CLASS)) return Step.INTERPRET
      store<u32>(F, <u32>pc, 4)
      v = call(fn, B + 8, <i32>numberC(w), None)
      break
    }
    case Op.CALL_METHOD: {
      const fn = load<u64>(B)
      if (isKind(fn, Kind.FUNCTION)) return Step.INTERPRET
      const self = load<u64>(B, 8)
      const argc = <i32>numberC(w)
      store<u32>(F, <u32>pc, 4)
      if (self == UNBOUND) v = call(fn, B + 16, argc, None)
      else if (isKind(fn, Kind.NATIVE)) v = callBound(load<u32>(addressOf(fn), 4), self, B + 16, argc, None)
      else v = call(fn, B + 8, argc + 1, None)
      break
    }
    case Op.BUILD_RECORD:
      v = newRecord(addressOf(load<u64>(K + (<usize>load<u32>(pc) << 3))), B)
      break
    case Op.BUILD_LIST:
      v = newList(B, numberC(w))
      break
    case Op.BUILD_TUPLE:
      v = newTuple(B, numberC(w))
      break
    case Op.LIST_APPEND:
      push(addressOf(load<u64>(A)), load<u64>(B))
      return Step.DONE
    case Op.UNPACK:
      return unpack(load<u64>(B), numberC(w), A) ? Step.DONE : Step.FAULT
    case Op.UNPACK_STAR:
      return unpackStar(load<u64>(B), numberC(w), load<u32>(pc), A) ? Step.DONE : Step.FAULT
    case Op.FOR_ITER: {
      const it = load<u64>(B)
      if (isKind(it, Kind.GENERATOR)) return Step.INTERPRET
      store<u32>(F, <u32>pc, 4)
      v = next(it)
      if (v == STOP) return Step.JUMP
      break
    }
    default:
      store<u32>(F, <u32>pc, 4)
      return instruct(w, F, R, code, K) ? Step.DONE : Step.FAULT
  }
  if (v == ERROR) return Step.FAULT
  store<u64>(A, v)
  return Step.DONE
}
