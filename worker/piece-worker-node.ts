// A thread of Node that does pieces of runs.
import { randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { loadDataway } from './dataway-node.ts'
import { PieceRunner } from './engine/pieces/piece-runner.ts'
import type { PieceCall } from './engine/pieces/piece.ts'
import { localClock } from './local-clock.ts'
import { registry } from './runs.ts'

const runner = new PieceRunner(loadDataway(), registry, {
  clock: () => localClock(Date.now()),
  random: () => randomBytes(4).readUInt32LE(),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
})
parentPort!.on(
  'message',
  (call: PieceCall) => void runner.take(call, (answer) => parentPort!.postMessage(answer)),
)
