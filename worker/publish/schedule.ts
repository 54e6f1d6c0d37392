// When a Scheduler fires: by cron text, at an interval, or at given times; always by the wall clock.
import { Cron } from 'croner'
import type { Step } from '../model/app.ts'
import { parseCron, zoneOrLocal, type Schedule } from '../model/cron.ts'
import { milliseconds } from '../model/duration.ts'
import { fault } from '../model/fault.ts'

const shortest = 1_000

/** The schedule of a Scheduler step that was published at `from`. Throws CRON:SYNTAX, CRON:ZONE, CORE:DURATION. */
export function scheduleOf(trigger: Step, from: number): Schedule {
  const { config } = trigger
  const zone = zoneOrLocal(String(config['zone'] ?? ''))
  switch (config['mode'] ?? 'cron') {
    case 'periodic': {
      const every = Math.max(milliseconds(String(config['every'] ?? '15 min')), shortest)
      return { next: (after) => from + (Math.floor(Math.max(after - from, 0) / every) + 1) * every }
    }
    case 'once': {
      const times = momentsOf(String(config['times'] ?? ''), zone)
      return { next: (after) => times.find((time) => time > after) }
    }
    default:
      return parseCron(String(config['cron'] ?? '0 0 8 * * ?'), zone)
  }
}

function momentsOf(text: string, zone: string): number[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  const times = lines.filter(Boolean).map((line) => {
    const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(line)
    if (!found) {
      throw fault('CRON:SYNTAX', `"${line.slice(0, 60)}" is not a time.`, {
        hint: 'Write 2026-12-24 18:00:00.',
      })
    }
    const [, day, time] = found
    return new Cron(`${day}T${time!.length === 5 ? time + ':00' : time}`, { timezone: zone })
      .nextRun(new Date(0))
      ?.getTime()
  })
  return times.filter((time) => time !== undefined).sort((a, b) => a - b)
}
