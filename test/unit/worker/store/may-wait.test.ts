import { expect, it } from 'vitest'
import { Journal } from '../../../../worker/store/journal.ts'
import { MemoryFolder } from '../../../../worker/store/log-folder.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import type { StoreRecord } from '../../../../worker/store/record.ts'

const setting = (name: string): StoreRecord => ({ kind: 'setting', t: 1, name, value: name })

it('flushes what was promised to somebody, and whatever goes with it', async () => {
  const file = await new MemoryFolder().open('log')
  const waited: (boolean | undefined)[] = []
  const append = file.append.bind(file)
  file.append = (bytes, mayWait) => {
    waited.push(mayWait)
    append(bytes)
  }
  const tables = new MemoryTables()
  const journal = new Journal(tables, { name: 'log', file })
  await journal.write([setting('a')], true)
  await journal.write([setting('b')])
  // What comes while a write comes to its end goes together.
  await Promise.all([journal.write([setting('c')], true), journal.write([setting('d')], true), journal.write([setting('e')])]) // prettier-ignore
  expect(waited).toEqual([true, false, false])
  expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => tables.setting(name)))).toEqual(['a', 'b', 'c', 'd', 'e']) // prettier-ignore
})
