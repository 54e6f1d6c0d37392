// The pool of an engine in Node: threads. They run the built file: without a build there is no pool.
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PiecePool, type PieceWorker } from './engine/pieces/piece-pool.ts'
import type { PieceAnswer } from './engine/pieces/piece.ts'

const most = 8

export function nodePieces(): PiecePool | undefined {
  // Built parts stand in a folder below the one of the commands.
  const file = [import.meta.dirname, join(import.meta.dirname, '..')]
    .map((folder) => join(folder, 'piece-worker.js'))
    .find((path) => existsSync(path))
  return file === undefined
    ? undefined
    : new PiecePool(Math.min(availableParallelism(), most), () => spawn(file))
}

function spawn(file: string): PieceWorker {
  const worker = new Worker(file)
  worker.unref()
  return {
    send: (call) => worker.postMessage(call),
    listen: (answered, lost) => {
      worker.on('message', (answer: PieceAnswer) => answered(answer))
      worker.on('error', lost)
      worker.on('exit', lost)
    },
    end: () => void worker.terminate(),
    idle: (isIdle) => (isIdle ? worker.unref() : worker.ref()),
  }
}
