// The demo APIs as a server mounts them, with copies of its own in memory.
import { handleDemo } from './handler.ts'
import { memoryStore, type DemoData } from './state.ts'

const shared = memoryStore()

/** Answers below `/demo/`. The header tells the service worker that a server is here, so that it does not answer itself. */
export function mount(data?: DemoData): (request: Request) => Promise<Response> {
  const copies = data ? memoryStore(data) : shared
  return async (request) => {
    const answer = await handleDemo(request, copies)
    answer.headers.set('X-Weft-Demo', '1')
    return answer
  }
}
