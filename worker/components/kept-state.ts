// Reads and changes what a component keeps from run to run, with no other change of it in between.
import type { Tagged } from '../model/app.ts'
import type { Context } from '../model/context.ts'

/** Milliseconds to wait for another run that changes the same state. */
const PATIENCE = 60_000

/** `change` gets what is kept (`undefined`: nothing yet) and gives what to keep and what to answer. */
export async function changeState<T extends Tagged, R>(
  context: Context,
  key: string,
  change: (kept: T | undefined) => { keep: T | undefined; answer: R },
): Promise<R> {
  return await alone(context, key, async () => {
    const { keep, answer } = change((await context.state.get(key)) as T | undefined)
    await context.state.put(key, keep)
    return answer
  })
}

/** Does the work on what is kept while no other run does. */
export function alone<T>(context: Context, key: string, work: () => Promise<T>): Promise<T> {
  return context.lock(`state/${key}`, PATIENCE, work)
}

/** What stands for a key in an object that is kept: not a name that objects have by themselves. */
export function nameOf(key: string): string {
  return 'k:' + key
}
export function keyOf(name: string): string {
  return name.slice(2)
}
