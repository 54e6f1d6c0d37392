// Two texts side by side, read-only, with what differs marked: CodeMirror's merge view in the design's tokens.
import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { editorLook } from '../editor/theme.ts'

/** Detailed comparing gives up after this many milliseconds, for two very different texts. */
const patience = 200

const look = EditorView.theme({
  '&': { height: 'auto', backgroundColor: 'var(--sunken)' },
  '.cm-mergeView &': { height: 'auto' },
  '.cm-changedLine': { backgroundColor: 'var(--warn-soft)' },
  '.cm-changedText': { background: 'none' },
  '.cm-collapsedLines': {
    background: 'var(--panel)',
    color: 'var(--text-3)',
    padding: '2px 8px',
    fontFamily: 'var(--sans)',
  },
})
const marks = (side: 'fail' | 'ok') =>
  EditorView.theme({
    '.cm-changedLine, &.cm-merge-a .cm-changedLine, &.cm-merge-b .cm-changedLine': { backgroundColor: `var(--${side}-soft)` }, // prettier-ignore
    '.cm-changedText, &.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText': {
      background: 'none',
      borderBottom: `2px solid var(--${side}-fill)`,
    },
    '.cm-deletedText': { background: 'none' },
  })

export function showTextDiff(
  host: HTMLElement,
  before: string,
  after: string,
  labels: [string, string],
): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.replaceChildren()
  const side = (doc: string, mark: 'fail' | 'ok', label: string) => ({
    doc,
    extensions: [
      editorLook('block', false),
      look,
      marks(mark),
      EditorState.readOnly.of(true),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
    ],
  })
  const view = new MergeView({
    a: side(before, 'fail', labels[0]),
    b: side(after, 'ok', labels[1]),
    parent: root,
    root,
    collapseUnchanged: { margin: 3, minSize: 6 },
    diffConfig: { timeout: patience },
  })
  return () => view.destroy()
}
