// The instructions that change nothing about which frame runs and where: called by the loop for what is not worth a place in it.
import { Op, PART16 } from '../compile/opcode.ts'
import { dictSet } from '../container/dict.ts'
import { listItems, listLength } from '../container/list.ts'
import { addAll, setAdd } from '../container/set.ts'
import { newSlice } from '../container/slice.ts'
import { newTuple } from '../container/tuple.ts'
import { intValue, neg, pos } from '../ops/arithmetic.ts'
import { invert } from '../ops/bits.ts'
import { Compare, compare } from '../ops/compare.ts'
import { format } from '../ops/format.ts'
import { iter } from '../ops/iterate.ts'
import { Op as Operator } from '../ops/operator.ts'
import { contains, length } from '../ops/subscript.ts'
import { delItem } from '../ops/assign.ts'
import { ascii, repr, str } from '../ops/text.ts'
import { identical } from '../ops/truth.ts'
import { emptyStr, isStr } from '../text/str.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, boxBool, ERROR, isFloat, isInt, UNBOUND } from '../value/value.ts'
import { delAttr } from './attribute.ts'
import { frameGlobals, handling, setHandling } from './frame.ts'
import { newCell, newFunction } from './function.ts'
import { delegateFor } from './generator.ts'
import { numberA, numberB, numberC, offsetA, offsetB, offsetC } from './instruction.ts'
import { importFrom, importModule } from './module.ts'
import { deleteGlobal, deleteName, loadClassCell, loadName, storeName, unboundCell, unboundLocal } from './name-lookup.ts'
import { inPlace, operate } from './operate.ts'
import { isMappingPattern, isSequencePattern, matchClass, matchKeys, matchRest } from './pattern.ts'
import { ExcKind, raise, raiseAgain } from './raise.ts'
import * as statement from './statement.ts'
import { newSuper } from './super.ts'

