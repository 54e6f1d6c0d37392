// Await only what is a promise: a synchronous step goes straight on. These few forms keep that rule in one place.

export type MaybePromise<T> = T | Promise<T>

export function isPromise<T>(thing: MaybePromise<T>): thing is Promise<T> {
  return typeof thing === 'object' && thing !== null && typeof (thing as Promise<T>).then === 'function'
}

/** What `next` makes of the value, at once where the value is there. */
export function andThen<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return isPromise(value) ? value.then(next) : next(value)
}

/** try/catch for both kinds: `failed` gets what was thrown or rejected. */
export function attempt<T>(
  go: () => MaybePromise<T>,
  failed: (thrown: unknown) => MaybePromise<T>,
): MaybePromise<T> {
  let value: MaybePromise<T>
  try {
    value = go()
  } catch (thrown) {
    return failed(thrown)
  }
  return isPromise(value) ? value.catch(failed) : value
}

/** Calls `round` until it gives false. The stack does not grow, whichever kind the rounds are. */
export function repeat(round: () => MaybePromise<boolean>): MaybePromise<void> {
  for (;;) {
    const goOn = round()
    if (isPromise(goOn)) return repeatLater(goOn, round)
    if (!goOn) return
  }
}

async function repeatLater(first: Promise<boolean>, round: () => MaybePromise<boolean>): Promise<void> {
  if (!(await first)) return
  for (;;) {
    const goOn = round()
    if (!(isPromise(goOn) ? await goOn : goOn)) return
  }
}
