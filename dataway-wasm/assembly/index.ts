// What the module shows to its host (host.ts). What each export does stands where it is written.
import './memory/runtime.ts'
import {
  bytesInUse, runBytes, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, giveOut, inputAddress, inputRoom, itemsFrom,
  itemCount, lastingText, mailAddress, mimeOfValue, openRun, problemAnswer, problemNumber, runBuffer, runText, settle, stopReason, taggedOfValue, takeEntity,
  takeIn, textOfValue, truthOf, typeNameOf,
} from './message/exchange.ts' // prettier-ignore
import { fuel, heapLimit, pollAt } from './memory/limits.ts'
import { heapBytes } from './memory/region.ts'
import { step } from './vm/compiled.ts'
import { freeProgram } from './vm/program.ts'

export {
  bytesInUse, runBytes, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, freeProgram, giveOut, inputAddress,
  inputRoom, itemsFrom, itemCount, lastingText, mailAddress, mimeOfValue, openRun, problemAnswer, problemNumber, runBuffer, runText, settle,
  stopReason, taggedOfValue, takeEntity, takeIn, textOfValue, truthOf, typeNameOf,
  // for compiled code
  fuel, heapBytes, heapLimit, pollAt, step,
} // prettier-ignore
