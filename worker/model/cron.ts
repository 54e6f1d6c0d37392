// Cron text, read with croner. 6–7 parts are Quartz (seconds first, 1 = Sunday, one of the two day parts is `?`), 5 parts
// are Unix (minutes first, 0 = Sunday). Several expressions stand on lines of their own; any of them fires. Daylight
// saving: a fixed time that a gap skips fires once right after it, one that an overlap repeats fires once; an interval
// fires at every real instant. A whole day that a zone leaves out (Samoa, 2011-12-30) has no times.
import { Cron } from 'croner'
import { fault, type Fault } from './fault.ts'

/** Expressions in one text. */
const MAX_EXPRESSIONS = 100

export interface Schedule {
  /** The first instant after `after`, milliseconds since the epoch; undefined: never again. */
  next(after: number): number | undefined
}

/** Throws CRON:SYNTAX naming the expression, CRON:ZONE for a time zone that does not exist. */
export function parseCron(text: string, zone: string): Schedule {
  checkZone(zone)
  const expressions = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (expressions.length === 0) throw wrong(text, 'It is empty.')
  if (expressions.length > MAX_EXPRESSIONS)
    throw wrong(text, `It has more than ${MAX_EXPRESSIONS} expressions.`)
  const jobs = expressions.map((expression) => parseOne(expression, zone))
  return {
    next(after) {
      const times = jobs.map((job) => job.nextRun(new Date(after))?.getTime()).filter((t) => t !== undefined)
      return times.length > 0 ? Math.min(...times) : undefined
    },
  }
}

/** Throws CRON:SYNTAX, and CRON:NEVER for what has no time any more; whatever the zone. */
export function readCron(text: string, now = Date.now()): void {
  if (parseCron(text, zoneOrLocal('')).next(now) !== undefined) return
  throw fault('CRON:NEVER', `The cron text ${JSON.stringify(text)} never fires.`, {
    hint: 'There is no such day, or the year is over. The next five times are shown while you type.',
    data: { expression: text },
  })
}

/** The next `count` instants after `after`, ISO 8601 with the offset of the zone. Fewer when there are no more. */
export function nextTimes(text: string, zone: string, count: number, after = Date.now()): string[] {
  const schedule = parseCron(text, zone)
  const times: string[] = []
  let at: number | undefined = after
  while (times.length < count && (at = schedule.next(at)) !== undefined) times.push(zonedIso(at, zone))
  return times
}

/** `2026-11-24T08:00:00+08:00`. */
export function zonedIso(instant: number, zone: string): string {
  const parts = new Map(
    formatter(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const get = (name: Intl.DateTimeFormatPartTypes) => parts.get(name)!
  const local = `${get('year')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}:${get('second')}`
  const offset = Math.round((Date.parse(local + 'Z') - Math.floor(instant / 1000) * 1000) / 60_000)
  const sign = offset < 0 ? '-' : '+'
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
}

/** The zone to use: the one written, or that of this machine when none is. */
export function zoneOrLocal(zone: string): string {
  return zone || Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

function parseOne(expression: string, zone: string): Cron {
  const parts = expression.split(/\s+/)
  const quartz = parts.length === 6 || parts.length === 7
  if (!quartz && parts.length !== 5 && !expression.startsWith('@'))
    throw wrong(
      expression,
      `It has ${parts.length} parts; 6 or 7 (seconds first) or 5 (minutes first) are read.`,
    )
  if (quartz) checkQuartzDays(expression, parts)
  else if (parts.includes('?')) throw wrong(expression, 'A ? stands only in cron text with seconds.')
  try {
    // croner puts the present day where a `?` stands; here it means: any.
    return new Cron(parts.map((part) => (part === '?' ? '*' : part)).join(' '), {
      timezone: zone,
      paused: true,
      alternativeWeekdays: quartz,
      sloppyRanges: quartz,
      fixedTimeRule: 'no-wildcard',
      mode: quartz ? '6-or-7-parts' : '5-part',
    })
  } catch (error) {
    throw wrong(expression, (error as Error).message)
  }
}

function checkQuartzDays(expression: string, parts: string[]): void {
  for (const [i, part] of parts.entries())
    if (part.includes('?') && (part !== '?' || (i !== 3 && i !== 5)))
      throw wrong(expression, 'A ? stands alone, in one of the two day parts.')
  if (parts[3] === '?' && parts[5] === '?') throw wrong(expression, 'Only one of the two day parts may be ?.')
  if (parts[3] !== '?' && parts[5] !== '?')
    throw wrong(expression, 'One of the two day parts (the 4th and the 6th) must be ?.')
}

function checkZone(zone: string): void {
  try {
    formatter(zone)
  } catch {
    throw fault('CRON:ZONE', `There is no time zone ${JSON.stringify(zone)}.`, {
      hint: 'Use a name like Asia/Shanghai.',
      data: { zone },
    })
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(zone, found)
  }
  return found
}

function wrong(expression: string, why: string): Fault {
  return fault('CRON:SYNTAX', `The cron text ${JSON.stringify(expression)} cannot be read. ${why}`, {
    hint: 'Seconds first: 0 0 8 * * ? is every day at eight.',
    data: { expression, why },
  })
}
