// A worker of the page that does pieces of runs.
import { loadDataway } from './dataway-browser.ts'
import { PieceRunner } from './engine/pieces/piece-runner.ts'
import type { PieceCall } from './engine/pieces/piece.ts'
import { localClock } from './local-clock.ts'
import { registry } from './runs.ts'

const runner = new PieceRunner(loadDataway(), registry, {
  clock: () => localClock(performance.timeOrigin + performance.now()),
  random: () => crypto.getRandomValues(new Uint32Array(1))[0]!,
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
})
self.onmessage = ({ data }: MessageEvent<PieceCall>) =>
  void runner.take(data, (answer) => self.postMessage(answer))
