// Keys are written `Ctrl Shift Z` everywhere; on a Mac `Ctrl` means ⌘ and shows so.
export const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Escape: 'Esc',
}
const macSigns: Record<string, string> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Delete: '⌫' }

export function keyLabels(keys: string, mac = onMac): string[] {
  return keys.split(' ').map((key) => (mac ? macSigns[key] : undefined) ?? signs[key] ?? key)
}
