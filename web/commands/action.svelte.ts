// Everything the user can do, by name: menus, buttons, the command palette, the key sheet and the shortcuts all come from
// this one list. A screen brings its actions while it is shown.
import { untrack } from 'svelte'

export interface Action {
  id: string
  /** In the current language. */
  label: string
  group: string
  icon: string
  /** `Ctrl K`, `Alt ArrowUp`, `C`; several with ` | `. `Ctrl` is ⌘ on a Mac. */
  keys?: string
  /** Keys without Ctrl or Alt work only where the focus is on the flow: canvas or outline. */
  onFlow?: boolean
  /** Why it cannot be done now; absent: it can. */
  why?: string
  /** Extra words the palette finds it by. */
  words?: string
  /** Not offered in the palette (moving the selection …), only on the key sheet. */
  hidden?: boolean
  /** The browser has an event of its own for the key (copy, cut, paste), which needs no permission. */
  native?: boolean
  run: () => void
}

let sources = $state.raw<(() => readonly Action[])[]>([])

/** Actions of all that is shown, in order. Reactive. */
export function actions(): Action[] {
  return sources.flatMap((source) => source())
}

export function action(id: string): Action | undefined {
  return actions().find((one) => one.id === id)
}

/** Does an action by its id. False: there is none now, or it cannot be done. */
export function perform(id: string): boolean {
  const found = action(id)
  if (!found || found.why !== undefined) return false
  found.run()
  return true
}

/** Adds actions; the result takes them away again. Use in `$effect(() => addActions(…))`. */
export function addActions(source: () => readonly Action[]): () => void {
  untrack(() => (sources = [...sources, source]))
  return () => {
    untrack(() => (sources = sources.filter((one) => one !== source)))
  }
}

/** Does what a key asks for. True: something was done (or is off), so the browser should not do its own. */
export function performKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false
  const pressed = keysOf(event)
  const target = event.target instanceof Element ? event.target : undefined
  const isOnFlow = target?.closest('[data-flow-keys]') !== null && target !== undefined
  const isTyping = target?.matches('input, textarea, select, [contenteditable]') || target?.closest('.cm-editor, [data-own-keys]') // prettier-ignore
  const isInDialog = document.querySelector('dialog[open]') !== null
  for (const one of actions()) {
    if (one.native || !one.keys?.split(' | ').includes(pressed)) continue
    if (one.onFlow ? !isOnFlow || isTyping : isTyping && !/^Ctrl |^F\d|^Alt /.test(pressed)) continue
    if (isTyping && (pressed === 'Ctrl Z' || pressed === 'Ctrl Shift Z' || pressed === 'Ctrl Y')) continue
    if (isInDialog && one.id !== 'palette') continue
    if (one.why === undefined) one.run()
    return true
  }
  return false
}

/** `Ctrl Shift Z`: modifiers in this order, then the key as it is named. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const { key, code } = event
  // Alt makes other letters on a Mac: the physical key counts then.
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const name =
    letter && (event.altKey || event.ctrlKey || event.metaKey)
      ? letter
      : key.length === 1
        ? key.toUpperCase()
        : key
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
  const parts = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && !isSign && 'Shift',
    name === ' ' ? 'Space' : name,
  ]
  return parts.filter(Boolean).join(' ')
}
