// What the module shows to its host (host.ts). What each export does stands where it is written.
import './memory/runtime.ts'
import {
  bytesInUse, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, giveOut, inputAddress, inputRoom, itemAt,
  itemCount, lastingText, mailAddress, mimeOfValue, openRun, problemAnswer, problemNumber, runBuffer, settle, stopReason, takeEntity,
  takeIn, textOfValue, truthOf, typeNameOf,
} from './message/exchange.ts' // prettier-ignore
import { freeProgram } from './vm/program.ts'

export {
  bytesInUse, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, freeProgram, giveOut, inputAddress, inputRoom,
  itemAt, itemCount, lastingText, mailAddress, mimeOfValue, openRun, problemAnswer, problemNumber, runBuffer, settle, stopReason,
  takeEntity, takeIn, textOfValue, truthOf, typeNameOf,
} // prettier-ignore
