// Where a clicked data path goes: the editor that had the focus last.
export const insertion: { target: { insertPath(path: string): void; focus(): void } | undefined } = {
  target: undefined,
}

/** Inserts a path there. False: no field was used yet. */
export function insertPath(path: string): boolean {
  const target = insertion.target
  if (!target) return false
  target.insertPath(path)
  target.focus()
  return true
}
