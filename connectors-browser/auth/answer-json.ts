// What schemes read of an answer's JSON.
import type { AnswerFailure } from '../../worker/model/app-manifest.ts'
import type { HttpResponse } from '../../worker/model/context.ts'

export type Json = Record<string, unknown>

export function jsonOf({ body }: HttpResponse): Json | undefined {
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(body))
    return typeof found === 'object' && found !== null ? (found as Json) : undefined
  } catch {
    return undefined
  }
}

/** `code.errcode`: a place in JSON by names. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (inner as Json | null | undefined)?.[name], value)
}

/** The code by which a JSON answer tells of a failure, as text; undefined where it tells of none. */
export function failureIn(body: Json | undefined, failure: AnswerFailure | undefined): string | undefined {
  const code = failure && at(body, failure.code)
  const text = code === undefined || code === null ? undefined : String(code as string | number)
  return text === undefined || failure!.ok.includes(text) ? undefined : text
}
