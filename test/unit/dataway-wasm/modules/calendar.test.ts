// ISO texts of days and moments, plain ones (which go a quick way) and all others, beside python3.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { printed } from '../dataway.ts'
import { hasPython } from '../number/probe.ts'

const days = [
  '2024-02-29',
  '2023-02-29',
  '1900-02-29',
  '2000-02-29',
  '0000-01-01',
  '0001-01-01',
  '2024-13-01',
  '2024-04-31',
]
const clocks = ['', 'T00:00:00', ' 23:59:59', 'T24:00:00', 'T10:60:00', 'x10:15:00', 'T10:15:00.123456', 'T10:15:00.123', 'T10:15:00Z', 'T10:15', 'T1a:15:00'] // prettier-ignore
const texts = [...days.flatMap((day) => clocks.map((clock) => day + clock)), '2024_02-29', '２024-02-29', '']
const source = `from datetime import date, datetime
class Mine(datetime):
    pass
for text in ${JSON.stringify(texts)}:
    for cls in (date, datetime, Mine):
        try:
            d = cls.fromisoformat(text)
            print(text, type(d).__name__, d.isoformat(), d.day, d.timetuple()[6:8])
        except Exception as e:
            print(text, type(e).__name__, e)
d = datetime.fromisoformat('2024-02-29T10:15:00')
print(d.date() == date(2024, 2, 29), type(d.date()), d.date().isoformat(), hash(d.date()) == hash(date(2024, 2, 29)), d.tzinfo, d.fold)
`

test.skipIf(!hasPython)('fromisoformat gives what python3 gives', () => {
  const { stdout } = spawnSync('python3', ['-X', 'utf8', '-'], { input: source, encoding: 'utf8' })
  expect(printed(source)).toBe(stdout)
  expect(stdout.split('\n').length).toBeGreaterThan(texts.length * 3)
})
