// What the module shows to its host (host.ts).
import './memory/runtime.ts'
import {
  answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, fuelLeft, giveOut,
  itemAt, itemCount, mimeOfValue, openRun, problemAnswer, runBuffer, stopReason, takeEntity, takeIn, textOfValue, truthOf, typeNameOf,
} from './message/exchange.ts' // prettier-ignore
import { dropProgram, problemNumber } from './message/program.ts'

export {
  answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, compile, dropProgram, evaluate, failureText, fuelLeft,
  giveOut, itemAt, itemCount, mimeOfValue, openRun, problemAnswer, problemNumber, runBuffer, stopReason, takeEntity, takeIn,
  textOfValue, truthOf, typeNameOf,
} // prettier-ignore
