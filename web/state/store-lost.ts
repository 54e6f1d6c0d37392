// Tells a person that the worker of the store was lost and replaced. Fetched when that happens.
import { storeLostWords } from '../text/store-lost.ts'
import { toast } from '../ui/toasts.svelte.ts'

export function tellStoreLost(): void {
  const { title, text } = storeLostWords()
  toast('warning', title, { text })
}
