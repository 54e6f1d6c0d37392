// Numbers, durations, sizes and times as DESIGN.md part 9 writes them.
import { currentLanguage } from './language.svelte.ts'

export function count(n: number): string {
  return n.toLocaleString('en-US')
}

/** Milliseconds as `34 ms`, `1.20 s`, `12 min`; in Chinese with 毫秒 秒 分钟. */
export function duration(ms: number): string {
  const zh = currentLanguage() === 'zh'
  if (ms < 0.95) return `${ms < 0.05 ? 0 : ms.toFixed(1)} ${zh ? '毫秒' : 'ms'}`
  if (ms < 1000) return `${Math.round(ms)} ${zh ? '毫秒' : 'ms'}`
  if (ms < 60_000) return `${(ms / 1000).toFixed(2)} ${zh ? '秒' : 's'}`
  return `${Math.round(ms / 60_000)} ${zh ? '分钟' : 'min'}`
}

/** A short duration for badges and tables, units never translated. */
export function shortDuration(ms: number): string {
  if (ms < 0.95) return `${ms < 0.05 ? 0 : ms.toFixed(1)} ms`
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(2)} s`
  return `${Math.round(ms / 60_000)} min`
}

export function bytes(n: number): string {
  if (n < 1000) return `${n} B`
  if (n < 1_000_000) return `${(n / 1000).toFixed(1)} KB`
  return `${(n / 1_000_000).toFixed(1)} MB`
}

/** How long ago: `just now`, `3 min ago`, `yesterday 18:30`, `18 Nov`. */
export function ago(then: number, now: number): string {
  const zh = currentLanguage() === 'zh'
  const minutes = Math.floor((now - then) / 60_000)
  if (minutes < 1) return zh ? '刚刚' : 'just now'
  if (minutes < 60) return zh ? `${minutes} 分钟前` : `${minutes} min ago`
  const date = new Date(then)
  const time = clockTime(then)
  const today = new Date(now)
  if (date.toDateString() === today.toDateString()) return time
  const yesterday = new Date(now - 86_400_000)
  if (date.toDateString() === yesterday.toDateString()) return `${zh ? '昨天' : 'yesterday'} ${time}`
  return shortDay(then)
}

/** Local time of day, 24 h. */
export function clockTime(at: number, seconds = false): string {
  const form: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  return new Date(at).toLocaleTimeString('en-GB', seconds ? { ...form, second: '2-digit' } : form)
}

/** `18 Nov`, `11月18日`. */
export function shortDay(at: number): string {
  const locale = currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB'
  return new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short' })
}

export function dateTime(at: number): string {
  const zh = currentLanguage() === 'zh'
  const day = new Date(at).toLocaleDateString(zh ? 'zh-CN' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  return `${day}${zh ? ' ' : ', '}${clockTime(at)}`
}
