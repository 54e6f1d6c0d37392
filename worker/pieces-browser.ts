// The pool of the page's engine: workers that the engine's worker starts itself.
import { PiecePool, type PieceWorker } from './engine/pieces/piece-pool.ts'
import type { PieceAnswer } from './engine/pieces/piece.ts'
import url from './piece-worker-browser.ts?worker&url'
import { scriptUrl } from './trusted-url.ts'

const most = 8

export function browserPieces(): PiecePool {
  return new PiecePool(Math.min(navigator.hardwareConcurrency || 2, most), spawn)
}

function spawn(): PieceWorker {
  const worker = new Worker(scriptUrl(url), { type: 'module', name: 'weft-piece' })
  return {
    send: (call) => worker.postMessage(call),
    listen: (answered, lost) => {
      worker.onmessage = ({ data }: MessageEvent<PieceAnswer>) => answered(data)
      worker.onerror = lost
      worker.onmessageerror = lost
    },
    end: () => worker.terminate(),
  }
}
