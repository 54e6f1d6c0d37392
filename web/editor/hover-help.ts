// What a name is, in a tooltip: under the pointer, or with F1 at the cursor. Its examples run in the real DataWay.
import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view'
import type { HoverHelp } from '../../worker/model/dataway.ts'
import { chipAt, type DataWayTools } from './dataway-tools.ts'
import { codeWords } from './words.ts'

export function hoverHelp(tools: DataWayTools, inText: boolean): Extension {
  return [
    hoverTooltip((view, at) => tooltipAt(tools, view, at, inText), { hoverTime: 350 }),
    askedTooltip,
    keymap.of([
      {
        key: 'F1',
        run(view) {
          const at = view.state.selection.main.head
          void tooltipAt(tools, view, at, inText).then((tooltip) =>
            view.dispatch({ effects: setAsked.of(tooltip) }),
          )
          return true
        },
      },
      {
        key: 'Escape',
        run(view) {
          if (!view.state.field(askedTooltip)) return false
          view.dispatch({ effects: setAsked.of(null) })
          return true
        },
      },
    ]),
  ]
}

const setAsked = StateEffect.define<Tooltip | null>()
/** The tooltip that F1 opened: until Escape, or the cursor or the text moves. */
const askedTooltip = StateField.define<Tooltip | null>({
  create: () => null,
  update(now, transaction) {
    for (const effect of transaction.effects) if (effect.is(setAsked)) return effect.value
    return transaction.docChanged || transaction.selection ? null : now
  },
  provide: (field) => showTooltip.from(field),
})

async function tooltipAt(
  tools: DataWayTools,
  view: EditorView,
  at: number,
  inText: boolean,
): Promise<Tooltip | null> {
  const source = view.state.doc.toString()
  const chip = inText ? chipAt(source, at) : undefined
  if (inText && !chip) return null
  const help = await (
    chip ? tools.hover(chip.source, at - chip.start, true) : tools.hover(source, at, false)
  ).catch(() => undefined)
  if (!help || view.state.doc.toString() !== source) return null
  const { from, to } = view.state.wordAt(at) ?? { from: at, to: at }
  return { pos: from, end: to, above: true, create: () => ({ dom: draw(help, tools) }) }
}

function draw(help: HoverHelp, tools: DataWayTools): HTMLElement {
  const t = codeWords()
  const box = element('div', 'weft-help')
  const title = help.signature.startsWith('module ') ? `${t.module} ${help.name}` : help.signature
  box.append(element('code', 'weft-help-name', title))
  if (help.text) box.append(element('p', '', help.text))
  if (help.value !== undefined) {
    const line = element('p', 'weft-help-value')
    line.append(element('span', '', t.now + ' '), element('code', '', help.value))
    box.append(line)
  }
  for (const at of help.examples.keys()) box.append(drawExample(help, at, tools))
  return box
}

function drawExample(help: HoverHelp, at: number, tools: DataWayTools): HTMLElement {
  const example = help.examples[at]!
  const t = codeWords()
  const box = element('div', 'weft-help-example')
  const line = element('div', '')
  line.append(element('code', '', `>>> ${example.input}`))
  const output = element('code', 'weft-help-output', example.output)
  if (example.output !== '') {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = t.run
    button.ariaLabel = t.runExample(example.input)
    button.addEventListener('click', () => {
      void tools.example(help.module, help.examples, at).then((text) => {
        output.textContent = text
        output.classList.add('weft-help-fresh')
      })
    })
    line.append(button)
  }
  box.append(line, output)
  return box
}

function element(name: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}
