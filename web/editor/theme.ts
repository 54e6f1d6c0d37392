// How DataWay looks in every editor: the design's tokens, which reach into the shadow root as custom properties.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags as t } from '@lezer/highlight'

export type EditorSize = 'line' | 'block' | 'full'

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: '12px', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '19px', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '4px 0' },
  '.cm-line': { padding: '0 8px' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '1.5px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--text-3)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 10px', minWidth: '24px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--accent-line)',
    borderRadius: '2px',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--fail-soft)' },
  '.cm-lintRange-error': {
    background: 'none',
    textDecoration: 'underline wavy var(--fail-fill) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    background: 'none',
    textDecoration: 'underline wavy var(--warn-fill) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-info': {
    background: 'none',
    textDecoration: 'underline dotted var(--run-fill) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--fail-fill)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    border: '1px solid var(--line-2)',
    borderRadius: '10px',
    boxShadow: '0 4px 14px rgb(30 32 60 / .1), 0 1px 3px rgb(30 32 60 / .06)',
    overflow: 'hidden',
    fontFamily: 'var(--sans)',
    fontSize: '12px',
    zIndex: '80',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    fontSize: '12px',
    maxHeight: '216px',
    padding: '4px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '3px 8px',
    lineHeight: '20px',
    borderRadius: '6px',
    display: 'flex',
    gap: '16px',
    alignItems: 'baseline',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-completionLabel': { flex: '1' },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent)', fontWeight: '600' },
  '.cm-completionDetail': {
    fontStyle: 'normal',
    color: 'var(--text-3)',
    maxWidth: '180px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.cm-completionInfo': {
    padding: '8px 12px',
    maxWidth: '320px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
  },
  '.cm-diagnostic': {
    padding: '6px 10px',
    borderLeft: '2px solid var(--line-2)',
    whiteSpace: 'pre-wrap',
    maxWidth: '360px',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--fail-fill)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn-fill)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--run-fill)' },
  '.weft-help': {
    padding: '10px 12px',
    maxWidth: '420px',
    maxHeight: '320px',
    overflow: 'auto',
    lineHeight: '18px',
  },
  '.weft-help p': { margin: '6px 0 0', whiteSpace: 'pre-wrap' },
  '.weft-help code': { fontFamily: 'var(--mono)', fontSize: '11.5px', overflowWrap: 'anywhere' },
  '.weft-help .weft-help-name': { fontWeight: '600', color: 'var(--text)' },
  '.weft-help-value': { color: 'var(--text-3)' },
  '.weft-help-value code': { color: 'var(--s-str)' },
  '.weft-help-example': {
    marginTop: '8px',
    padding: '6px 8px',
    borderRadius: '6px',
    backgroundColor: 'var(--sunken)',
  },
  '.weft-help-example > div': {
    display: 'flex',
    gap: '10px',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
  },
  '.weft-help-output': { color: 'var(--text-2)', whiteSpace: 'pre-wrap', display: 'block' },
  '.weft-help-output.weft-help-fresh': { color: 'var(--s-str)' },
  '.weft-help-example button': {
    flex: 'none',
    padding: '1px 8px',
    border: '1px solid var(--control)',
    borderRadius: '6px',
    background: 'var(--raised)',
    color: 'var(--text)',
    font: '11px/16px var(--sans)',
    cursor: 'pointer',
  },
  '.weft-help-example button:hover': { borderColor: 'var(--accent)', color: 'var(--accent)' },
  '.weft-help-example button:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.weft-hint': { color: 'var(--text-2)', display: 'block', marginTop: '2px' },
  '.weft-chip': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    height: '18px',
    margin: '0 1px',
    padding: '0 6px 0 4px',
    borderRadius: '4px',
    backgroundColor: 'var(--data-soft)',
    color: 'var(--data)',
    fontFamily: 'var(--mono)',
    fontSize: '11.5px',
    lineHeight: '18px',
    verticalAlign: 'middle',
    cursor: 'pointer',
    maxWidth: '220px',
  },
  '.weft-chip svg': { width: '11px', height: '11px', flex: 'none' },
  '.weft-chip span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '.weft-chip.weft-chosen': { outline: '1.5px solid var(--accent)' },
  '.weft-open-chip': {
    backgroundColor: 'var(--data-soft)',
    borderRadius: '4px',
    fontFamily: 'var(--mono)',
    fontSize: '11.5px',
    color: 'var(--data)',
  },
})

const sizes: Record<EditorSize, Extension> = {
  line: EditorView.theme({
    '&': { minHeight: '28px', maxHeight: '236px' },
    '.cm-scroller': { fontSize: '11.5px', lineHeight: '20px' },
  }),
  block: EditorView.theme({
    '&': { minHeight: '66px', maxHeight: '236px' },
    '.cm-scroller': { fontSize: '11.5px', lineHeight: '19px' },
  }),
  full: EditorView.theme({ '.cm-line': { padding: '0 12px 0 4px' }, '.cm-content': { padding: '8px 0' } }),
}

const text = EditorView.theme({
  '.cm-scroller': { fontFamily: 'var(--sans)', fontSize: '13px', lineHeight: '20px' },
})

const colours = HighlightStyle.define([
  {
    tag: [t.keyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword, t.operatorKeyword],
    color: 'var(--s-kw)',
  },
  { tag: [t.bool, t.null, t.self], color: 'var(--s-kw)' },
  { tag: [t.string, t.special(t.string), t.escape], color: 'var(--s-str)' },
  { tag: t.number, color: 'var(--s-num)' },
  {
    tag: [t.function(t.variableName), t.function(t.propertyName), t.function(t.definition(t.variableName))],
    color: 'var(--s-fn)',
  },
  { tag: t.propertyName, color: 'var(--s-key)' },
  { tag: [t.comment, t.lineComment], color: 'var(--s-com)' },
])

export function editorLook(size: EditorSize, asText: boolean): Extension {
  // What comes first wins.
  return [asText ? text : [], sizes[size], look, syntaxHighlighting(colours)]
}
