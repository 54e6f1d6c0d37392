// CodeMirror for DataWay, a chunk of its own. It lives in a shadow root, where its styles are adopted style sheets: in the
// page itself the content policy would refuse them.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { python } from '@codemirror/lang-python'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, type Extension, Prec } from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, highlightActiveLineGutter, keymap, lineNumbers, placeholder, tooltips } from '@codemirror/view' // prettier-ignore
import type { SourceMode } from '../../worker/model/app.ts'
import type { Diagnostic } from '../../worker/model/fault.ts'
import { dataChips } from './data-chips.ts'
import { type DataWayTools, liveCompletion, liveDiagnostics } from './dataway-tools.ts'
import { hoverHelp } from './hover-help.ts'
import { PATH_DRAG } from './path-drag.ts'
import { rangeOf } from './source-place.ts'
import { type EditorSize, editorLook } from './theme.ts'

export interface EditorSettings {
  source: string
  mode: SourceMode
  size: EditorSize
  label: string
  placeholder?: string
  readonly?: boolean
  tools?: DataWayTools
  changed(source: string): void
  found?(diagnostics: Diagnostic[]): void
  focused?(): void
  blurred?(): void
  /** Ctrl/⌘-Enter. */
  submitted?(): void
}

export interface CodeEditor {
  readonly view: EditorView
  setSource(source: string): void
  setMode(mode: SourceMode): void
  /** Puts the DataWay text of a path where the cursor is: as a chip in text mode. */
  insertPath(path: string): void
  /** Shows a place and puts the cursor there. */
  reveal(place: { line?: number; column?: number }): void
  /** Puts the source into one form. */
  format(): void
  focus(): void
  destroy(): void
}

const fromOutside = Annotation.define<boolean>()

export function createEditor(root: ShadowRoot, settings: EditorSettings): CodeEditor {
  let mode = settings.mode
  const perMode = new Compartment()
  const insertPath = (view: EditorView, path: string, at = view.state.selection.main) => {
    const text = mode === 'text' ? `{{${path}}}` : path
    view.dispatch({
      changes: { from: at.from, to: at.to, insert: text },
      selection: { anchor: at.from + text.length },
    })
  }
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: settings.source,
      extensions: [
        history(),
        drawSelection(),
        dropCursor(),
        tooltips({ position: 'fixed' }),
        EditorState.tabSize.of(4),
        indentUnit.of('    '),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': settings.label, spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off' }), // prettier-ignore
        settings.placeholder ? placeholder(settings.placeholder) : [],
        settings.readonly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [],
        keysOf(settings),
        perMode.of(modeExtensions(mode, settings)),
        watch(settings),
        EditorView.domEventHandlers({
          drop(event, view) {
            const path = event.dataTransfer?.getData(PATH_DRAG)
            if (!path) return false
            event.preventDefault()
            const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length
            insertPath(view, path, { from: at, to: at } as typeof view.state.selection.main)
            view.focus()
            return true
          },
        }),
      ],
    }),
  })
  return {
    view,
    setSource(source) {
      if (source === view.state.doc.toString()) return
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: source },
        annotations: fromOutside.of(true),
      })
    },
    setMode(next) {
      if (next === mode) return
      mode = next
      view.dispatch({ effects: perMode.reconfigure(modeExtensions(next, settings)) })
    },
    insertPath: (path) => insertPath(view, path),
    reveal(place) {
      const { from } = rangeOf(view.state.doc.toString(), place)
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      })
      view.focus()
    },
    format: () => void formatIn(view),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

function modeExtensions(mode: SourceMode, settings: EditorSettings): Extension {
  const tools = settings.tools
  const found = settings.found ?? (() => {})
  const help = tools ? [liveDiagnostics(tools, found), hoverHelp(tools, mode === 'text')] : []
  if (mode === 'text')
    return [editorLook(settings.size, true), dataChips, help, tools ? liveCompletion(tools, true) : []]
  const numbered = mode === 'code' && settings.size === 'full'
  return [
    editorLook(settings.size === 'line' && mode === 'code' ? 'block' : settings.size, false),
    python(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    help,
    tools ? liveCompletion(tools, false) : [],
    numbered ? [lineNumbers(), highlightActiveLineGutter()] : [],
    // Tab leaves a short field; in code it indents, and Escape then Tab leaves.
    mode === 'code' ? keymap.of([indentWithTab]) : [],
    keymap.of([{ key: 'Shift-Alt-f', run: (view) => (void formatIn(view), true) }]),
  ]
}

/** Puts the source into one form; the cursor stays at its line. */
async function formatIn(view: EditorView): Promise<void> {
  if (view.state.readOnly) return
  const { format } = await import('../../dataway-wasm/format.ts')
  const source = view.state.doc.toString()
  const isOneLine = !source.includes('\n')
  const formatted = isOneLine ? format(source).trimEnd() : format(source)
  if (formatted === source) return
  const { number, from } = view.state.doc.lineAt(view.state.selection.main.head)
  const column = view.state.selection.main.head - from
  view.dispatch({ changes: { from: 0, to: source.length, insert: formatted } })
  const line = view.state.doc.line(Math.min(number, view.state.doc.lines))
  view.dispatch({ selection: { anchor: Math.min(line.from + column, line.to) } })
}

function keysOf(settings: EditorSettings): Extension {
  return [
    Prec.high(
      keymap.of([
        {
          key: 'Mod-Enter',
          run() {
            settings.submitted?.()
            return settings.submitted !== undefined
          },
        },
      ]),
    ),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...lintKeymap,
      // Mod-Enter runs, also while typing: it makes no blank line.
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
    ]),
  ]
}

function watch(settings: EditorSettings): Extension {
  return EditorView.updateListener.of((update) => {
    const outside = update.transactions.some((transaction) => transaction.annotation(fromOutside))
    if (update.docChanged && !outside) settings.changed(update.state.doc.toString())
    if (update.focusChanged) {
      if (update.view.hasFocus) settings.focused?.()
      else settings.blurred?.()
    }
  })
}
