// Cron text against an oracle that knows nothing but the offsets of a zone: it walks 30 years minute by minute and asks of
// each minute whether the clock on the wall matches. 20 zones, among them those that changed their clocks at midnight, by half an
// hour, by a whole day, and twice within a month.
import { expect, test } from 'vitest'
import { parseCron } from '../../../../worker/model/cron.ts'

const minute = 60_000
const day = 1_440 * minute
const from = Date.UTC(2000, 0, 1)
const until = Date.UTC(2030, 0, 1)

const zones = [
  'UTC', 'Asia/Shanghai', 'Asia/Tokyo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Tehran', 'Asia/Amman', 'Asia/Beirut',
  'Europe/Berlin', 'Europe/London', 'Europe/Moscow', 'America/New_York', 'America/Los_Angeles', 'America/Sao_Paulo',
  'America/St_Johns', 'America/Caracas', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Apia',
] // prettier-ignore

/** What the text means, said once more: minutes of the day and days on which it matches the clock on the wall. */
interface Case {
  text: string
  /** Fires once for each time that the wall shows, whatever is done to the clock; else at every real minute that matches. */
  isFixed: boolean
  /** Of the day. */
  minutes: number[]
  /** `weekday` 0 is Sunday, `month` 1 is January. */
  matches(date: number, month: number, weekday: number): boolean
}
const at = (hours: number[], minutes: number[]): number[] =>
  hours.flatMap((hour) => minutes.map((one) => hour * 60 + one))
const everyHour = Array.from({ length: 24 }, (_, hour) => hour)

const cases: Case[] = [
  { text: '0 30 2 * * ?', isFixed: true, minutes: at([2], [30]), matches: () => true },
  { text: '0 0 0 ? * *', isFixed: true, minutes: [0], matches: () => true },
  { text: '15 0,23 * * 0', isFixed: true, minutes: at([0, 23], [15]), matches: (_, __, weekday) => weekday === 0 },
  { text: '0 0,45 1-3 ? * 1,7', isFixed: true, minutes: at([1, 2, 3], [0, 45]), matches: (_, __, weekday) => weekday % 6 === 0 },
  { text: '0 5 3 1,15,31 3-11 ?', isFixed: true, minutes: at([3], [5]), matches: (date, month) => [1, 15, 31].includes(date) && month >= 3 && month <= 11 },
  // Hours and months in which clocks are changed: an interval counts the real minutes.
  { text: '0 */20 0-3 ? MAR,APR,OCT,NOV SUN', isFixed: false, minutes: at([0, 1, 2, 3], [0, 20, 40]), matches: (_, month, weekday) => [3, 4, 10, 11].includes(month) && weekday === 0 },
  { text: '30 */2 28-31 3,10 *', isFixed: false, minutes: at(everyHour.filter((hour) => hour % 2 === 0), [30]), matches: (date, month) => date >= 28 && (month === 3 || month === 10) },
] // prettier-ignore

/** Offset of a zone in minutes east of UTC, as stretches: each holds until the next one begins. */
function offsetsOf(zone: string): { since: number; offset: number }[] {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  }) // prettier-ignore
  const offsetAt = (instant: number): number => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])) // prettier-ignore
    const wall = Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute'])
    return (wall - instant) / minute
  }
  const found = [{ since: from - day, offset: offsetAt(from - day) }]
  for (let instant = from; instant <= until + day; instant += day) {
    let known = found.at(-1)!.offset
    if (offsetAt(instant) === known) continue
    let [low, high] = [instant - day, instant]
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute
      if (offsetAt(middle) === known) low = middle
      else high = middle
    }
    found.push({ since: high, offset: (known = offsetAt(high)) })
    expect(offsetAt(instant), `${zone} changes its clock twice within a day`).toBe(known)
  }
  return found
}

/** The minutes at which each case fires, as the rules of the design say it. */
function oracle(zone: string): number[][] {
  const offsets = offsetsOf(zone)
  const inDay = cases.map(({ minutes }) => {
    const table = new Uint8Array(1_440)
    for (const one of minutes) table[one] = 1
    return table
  })
  const fired: number[][] = cases.map(() => [])
  const isDay = cases.map(() => false)
  let wallDay = NaN
  const look = (wall: number, instant: number, isRepeated: boolean, isSkipped: boolean): void => {
    const today = Math.floor(wall / 1_440)
    if (today !== wallDay) {
      wallDay = today
      const date = new Date(today * day)
      for (let i = 0; i < cases.length; i++)
        isDay[i] = cases[i]!.matches(date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCDay())
    }
    const minuteOfDay = wall - today * 1_440
    for (let i = 0; i < cases.length; i++) {
      if (!isDay[i] || inDay[i]![minuteOfDay] === 0) continue
      if (cases[i]!.isFixed ? isRepeated : isSkipped) continue
      if (fired[i]!.at(-1) !== instant) fired[i]!.push(instant)
    }
  }
  let stretch = 0
  let newest = -Infinity
  for (let instant = from; instant < until; instant += minute) {
    while (stretch + 1 < offsets.length && offsets[stretch + 1]!.since <= instant) stretch++
    const wall = instant / minute + offsets[stretch]!.offset
    // A day that was never there (Samoa, 2011-12-30) has no times either.
    if (wall - newest < 1_440)
      for (let skipped = newest + 1; skipped < wall; skipped++) look(skipped, instant, false, true)
    look(wall, instant, wall <= newest, false)
    newest = Math.max(newest, wall)
  }
  return fired
}

test.each(zones)('%s: 30 years, no minute too many, none missed', { timeout: 120_000 }, (zone) => {
  const expected = oracle(zone)
  for (const [i, { text }] of cases.entries()) {
    const schedule = parseCron(text, zone)
    const given: number[] = []
    let next: number | undefined = from - 1
    while ((next = schedule.next(next)) !== undefined && next < until) given.push(next)
    const wanted = new Set(expected[i])
    const got = new Set(given)
    const show = (times: number[]): string[] => times.slice(0, 5).map((time) => new Date(time).toISOString())
    expect(
      {
        missed: show([...wanted].filter((time) => !got.has(time))),
        more: show(given.filter((time) => !wanted.has(time))),
      },
      text,
    ).toEqual({ missed: [], more: [] })
    expect(given.length).toBe(expected[i]!.length)
    expect(given.length).toBeGreaterThan(100)
  }
})
