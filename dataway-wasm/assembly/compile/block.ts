// Statements that code is inside of, for what must happen when return, break or continue leaves them.
import { Node } from '../syntax/ast.ts'

export const enum BlockKind {
  /** `register` has the iterator that ends with the loop, or -1. */
  LOOP,
  /** A try with a finally: its statements run on the way out. */
  FINALLY,
  /** A try with except clauses: nothing to do on the way out, but its handlers do not cover what others do. */
  TRY,
  /** An except or finally clause at work: `register` has the exception, `name` is taken away. */
  HANDLER,
  WITH,
}

export class Block {
  kind: BlockKind
  register: i32 = -1
  node: Node | null = null
  /** Name that `except … as` bound; of a TRY: IN_EXCEPT_STAR or ''. */
  name: string = ''
  breaks: i32[] = []
  continues: i32[] = []
  /** Covered pieces of code, as pairs; the last one is open. */
  segments: i32[] = []
  constructor(kind: BlockKind) {
    this.kind = kind
  }
}
