// The room of an element, told in the frame in which it changes, once the page is laid out. Svelte's own `bind:clientWidth` asks for it
// the moment the element is made, which lays out the whole page then and there, in the middle of the work.
import type { Attachment } from 'svelte/attachments'

/** `{@attach onSize((element) => (width = element.clientWidth))}`; hears of the first size before it is painted. */
export function onSize(tell: (element: Element) => void): Attachment {
  return (element) => {
    const observer = new ResizeObserver(() => tell(element))
    observer.observe(element)
    return () => observer.disconnect()
  }
}
