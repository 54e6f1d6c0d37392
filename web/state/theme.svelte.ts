// Light or dark: follows the system until the user chooses.
import { readLocal, writeLocal } from './local.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'

let choice = $state<ThemeChoice>('system')
let systemDark = $state(false)

export function themeChoice(): ThemeChoice {
  return choice
}
export function currentTheme(): 'light' | 'dark' {
  return choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
}
export function chooseTheme(next: ThemeChoice): void {
  choice = next
  writeLocal('weft-theme', next === 'system' ? undefined : next)
  show()
}

/** Called once before the first paint. */
export function restoreTheme(): void {
  const kept = readLocal('weft-theme')
  if (kept === 'light' || kept === 'dark') choice = kept
  const query = matchMedia('(prefers-color-scheme: dark)')
  systemDark = query.matches
  query.addEventListener('change', () => {
    systemDark = query.matches
    show()
  })
  show()
}

function show(): void {
  document.documentElement.dataset.theme = currentTheme()
}
