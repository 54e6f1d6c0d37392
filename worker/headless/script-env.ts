// What a script on the command line gets from outside a run: the clock and the seed of this machine, limits of a program.
import type { EvaluateEnv } from '../model/dataway.ts'
import { newRunId } from '../model/id.ts'

/** `print` gets the text as the script wrote it, ends of lines included. */
export function scriptEnv(print: (text: string) => void): EvaluateEnv {
  return {
    run: newRunId(),
    clock: () => ({
      micros: Math.round((performance.timeOrigin + performance.now()) * 1000),
      offset: -new Date().getTimezoneOffset() * 60,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
    seed: () => Math.floor(Math.random() * 2 ** 32),
    print,
  }
}
