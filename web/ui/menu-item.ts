// One line of a menu.
export interface MenuItem {
  label: string
  icon?: string
  keys?: string
  danger?: boolean
  /** A tick: the item is a choice that is on or off. */
  checked?: boolean
  /** Off, with the reason. */
  why?: string
  /** A line above this item. */
  divide?: boolean
  run: () => void
}
