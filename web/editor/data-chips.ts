// Text mode: each `{{expression}}` of a text is drawn as a chip with the last name of its path. A chip is one thing to the
// cursor; Backspace selects it first, then deletes it; a click or Enter opens it to its letters.
import { type Extension, RangeSetBuilder, EditorSelection } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import { parseText, type TextPart } from '../../worker/model/text-source.ts'

type Chip = Extract<TextPart, { kind: 'expression' }>

/** `msg.payload['customer']['id']` is shown as `id`; what is not a path as it is written. */
export function chipName(source: string): string {
  const path = source.trim()
  if (!/^[\w.]+(\.\w+|\[('[^']*'|"[^"]*"|-?\d+)\]|\.get\(('[^']*'|"[^"]*")\))*$/.test(path)) return path
  const last = /(?:\.get\()?(?:\[|\.|\()?['"]?([^'"[\].()]*)['"]?\)?\]?$/.exec(path)?.[1]
  return last || path
}

class ChipWidget extends WidgetType {
  readonly chip: Chip
  readonly chosen: boolean
  constructor(chip: Chip, chosen: boolean) {
    super()
    this.chip = chip
    this.chosen = chosen
  }
  override eq(other: ChipWidget): boolean {
    return other.chip.source === this.chip.source && other.chosen === this.chosen
  }
  override toDOM(view: EditorView): HTMLElement {
    const chip = document.createElement('span')
    chip.className = this.chosen ? 'weft-chip weft-chosen' : 'weft-chip'
    chip.title = this.chip.source.trim()
    chip.append(braces())
    const name = document.createElement('span')
    name.textContent = chipName(this.chip.source)
    chip.append(name)
    chip.addEventListener('mousedown', (event) => {
      event.preventDefault()
      const at = view.posAtDOM(chip)
      view.dispatch({ selection: { anchor: at + 2 + this.chip.source.length } })
      view.focus()
    })
    return chip
  }
  override ignoreEvent(): boolean {
    return true
  }
}

function braces(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('fill', 'none')
  svg.setAttribute('stroke', 'currentColor')
  svg.setAttribute('stroke-width', '1.4')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', 'M4.5 2C3 4 2 6 2 8s1 4 2.5 6M11.5 2C13 4 14 6 14 8s-1 4-2.5 6M6 6l4 4M10 6l-4 4')
  svg.append(path)
  return svg
}

interface Drawn {
  shown: DecorationSet
  closed: DecorationSet
  chips: Chip[]
}

function draw(view: EditorView): Drawn {
  const source = view.state.doc.toString()
  const { from, to } = view.state.selection.main
  const shown = new RangeSetBuilder<Decoration>()
  const closed = new RangeSetBuilder<Decoration>()
  const chips: Chip[] = []
  for (const part of parseText(source)) {
    if (part.kind !== 'expression') continue
    chips.push(part)
    const inside = view.hasFocus && from > part.from && to < part.to
    if (inside) {
      shown.add(part.from, part.to, Decoration.mark({ class: 'weft-open-chip' }))
      continue
    }
    const chosen = view.hasFocus && from === part.from && to === part.to
    const widget = Decoration.replace({ widget: new ChipWidget(part, chosen) })
    shown.add(part.from, part.to, widget)
    closed.add(part.from, part.to, widget)
  }
  return { shown: shown.finish(), closed: closed.finish(), chips }
}

const plugin = ViewPlugin.fromClass(
  class {
    drawn: Drawn
    constructor(view: EditorView) {
      this.drawn = draw(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.selectionSet || update.focusChanged) this.drawn = draw(update.view)
    }
  },
  {
    decorations: (value) => value.drawn.shown,
    provide: (self) =>
      EditorView.atomicRanges.of((view) => view.plugin(self)?.drawn.closed ?? Decoration.none),
  },
)

function chipAt(view: EditorView, place: (chip: Chip) => boolean): Chip | undefined {
  return view.plugin(plugin)?.drawn.chips.find(place)
}

const keys = keymap.of([
  {
    key: 'Backspace',
    run(view) {
      const { from, to, empty } = view.state.selection.main
      const chip = empty ? chipAt(view, (c) => c.to === from) : undefined
      if (!chip || to !== chip.to) return false
      view.dispatch({ selection: EditorSelection.range(chip.from, chip.to) })
      return true
    },
  },
  {
    key: 'Enter',
    run(view) {
      const { from, to } = view.state.selection.main
      const chip = chipAt(view, (c) => c.from === from && c.to === to)
      if (!chip) return false
      view.dispatch({ selection: { anchor: chip.start + chip.source.length } })
      return true
    },
  },
])

export const dataChips: Extension = [plugin, keys]
