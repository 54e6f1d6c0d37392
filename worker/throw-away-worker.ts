// The worker's side of throw-away.ts: it answers one request, and nothing that its bytes do reaches further than itself.
import { toFault } from './model/fault.ts'
import type { ThrowAwaySays } from './throw-away.ts'

/** `code`: of a Fault for what was thrown and is none. */
export function answerOnce<Request, Answer>(
  code: string,
  work: (request: Request) => Answer | Promise<Answer>,
): void {
  Object.freeze(Object.prototype)
  const say = (said: ThrowAwaySays<Answer>): void => self.postMessage(said)
  self.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
    try {
      say({ answer: await work(data) })
    } catch (thrown) {
      say({ fault: toFault(thrown, code) })
    }
  })
  say({ ready: true })
}
