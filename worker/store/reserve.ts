// A file that only takes room: when the disk is full it is given up, so that what a person edits can still be saved. Runs may not
// use it: their triggers pause instead.
import { fault } from '../model/fault.ts'
import type { StoreHome } from './home.ts'

const name = 'reserve'
const retryMilliseconds = 10_000
const piece = new Uint8Array(256 * 1024).fill(1)

export class Reserve {
  readonly #home: StoreHome
  #isGiven = false
  #lastTry = 0

  constructor(home: StoreHome) {
    this.#home = home
  }

  /** Makes the file when there is room for it. False: there is none. */
  async keep(): Promise<boolean> {
    const { folder, locks, reserveBytes = 0 } = this.#home
    if (!folder || reserveBytes === 0) return true
    return locks.run('weft:reserve', async () => {
      if ((await folder.list()).includes(name)) return true
      const file = await folder.open(name)
      try {
        while (file.size < reserveBytes) file.append(piece)
        file.close()
        return true
      } catch {
        // A part of it would only take room from others.
        file.close()
        await folder.remove(name)
        return false
      }
    })
  }

  /** Gives the room back. False: there was none. */
  async give(): Promise<boolean> {
    const { folder, locks } = this.#home
    if (!folder) return false
    return locks.run('weft:reserve', async () => {
      if (!(await folder.list()).includes(name)) return false
      await folder.remove(name)
      this.#isGiven = true
      return true
    })
  }

  /** Throws STORE:FULL while what is left is for a person's edits; looks now and then whether there is room again. */
  async mustNotBeGiven(): Promise<void> {
    if (!this.#isGiven) return
    const now = this.#home.now()
    if (now - this.#lastTry >= retryMilliseconds) {
      this.#lastTry = now
      this.#isGiven = !(await this.keep())
    }
    if (this.#isGiven)
      throw fault('STORE:FULL', 'The room that is left is kept for edits.', {
        hint: 'Delete runs or apps that you no longer need.',
      })
  }
}
