// What a compiled pattern looks like: one block of bytes without addresses in it, so that it can live in a bytes object.
//   0 instructions u32 · 4 groups u32 · 8 memo rows u32 · 12 loop registers u32 · 16 flags u32 · 20 first-byte set offset
//   or 0 · 24… instructions of 16 bytes: op, a, b, c · then character sets
// The upper 24 bits of a SPLIT's or REPEAT's op: register + 1 of the loop around that has two memo rows there, or 0.
// A character set: 0 bits · 4 number of ranges · 8 bitmap of the 128 ASCII codes (final) · 24 ranges (first, last).

export const HEADER: usize = 24

export namespace Op {
  export const MATCH: u32 = 0
  /** a: code point. */
  export const CHAR: u32 = 1
  /** a: folded code point. */
  export const CHAR_FOLDED: u32 = 2
  export const ANY: u32 = 3
  export const ANY_BUT_NEWLINE: u32 = 4
  /** a: offset of the set. */
  export const SET: u32 = 5
  /** Try a, then b; c: memo row. */
  export const SPLIT: u32 = 6
  export const JUMP: u32 = 7
  /** a: slot, 2n for the begin and 2n + 1 for the end of group n. */
  export const SAVE: u32 = 8
  /** a: what must hold here (see Here). */
  export const ASSERT: u32 = 9
  /** a: register that notes where an iteration of a loop began. */
  export const LOOP_BEGIN: u32 = 10
  /** a: register, b: where to go on if the iteration matched nothing. */
  export const LOOP_CHECK: u32 = 11
  /** The one-character instruction that follows, a to b times, as many or as few as possible; c: memo row. */
  export const REPEAT: u32 = 12
  export const REPEAT_LAZY: u32 = 13
  export const REPEAT_POSSESSIVE: u32 = 14
  /** The instructions that follow, up to a MATCH, must (not) match here; a: where to go on, b: kind, c: width. */
  export const LOOK: u32 = 15
}

export namespace Here {
  export const BEGIN: u32 = 0
  export const LINE_BEGIN: u32 = 1
  /** At the end or before a last newline. */
  export const END: u32 = 2
  export const LINE_END: u32 = 3
  export const VERY_END: u32 = 4
  export const BOUNDARY: u32 = 5
  export const NOT_BOUNDARY: u32 = 6
  export const BOUNDARY_ASCII: u32 = 7
  export const NOT_BOUNDARY_ASCII: u32 = 8
}

export namespace Look {
  export const AHEAD: u32 = 0
  export const NOT_AHEAD: u32 = 1
  export const BEHIND: u32 = 2
  export const NOT_BEHIND: u32 = 3
  /** Matches once, never tries again: an atomic group. */
  export const ATOMIC: u32 = 4
}

/** Flags as Python numbers them. */
export namespace Flag {
  export const IGNORECASE: u32 = 2
  export const LOCALE: u32 = 4
  export const MULTILINE: u32 = 8
  export const DOTALL: u32 = 16
  export const UNICODE: u32 = 32
  export const VERBOSE: u32 = 64
  export const DEBUG: u32 = 128
  export const ASCII: u32 = 256
  /** Ours: the pattern and the text are bytes. */
  export const BYTES: u32 = 1 << 16
}

/** Bits of a set. The classes hold beyond ASCII; within it the bitmap says all. */
export namespace SetBit {
  export const NEGATED: u32 = 1
  export const FOLDED: u32 = 2
  export const DIGIT: u32 = 4
  export const NOT_DIGIT: u32 = 8
  export const WORD: u32 = 16
  export const NOT_WORD: u32 = 32
  export const SPACE: u32 = 64
  export const NOT_SPACE: u32 = 128
  export const ASCII: u32 = 256
}

export const UNLIMITED: u32 = 0xffffffff
