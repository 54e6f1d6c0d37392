// What a message or a result has in it, as tests look at it.
import type { Entity, Value } from '../../../worker/model/value.ts'

export const textOf = (payload: Value | undefined) => new TextDecoder().decode((payload as Entity).bytes)
export const attribute = (message: { attributes?: Value }, name: string) =>
  (message.attributes as Map<Value, Value>).get(name)
export const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i))
