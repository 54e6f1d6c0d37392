// The engine's own limits, each with the Fault that names it. Scripts have theirs in DataWay.

/** Milliseconds between two looks at how long a run has taken: RUN:TIME_LIMIT. */
export const TIME_LOOK_MS = 500

/** Flow References inside each other: CORE:RECURSION. */
export const MAX_CALL_DEPTH = 64
/** Runs that start each other one after another, and runs under way at once that were started so: more are not started. */
export const MAX_LAUNCH_CHAIN = 16
export const MAX_LAUNCHED = 1000
/** Scopes inside each other in one flow: CORE:DEPTH. */
export const MAX_SCOPE_DEPTH = 200
/** Bytes of recorded effects of a run; a longer record is given up and the run cannot be replayed. */
export const MAX_RECORD_BYTES = 256 * 1024 * 1024
/** Rounds of a loop kept at its start and at its end; those between leave no events. */
export const KEPT_ROUNDS = 100
/** Events of a run; more are counted, not kept. */
export const MAX_EVENTS = 200_000
/** Steps between two looks at the clock, and milliseconds of work before others get a turn. */
export const STEPS_PER_LOOK = 256
export const TURN_MS = 12
