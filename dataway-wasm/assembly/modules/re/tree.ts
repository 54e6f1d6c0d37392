// The tree of a pattern, between parse.ts and emit.ts.

export namespace Part {
  export const EMPTY: i32 = 0
  export const CHAR: i32 = 1
  export const ANY: i32 = 2
  export const SET: i32 = 3
  export const SEQUENCE: i32 = 4
  export const CHOICE: i32 = 5
  export const GROUP: i32 = 6
  export const REPEAT: i32 = 7
  export const ASSERT: i32 = 8
  export const LOOK: i32 = 9
}

export const GREEDY: u32 = 0
export const LAZY: u32 = 1
export const POSSESSIVE: u32 = 2

export class Node {
  kind: i32
  /** CHAR: the code · ASSERT: what · GROUP: its number · LOOK: its kind · ANY: whether newlines too. */
  code: u32 = 0
  flags: u32 = 0
  /** REPEAT. */
  least: u32 = 0
  most: u32 = 0
  manner: u32 = 0
  /** SET: SetBits and ranges. */
  bits: u32 = 0
  ranges: Array<u32> = []
  items: Array<Node> = []
  constructor(kind: i32) {
    this.kind = kind
  }
}
