<<<<<<< HEAD
// The exports of the DataWay module. What each does stands where it is written.
import { __alloc, __collect, __free, __link, __new, __pin, __realloc, __renew, __unpin } from './memory/runtime.ts'
import { answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, fuelLeft, giveOut, itemAt, itemCount, mimeOfValue, openRun, problemAnswer, runBuffer, stopReason, takeEntity, takeIn, textOfValue, truthOf, typeNameOf } from './message/exchange.ts' // prettier-ignore
import { dropProgram, problemNumber } from './message/program.ts'

export { answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, compile, evaluate, failureText, fuelLeft, giveOut, itemAt, itemCount, mimeOfValue, openRun, problemAnswer, runBuffer, stopReason, takeEntity, takeIn, textOfValue, truthOf, typeNameOf } // prettier-ignore
export { dropProgram, problemNumber }
=======
// What the module shows to its host (host.ts).
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
>>>>>>> 5d85ed8 (Answer the engine: DataWay runs in Node and in the page's workers)
