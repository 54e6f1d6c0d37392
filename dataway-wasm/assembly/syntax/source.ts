// A source text: UTF-8 bytes, read by offset, and what a person needs to find a place in it.

export class Source {
  readonly start: usize
  readonly size: i32

  /** The bytes belong to the caller and must outlive the Source. */
  constructor(start: usize, size: i32) {
    this.start = start
    this.size = size
  }

  /** The byte at an offset; 0 at and behind the end. */
  // @ts-ignore: decorator
  @inline at(offset: i32): i32 {
    return offset < this.size ? <i32>load<u8>(this.start + <usize>offset) : 0
  }

  /** 1-based line of an offset. */
  line(offset: i32): i32 {
    let line = 1
    const end = min(offset, this.size)
    for (let i = 0; i < end; i++) {
      const c = this.at(i)
      if (c == 0x0a || (c == 0x0d && this.at(i + 1) != 0x0a)) line++
    }
    return line
  }

  /** Offset of the first byte of the line that an offset is in. */
  lineStart(offset: i32): i32 {
    let i = min(offset, this.size)
    while (i > 0) {
      const c = this.at(i - 1)
      if (c == 0x0a || (c == 0x0d && this.at(i) != 0x0a)) break
      i--
    }
    return i
  }

  /** Offset behind the last byte of the line, without its line end. */
  lineEnd(offset: i32): i32 {
    let i = offset
    while (i < this.size && this.at(i) != 0x0a && this.at(i) != 0x0d) i++
    return i
  }

  /** 1-based column of an offset, in code points. */
  column(offset: i32): i32 {
    let column = 1
    const end = min(offset, this.size)
    for (let i = this.lineStart(offset); i < end; i++) if ((this.at(i) & 0xc0) != 0x80) column++
    return column
  }

  text(from: i32, to: i32): string {
    return String.UTF8.decodeUnsafe(this.start + <usize>from, <usize>(to - from))
  }
}
