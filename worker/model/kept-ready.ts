// What takes time to make is kept for whoever asks for it next: so many at once, the oldest goes first.

export class KeptReady<T> {
  readonly #most: number
  readonly #kept = new Map<string, Promise<T>>()

  constructor(most: number) {
    this.#most = most
  }

  /** What could not be made is made anew the next time. */
  of(key: string, make: () => Promise<T>): Promise<T> {
    let made = this.#kept.get(key)
    if (!made) {
      if (this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value!)
      this.#kept.set(key, (made = make()))
      made.catch(() => this.#kept.delete(key))
    }
    return made
  }
}
