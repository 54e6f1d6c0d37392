// Where a clicked data path goes: the editor that had the focus last. Its pane may be hidden behind the data; then it is
// brought forward first.
interface Insertion {
  target: { insertPath(path: string): void; focus(): void } | undefined
  /** Shows the form the target stands in. */
  reveal: (() => Promise<void>) | undefined
}

export const insertion: Insertion = { target: undefined, reveal: undefined }

/** Inserts a path there. False: no field was used yet. */
export function insertPath(path: string): boolean {
  const { target, reveal } = insertion
  if (!target) return false
  const insert = () => {
    target.insertPath(path)
    target.focus()
  }
  if (reveal) void reveal().then(insert)
  else insert()
  return true
}
