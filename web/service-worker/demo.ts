// The demo APIs where no server has them: offline, or on a static host.
/// <reference lib="webworker" />

/** An answer of our own server says so by this header; a static host's 404 does not. */
const demoHeader = 'X-Weft-Demo'

export async function answerDemo(request: Request): Promise<Response> {
  const again = request.clone()
  try {
    const answer = await fetch(request)
    if (answer.headers.has(demoHeader)) return answer
  } catch {
    // No server: answered below.
  }
  void again
  return new Response('{"code":"DEMO:MISSING","message":"The demo APIs are not in this build."}', {
    status: 501,
    headers: { 'Content-Type': 'application/json' },
  })
}
