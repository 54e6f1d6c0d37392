// What the module shows to its host (host.ts). What each export does stands where it is written.
import './memory/runtime.ts'
import {
  answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, fuelLeft, giveOut,
  itemAt, itemCount, mimeOfValue, openRun, problemAnswer, problemNumber, runBuffer, stopReason, takeEntity, takeIn, textOfValue, truthOf, typeNameOf,
} from './message/exchange.ts' // prettier-ignore
import { freeProgram } from './vm/program.ts'

export {
  answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, freeProgram, fuelLeft,
  giveOut, itemAt, itemCount, mimeOfValue, openRun, problemAnswer, problemNumber, runBuffer, stopReason, takeEntity, takeIn,
  textOfValue, truthOf, typeNameOf,
} // prettier-ignore
