// Small facts that this browser keeps: the one door to localStorage. A browser that refuses storage throws at the very word
// `localStorage`; then nothing is remembered, and all else goes on.

export function readLocal(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** `undefined` forgets it. Full or refused: the value lives as long as the page. */
export function writeLocal(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // The caller has the value; only the next visit will not.
  }
}
