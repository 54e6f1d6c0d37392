// From the layout to what Svelte Flow draws: one node a box, wire, pill and slot. A node whose picture did not change
// keeps its identity, so that an edit redraws only what moved.
import type { Node } from '@xyflow/svelte'
import { size, type FlowLayout } from './layout.ts'

export type CanvasNode = Node<Record<string, unknown>>

export class CanvasNodes {
  #known = new Map<string, { key: string; node: CanvasNode; parts: unknown[] }>()

  of(layout: FlowLayout): CanvasNode[] {
    const next = new Map<string, { key: string; node: CanvasNode; parts: unknown[] }>()
    const nodes: CanvasNode[] = []
    const put = (node: CanvasNode, parts: unknown[]): void => {
      const { x, y } = node.position
      const key = [node.type, x, y, node.width, node.height, node.zIndex].join(' ')
      const old = this.#known.get(node.id)
      const isSame = old && old.key === key && same(old.parts, parts)
      const kept = isSame ? old : { key, node: { ...node, ...measured(node) }, parts }
      next.set(node.id, kept)
      nodes.push(kept.node)
    }
    for (const box of layout.boxes) {
      const { x, y, width, height, depth, step, lanes } = box
      const place = { id: box.id, position: { x, y }, width, height }
      if (box.kind === 'start') put({ ...place, type: 'start', zIndex: 60, data: {} }, [])
      else if (box.kind === 'scope')
        put({ ...place, type: 'scope', zIndex: depth, data: { step, lanes } }, [step, laneKey(box)])
      else
        put({ ...place, type: 'step', zIndex: 60, data: { step, folded: box.kind === 'folded' } }, [
          step,
          box.kind,
        ])
    }
    for (const wire of layout.wires) {
      const { x, y, length } = wire
      const place = { position: { x: x - 20, y }, width: 40, height: length }
      put({ id: wire.id, type: 'wire', zIndex: wire.gap ? 70 : 50, ...place, data: { wire } }, [
        wire.above,
        wire.below,
        wire.gap?.branch,
        wire.gap?.index,
      ])
    }
    for (const pill of layout.pills) {
      const { x, y, max, branch, scope } = pill
      const place = { position: { x: x - max / 2, y }, width: max, height: size.pill.height }
      put({ id: `pill.${branch.id}`, type: 'pill', zIndex: 60, ...place, data: { branch, scope, max } }, [
        branch.config,
        branch.role,
        scope.component,
      ])
    }
    for (const slot of layout.slots) {
      const { x, y, width, gap } = slot
      const id = `slot.${gap.branch ?? gap.flow}`
      put(
        { id, type: 'slot', zIndex: 60, position: { x, y }, width, height: size.step.height, data: { gap } },
        [gap.branch],
      )
    }
    this.#known = next
    return nodes
  }
}

/** Nothing is left to be measured: the library would draw every node once to find its size and handles. */
function measured({ width, height }: CanvasNode): Pick<CanvasNode, 'measured' | 'handles'> {
  return { measured: { width, height }, handles: [] }
}

function same(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i])
}

function laneKey(box: { lanes?: { x: number }[] }): string {
  return (box.lanes ?? []).map((lane) => lane.x).join(' ')
}
