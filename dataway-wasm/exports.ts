// The doors of the module (assembly/message/exchange.ts), as JavaScript sees them.
import type { Machine } from './tier/tier.ts'

/**
 * What the module exports. A value crosses as the two halves of its 64-bit box: what a call gives lies in the mail.
 */
export interface Exports extends Machine {
  mailAddress(): number
  inputAddress(): number
  inputRoom(): number
  openRun(): number
  closeRun(region: number): void
  runBuffer(region: number, size: number): number
  callBuffer(size: number): number
  lastingText(at: number, size: number): number
  runText(region: number, at: number, size: number): number
  takeIn(region: number, at: number): number
  takeEntity(region: number, at: number, size: number, mime: number, encoding: number): number
  compile(at: number, size: number, mode: number): number
  freeProgram(program: number): void
  problemAnswer(): void
  problemNumber(which: number): number
  settle(low: number, high: number, region: number): number
  evaluate(program: number, region: number, input: number, conversion: number): number
  stopReason(): number
  failureText(): void
  truthOf(low: number, high: number, region: number): number
  textOfValue(low: number, high: number, region: number): number
  giveOut(low: number, high: number, region: number): number
  taggedOfValue(low: number, high: number, region: number): number
  bytesOfValue(low: number, high: number, region: number): number
  mimeOfValue(low: number, high: number): void
  typeNameOf(low: number, high: number, region: number): void
  itemCount(low: number, high: number, region: number): number
  itemsFrom(low: number, high: number, from: number, region: number): number
  bytesInUse(): number
  runBytes(region: number): number
}
