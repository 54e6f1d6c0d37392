// The answers to requests for /hook/* that no flow makes.
import type { HookAnswer } from '../engine-worker.ts'
import type { Fault } from '../model/fault.ts'

export function problem(
  status: number,
  fault: Pick<Fault, 'code' | 'message'>,
  allow?: string[],
): HookAnswer {
  const body = new TextEncoder().encode(JSON.stringify({ code: fault.code, message: fault.message }))
  const headers: [string, string][] = [['content-type', 'application/json']]
  return { status, headers: allow ? [...headers, ['allow', allow.join(', ')]] : headers, body }
}
