// Where the tabs of a browser keep and tell what is published.
import type { StoreApi } from '../api.ts'

/** Setting with the ids of the published apps. */
export const publishedList = 'published'
/** BroadcastChannel that tells of a change to that list. */
export const publishedChannel = 'weft-published'

/** Whether there is anything to run: something is published, or a durable run has not ended. */
export async function isWanted(store: StoreApi): Promise<boolean> {
  const published = await store.setting<string[]>(publishedList)
  return (
    Boolean(published?.length) ||
    (await store.runs({ durable: true, outcome: 'running', limit: 1 })).length > 0
  )
}

/** Does it until it succeeds, with a longer wait after each failure. */
export async function keepTrying(work: () => Promise<unknown>): Promise<void> {
  for (let wait = 500; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      await work()
      return
    } catch (thrown) {
      console.warn('What is published has to wait:', thrown)
      await new Promise((later) => setTimeout(later, wait))
    }
  }
}
