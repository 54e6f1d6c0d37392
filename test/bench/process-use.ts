// What another process has used, where the system says so: Linux. Elsewhere undefined.
import { existsSync, readFileSync } from 'node:fs'

function told(pid: number, file: string): string | undefined {
  const path = `/proc/${pid}/${file}`
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** MiB that it holds (RSS). */
export function memoryOf(pid: number): number | undefined {
  const kib = /^VmRSS:\s+(\d+)/m.exec(told(pid, 'status') ?? '')?.[1]
  return kib === undefined ? undefined : Number(kib) / 1024
}

/** Microseconds of processor time so far, in steps of the kernel's clock tick (100 a second). */
export function processorOf(pid: number): number | undefined {
  const after = told(pid, 'stat')?.split(') ').at(-1)?.split(' ')
  // proc(5): the fields 14 and 15; these begin with the third.
  return after && (Number(after[11]) + Number(after[12])) * 10_000
}
