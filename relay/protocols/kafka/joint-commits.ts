// Commits offsets as their flows end. Those that come while a commit is on its way go together with the next one: a partition
// waits for one round trip at most, however many partitions there are.
import type { TopicPartitionOffset } from 'kafkajs'

interface Waiting {
  offset: TopicPartitionOffset
  done(): void
  failed(why: unknown): void
}

export class JointCommits {
  readonly #commit: (offsets: TopicPartitionOffset[]) => Promise<void>
  #waiting: Waiting[] = []
  #isBusy = false

  constructor(commit: (offsets: TopicPartitionOffset[]) => Promise<void>) {
    this.#commit = commit
  }

  /** Resolves when the broker has the offset. Rejects with what it said against this one. */
  add(offset: TopicPartitionOffset): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ offset, done, failed })
      if (!this.#isBusy) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    // What ends in the same turn of the event loop goes together from the start.
    await new Promise((turn) => setImmediate(turn))
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0))
    this.#isBusy = false
  }

  async #settle(together: Waiting[]): Promise<void> {
    try {
      await this.#commit(together.map(({ offset }) => offset))
      for (const { done } of together) done()
    } catch (thrown) {
      const [first, ...others] = together
      if (others.length === 0) return first!.failed(thrown)
      // The answer may be against one of them only: each hears its own.
      for (const one of together) await this.#settle([one])
    }
  }
}
