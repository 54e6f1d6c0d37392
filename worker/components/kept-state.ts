// Reads and changes what a component keeps, with no other change of it in between.
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
  return await context.lock(`state/${key}`, PATIENCE, async () => {
    const { keep, answer } = change((await context.state.get(key)) as T | undefined)
    await context.state.put(key, keep)
    return answer
  })
}
