// What publishing keeps in the settings of the store: environments, and where schedules stand.
import type { StoreApi } from '../api.ts'
import { environmentsIn, type Environment } from '../model/environment.ts'
import type { PublisherHost } from './publisher.ts'

export async function environmentOf(
  store: StoreApi,
  id: string | undefined,
): Promise<Environment | undefined> {
  if (id === undefined) return undefined
  return (await environmentsIn(store)).find((one) => one.id === id)
}

export function storedMarks(store: StoreApi): NonNullable<PublisherHost['marks']> {
  return {
    read: async (name) => (await store.setting<number>(name)) ?? undefined,
    write: (name, at) => store.setSetting(name, at),
  }
}
