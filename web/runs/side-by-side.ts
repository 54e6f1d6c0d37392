// Several runs as one table: a row for each step visit, by its path, in the order of the first run that has it; a cell for each
// run. Pure.
import { refText, type RunEvent, type ValueRef } from '../../worker/model/event.ts'
import { EventRows, type EventRow } from '../run/event-rows.ts'

export interface Cell {
  /** Absent: the run did not come here. */
  visit?: EventRow
  output?: ValueRef
  /** It came out otherwise than in the first run. */
  differs: boolean
}
export interface VisitRow {
  path: string
  step: string
  depth: number
  /** Round of the loop around it, from 0. */
  round?: number
  cells: Cell[]
  differs: boolean
}

/** Rows shown at most; the first runs of a long loop tell enough. */
const most = 2_000

export function sideBySide(runs: readonly (readonly RunEvent[])[]): VisitRow[] {
  const folded = runs.map((events) => {
    const rows = new EventRows()
    const outputs = new Map<number, ValueRef>()
    for (const event of events) {
      rows.apply(event)
      if (event.values?.payload) outputs.set(event.seq, event.values.payload)
    }
    const visits = new Map<string, EventRow[]>()
    for (const row of rows.rows) {
      if (row.kind !== 'step') continue
      const known = visits.get(row.path)
      if (known) known.push(row)
      else visits.set(row.path, [row])
    }
    return { visits, outputs }
  })
  const paths = [...new Set(folded.flatMap(({ visits }) => [...visits.keys()]))]
  const rows: VisitRow[] = []
  for (const path of paths) {
    // A step that was tried again has several visits at the same path.
    const times = Math.max(...folded.map(({ visits }) => visits.get(path)?.length ?? 0))
    for (let n = 0; n < times && rows.length < most; n++) {
      const cells = folded.map(({ visits, outputs }): Cell => {
        const visit = visits.get(path)?.[n]
        const output = visit?.end === undefined ? undefined : outputs.get(visit.end)
        return { ...(visit && { visit }), ...(output && { output }), differs: false }
      })
      for (const cell of cells.slice(1)) cell.differs = told(cell) !== told(cells[0]!)
      const any = cells.find(({ visit }) => visit)!.visit!
      const round = /\[(\d+)\][^[]*$/.exec(path)?.[1]
      rows.push({
        path: `${path}#${n}`,
        step: any.step,
        depth: any.depth,
        ...(round !== undefined && { round: Number(round) }),
        cells,
        differs: cells.some(({ differs }) => differs),
      })
    }
  }
  return rows
}

/** What counts as the same: it ran, how it ended, what came out. */
function told({ visit, output }: Cell): string {
  if (!visit) return ''
  return `${visit.state} ${visit.fault?.code ?? ''} ${refText(output)}`
}

/** A value in one line of a cell. */
export function shortValue(ref: ValueRef | undefined): string {
  if (!ref) return ''
  if (!('inline' in ref)) return ref.preview
  const entity = (ref.inline as { $entity?: { mime?: string } } | null)?.$entity
  return entity ? (entity.mime ?? '') : JSON.stringify(ref.inline).slice(0, 200)
}