/** Carries out the instruction `w` of a frame. False with a fault pending. */
export function instruct(w: u64, F: usize, R: usize, code: usize, K: usize): bool {
  const A = R + offsetA(w)
  switch (<u32>w & 0xff) {
    case Op.DELETE_LOCAL:
      if (load<u64>(A) == UNBOUND) {
        unboundLocal(code, numberA(w))
        return false
      }
      store<u64>(A, UNBOUND)
      return true
    case Op.CLEAR:
      store<u64>(A, UNBOUND)
      return true
    case Op.MAKE_CELL:
      store<u64>(A, newCell(load<u64>(A)))
      return true
    case Op.DELETE_CELL: {
      const cell = addressOf(load<u64>(A))
      if (load<u64>(cell, 8) == UNBOUND) {
        unboundCell(code, numberA(w), load<u64>(K + (<usize>numberB(w) << 3)))
        return false
      }
      store<u64>(cell, UNBOUND, 8)
      return true
    }
    case Op.DELETE_GLOBAL:
      if (!deleteGlobal(frameGlobals(F), load<u64>(K + (<usize>(w >>> 32) << 3)))) return false
      return true
    case Op.LOAD_NAME: {
      const v = loadName(F, load<u64>(K + (<usize>(w >>> 32) << 3)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.STORE_NAME:
      if (!storeName(F, load<u64>(K + (<usize>(w >>> 32) << 3)), load<u64>(A))) return false
      return true
    case Op.DELETE_NAME:
      if (!deleteName(F, load<u64>(K + (<usize>(w >>> 32) << 3)))) return false
      return true
    case Op.LOAD_CLASS_CELL: {
      const v = loadClassCell(F, code, load<u64>(R + offsetB(w)), numberB(w), load<u64>(K + (<usize>numberC(w) << 3)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.POW:
    case Op.MAT_MUL:
    case Op.LSHIFT:
    case Op.RSHIFT:
    case Op.AND:
    case Op.OR:
    case Op.XOR: {
      const v = operate(<Operator>((<u32>w & 0xff) - Op.ADD), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
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
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.NEG: {
      const v = neg(load<u64>(R + offsetB(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.POS: {
      const v = pos(load<u64>(R + offsetB(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.INVERT: {
      const v = invert(load<u64>(R + offsetB(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.LE:
    case Op.GT:
    case Op.GE: {
      const v = compare(<Compare>((<u32>w & 0xff) - Op.LT), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.IS:
      store<u64>(A, boxBool(identical(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))))
      return true
    case Op.IS_NOT:
      store<u64>(A, boxBool(!identical(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))))
      return true
    case Op.IN:
    case Op.NOT_IN: {
      const t = contains(load<u64>(R + offsetC(w)), load<u64>(R + offsetB(w)))
      if (t < 0) return false
      store<u64>(A, boxBool((t != 0) == ((<u32>w & 0xff) == Op.IN)))
      return true
    }
    case Op.DELETE_ITEM:
      if (!delItem(load<u64>(A), load<u64>(R + offsetB(w)))) return false
      return true
    case Op.DELETE_ATTR:
      if (!delAttr(load<u64>(A), load<u64>(K + (<usize>numberB(w) << 3)))) return false
      return true
    case Op.BUILD_SET: {
      const v = statement.buildSet(R + offsetB(w), numberC(w))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.BUILD_DICT: {
      const v = statement.buildDict(R + offsetB(w), numberC(w))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.BUILD_STRING: {
      const v = statement.buildString(R + offsetB(w), numberC(w))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.BUILD_SLICE: {
      const B = R + offsetB(w)
      store<u64>(A, newSlice(load<u64>(B), load<u64>(B, 8), load<u64>(B, 16)))
      return true
    }
    case Op.SET_ADD:
      if (!setAdd(load<u64>(A), load<u64>(R + offsetB(w)))) return false
      return true
    case Op.DICT_SET:
      if (!dictSet(load<u64>(A), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))) return false
      return true
    case Op.LIST_EXTEND:
      if (!statement.extendForSpread(load<u64>(A), load<u64>(R + offsetB(w)), numberC(w) == 0xffff ? UNBOUND : load<u64>(R + offsetC(w)))) return false
      return true
    case Op.SET_UPDATE:
      if (!addAll(addressOf(load<u64>(A)), load<u64>(R + offsetB(w)))) return false
      return true
    case Op.DICT_UPDATE:
      if (!statement.updateDict(load<u64>(A), load<u64>(R + offsetB(w)))) return false
      return true
    case Op.DICT_MERGE:
      if (!statement.mergeKeywords(load<u64>(A), load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))) return false
      return true
    case Op.LIST_TO_TUPLE: {
      const l = addressOf(load<u64>(R + offsetB(w)))
      store<u64>(A, newTuple(listItems(l), listLength(l)))
      return true
    }
    case Op.FORMAT: {
      const x = load<u64>(R + offsetB(w))
      const spec = numberC(w)
      const v = spec < PART16 ? format(x, load<u64>(R + offsetC(w))) : isStr(x) || (spec == PART16 && (isInt(x) || isFloat(x))) ? x : format(x, emptyStr())
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.CONVERT: {
      const x = load<u64>(R + offsetB(w))
      const how = numberC(w)
      const v = how == 0x73 ? str(x) : how == 0x72 ? repr(x) : ascii(x)
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.GET_ITER: {
      const v = iter(load<u64>(R + offsetB(w)))
      if (v == ERROR) return false
      if (numberC(w) && isKind(v, Kind.GENERATOR)) statement.ownGenerator(v)
      store<u64>(A, v)
      return true
    }
    case Op.LEAVE_ITER:
      if (isKind(load<u64>(A), Kind.GENERATOR) && !statement.leaveGenerator(load<u64>(A))) return false
      return true
    case Op.MAKE_FUNCTION: {
      const C = R + offsetC(w)
      store<u64>(A, newFunction(load<u64>(K + (<usize>numberB(w) << 3)), frameGlobals(F), load<u64>(C), load<u64>(C, 8), load<u64>(C, 16)))
      return true
    }
    case Op.BUILD_CLASS: {
      const B = R + offsetB(w)
      const v = statement.classStatement(load<u64>(B), load<u64>(B, 8), load<u64>(B, 16), load<u64>(B, 24))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.RAISE:
      statement.raiseFrom(load<u64>(A), numberB(w) == 0xffff ? UNBOUND : load<u64>(R + offsetB(w)))
      return false
    case Op.RAISE_AGAIN:
      statement.raiseHandled()
      return false
    case Op.RERAISE:
      raiseAgain(load<u64>(A))
      return false
    case Op.ENTER_HANDLER:
      store<u64>(A, handling(), 8)
      setHandling(load<u64>(A))
      return true
    case Op.EXIT_HANDLER:
      setHandling(load<u64>(A, 8))
      return true
    case Op.MATCH_EXCEPTION: {
      const v = statement.matchException(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.ENTER_WITH:
      if (!statement.enterWith(load<u64>(R + offsetB(w)), A)) return false
      return true
    case Op.EXIT_WITH: {
      const v = statement.exitWith(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.GET_DELEGATE: {
      const v = delegateFor(load<u64>(R + offsetB(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.IMPORT: {
      const v = importModule(load<u64>(K + (<usize>numberB(w) << 3)), numberC(w) == 0)
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.IMPORT_FROM: {
      const v = importFrom(load<u64>(R + offsetB(w)), load<u64>(K + (<usize>numberC(w) << 3)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.IMPORT_STAR:
      if (!statement.importStar(load<u64>(A), frameGlobals(F))) return false
      return true
    case Op.SUPER: {
      const cls = slot(addressOf(load<u64>(R + offsetB(w))), 0)
      const v = cls == UNBOUND ? raise(ExcKind.RuntimeError, 'super(): empty __class__ cell') : newSuper(cls, load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.ASSERTION:
      statement.raiseAssertion(numberA(w) == 0xffff ? UNBOUND : load<u64>(A))
      return false
    case Op.MATCH_SEQUENCE:
      store<u64>(A, boxBool(isSequencePattern(load<u64>(R + offsetB(w)))))
      return true
    case Op.MATCH_MAPPING:
      store<u64>(A, boxBool(isMappingPattern(load<u64>(R + offsetB(w)))))
      return true
    case Op.LENGTH: {
      const n = length(load<u64>(R + offsetB(w)))
      if (n < 0) return false
      store<u64>(A, intValue(n))
      return true
    }
    case Op.MATCH_KEYS: {
      const v = matchKeys(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.MATCH_CLASS: {
      const C = R + offsetC(w)
      const v = matchClass(load<u64>(R + offsetB(w)), load<u64>(C), load<u64>(C, 8), load<u64>(C, 16))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.MATCH_REST: {
      const v = matchRest(load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    case Op.NE: {
      const v = compare(Compare.NE, load<u64>(R + offsetB(w)), load<u64>(R + offsetC(w)))
      if (v == ERROR) return false
      store<u64>(A, v)
      return true
    }
    default:
      unreachable()
  }
  return false
}
