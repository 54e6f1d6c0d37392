// Locks a protected vault when no tab of Weft was used for a while, unless published apps run here: they may need it.
import { engine } from '../state/workers.ts'
import { Kept } from '../state/kept.svelte.ts'
import { readLocal, writeLocal } from '../state/local.ts'

/** Minutes; 0: never. */
export const lockAfter = new Kept('vault-lock-after', 15)
/** The vault has a passphrase: worth looking after. */
export const isProtected = new Kept('vault-protected', false)

const activeName = 'weft-active'
const lookEvery = 30_000
let started = false

export function startIdleLock(): void {
  if (started) return
  started = true
  let told = 0
  const active = (): void => {
    const now = Date.now()
    if (now - told < 5_000) return
    told = now
    writeLocal(activeName, String(now))
  }
  active()
  for (const name of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(name, active, { passive: true, capture: true })
  setInterval(() => {
    const last = Math.max(told, Number(readLocal(activeName) ?? 0))
    if (!isProtected.value || lockAfter.value === 0 || Date.now() - last < lockAfter.value * 60_000) return
    void lockIfUnused()
  }, lookEvery)
}

async function lockIfUnused(): Promise<void> {
  const running = await engine()
    .running()
    .catch(() => [])
  if (running.length === 0)
    await engine()
      .vault({ do: 'lock' })
      .catch(() => {})
}
