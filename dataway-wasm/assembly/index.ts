// The exports of the DataWay module. What each does stands where it is written.
import { __alloc, __collect, __free, __link, __new, __pin, __realloc, __renew, __unpin } from './memory/runtime.ts'
import { answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, evaluate, failureValue, fuelLeft, giveOut, itemAt, itemCount, mimeOfValue, openRun, runBuffer, stopReason, takeEntity, takeIn, textOfValue, truthOf, typeNameOf } from './message/exchange.ts' // prettier-ignore
import { compile, problemColumn, problemEndColumn, problemEndLine, problemLine, problemText, release } from './check.ts'
import { failureText, failurePlace } from './vm/traceback.ts'

export { answer, answerLength, bytesInUse, bytesOfValue, callBuffer, closeRun, evaluate, failureValue, fuelLeft, giveOut, itemAt, itemCount, mimeOfValue, openRun, runBuffer, stopReason, takeEntity, takeIn, textOfValue, truthOf, typeNameOf } // prettier-ignore
export { compile, problemColumn, problemEndColumn, problemEndLine, problemLine, problemText, release }
export { failureText, failurePlace }
