// How many runs of one published app there may be, unless it is published with other numbers.

/** Under way at once. */
export const RUNS_AT_ONCE = 64
/** Waiting for their turn. */
export const RUNS_WAITING = 1_000
/** The most that can be chosen, for either. */
export const MOST_RUNS = 10_000
