// Workers that do pieces of runs: as many as the machine has cores, started when they are needed and ended when they are not. One
// piece at a time a worker; runs that wait for one take turns, so that a large run does not keep a small one waiting.
import { fault, type Fault } from '../../model/fault.ts'
import { CancelSignal } from '../signals.ts'
import type { Piece, PieceAnswer, PieceCall, PieceResult } from './piece.ts'

/** One worker, made by the host. */
export interface PieceWorker {
  send(call: PieceCall): void
  /** `lost`: it died; it answers nothing any more. */
  listen(answered: (answer: PieceAnswer) => void, lost: () => void): void
  end(): void
  /** A worker that is idle need not keep the process alive. */
  idle?(isIdle: boolean): void
}

/** Milliseconds after which an idle worker is ended. */
const IDLE = 20_000
/** Milliseconds in which a piece that is stopped must end, where no word in shared memory stops it. */
const PATIENCE = 100

interface Member {
  readonly number: number
  readonly worker: PieceWorker
  busy?: Job
  timer?: ReturnType<typeof setTimeout>
}
interface Job {
  id: number
  owner: string
  /** What the worker that takes it is sent. */
  pieceFor(member: number): Piece
  /** Non-zero stops it inside a script; absent where no memory is shared. */
  readonly cancelWord?: Int32Array
  resolve(done: { result: PieceResult; member: number }): void
  reject(reason: unknown): void
}

export class PiecePool {
  readonly size: number
  readonly #spawn: () => PieceWorker
  readonly #members = new Set<Member>()
  /** What waits, by run. */
  readonly #waiting = new Map<string, Job[]>()
  #ids = 0
  #numbers = 0

  constructor(size: number, spawn: () => PieceWorker) {
    this.size = Math.max(1, size)
    this.#spawn = spawn
  }

  /** Rejects with a CancelSignal when the signal stops it, with WORKER:LOST when its worker dies. */
  run(
    owner: string,
    pieceFor: (member: number) => Piece,
    signal: AbortSignal,
  ): Promise<{ result: PieceResult; member: number }> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new CancelSignal())
      const stop = (): void => this.#stop(job)
      const ended = (): void => signal.removeEventListener('abort', stop)
      const job: Job = {
        id: this.#ids++,
        owner,
        pieceFor,
        ...(typeof SharedArrayBuffer === 'function' && {
          cancelWord: new Int32Array(new SharedArrayBuffer(4)),
        }),
        resolve: (done) => (ended(), resolve(done)),
        reject: (reason) => (ended(), reject(reason as Error)),
      }
      const queue = this.#waiting.get(owner)
      if (queue) queue.push(job)
      else this.#waiting.set(owner, [job])
      signal.addEventListener('abort', stop)
      this.#assign()
    })
  }

  /** Values that the workers keep for a group of pieces are given back. */
  endGroup(group: number): void {
    for (const { worker } of this.#members) worker.send({ endGroup: group })
  }

  /** Ends all workers; pieces under way are lost. */
  close(): void {
    for (const member of this.#members) this.#remove(member)
  }

  #assign(): void {
    while (this.#waiting.size > 0) {
      const member = [...this.#members].find(({ busy }) => !busy) ?? this.#grow()
      if (!member) return
      const job = this.#nextJob()
      clearTimeout(member.timer)
      member.busy = job
      member.worker.idle?.(false)
      try {
        const { id, cancelWord } = job
        member.worker.send({
          id,
          piece: { ...job.pieceFor(member.number), ...(cancelWord && { cancelWord }) },
        })
      } catch (thrown) {
        this.#free(member)
        job.reject(thrown)
      }
    }
  }

  /** Of the run whose turn it is; that run then goes to the end of the line. */
  #nextJob(): Job {
    const [owner, queue] = this.#waiting.entries().next().value!
    const job = queue.shift()!
    this.#waiting.delete(owner)
    if (queue.length > 0) this.#waiting.set(owner, queue)
    return job
  }

  #grow(): Member | undefined {
    if (this.#members.size >= this.size) return undefined
    const member: Member = { number: this.#numbers++, worker: this.#spawn() }
    this.#members.add(member)
    member.worker.listen(
      (answer) => this.#answered(member, answer),
      () => this.#lost(member),
    )
    return member
  }

  #answered(member: Member, answer: PieceAnswer): void {
    const job = member.busy
    if (!job || job.id !== answer.id) return
    this.#free(member)
    if ('fault' in answer) job.reject(answer.fault)
    else job.resolve({ result: answer.result, member: member.number })
    this.#assign()
  }

  #free(member: Member): void {
    member.busy = undefined
    member.worker.idle?.(true)
    member.timer = setTimeout(() => this.#remove(member), IDLE)
    ;(member.timer as { unref?(): void }).unref?.()
  }

  #stop(job: Job): void {
    const queue = this.#waiting.get(job.owner)
    if (queue?.includes(job)) {
      queue.splice(queue.indexOf(job), 1)
      if (queue.length === 0) this.#waiting.delete(job.owner)
    } else {
      if (job.cancelWord) Atomics.store(job.cancelWord, 0, 1)
      const member = [...this.#members].find(({ busy }) => busy === job)
      // The word in shared memory ends its script; without one the worker has to go.
      if (member) setTimeout(() => member.busy === job && this.#lost(member), PATIENCE)
    }
    job.reject(new CancelSignal())
  }

  #lost(member: Member): void {
    if (!this.#members.has(member)) return
    this.#remove(member)
    this.#assign()
  }

  #remove(member: Member): void {
    this.#members.delete(member)
    clearTimeout(member.timer)
    member.busy?.reject(lost())
    member.worker.end()
  }
}

function lost(): Fault {
  return fault('WORKER:LOST', 'The worker of this branch ended before it was done.', {
    hint: 'It probably ran out of memory. Try with less data at once.',
  })
}
