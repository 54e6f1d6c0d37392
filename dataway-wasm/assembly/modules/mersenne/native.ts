// The module _mersenne: the state of the Mersenne Twister, which random.py reads word after word. It is made anew for each
// script that asks for random numbers, so it must cost little.
import { arg } from '../../builtins/bind.ts'
import { thaw } from '../../container/freeze.ts'
import { asList, listAt, listLength, newListRoom, setListAt, setListLength } from '../../container/list.ts'
import { charge } from '../../memory/limits.ts'
import { boxHeap, boxInt, ERROR, intOf, None, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'

const WORDS: u32 = 624
const state: usize = memory.data(624 * 4, 4)

// @ts-ignore: decorator
@inline function word(i: u32): u32 {
  return load<u32>(state + (<usize>i << 2))
}
// @ts-ignore: decorator
@inline function setWord(i: u32, x: u32): void {
  store<u32>(state + (<usize>i << 2), x)
}
/** The word before, mixed. */
// @ts-ignore: decorator
@inline function mixed(i: u32): u32 {
  const x = word(i - 1)
  return x ^ (x >> 30)
}
/** Goes on to the next word; behind the last comes the second, and the first is what the last was. */
function behind(i: u32): u32 {
  if (i + 1 < WORDS) return i + 1
  setWord(0, word(WORDS - 1))
  return 1
}
function putState(list: usize): void {
  for (let i: u32 = 0; i < WORDS; i++) setListAt(list, i, boxInt(<i64>word(i)))
}

/// _mersenne.begin(key, /) -> list
/// The words that a list of at least one number below 2**32 begins with.
export function begin(args: usize): Value {
  const key = asList(arg(args, 0))
  const n = listLength(key)
  if (!charge(<i64>(WORDS + max(WORDS, n)) * 2)) return ERROR
  setWord(0, 19650218)
  for (let i: u32 = 1; i < WORDS; i++) setWord(i, 1812433253 * mixed(i) + i)
  let i: u32 = 1
  let j: u32 = 0
  for (let k = max(WORDS, n); k > 0; k--) {
    setWord(i, (word(i) ^ (mixed(i) * 1664525)) + <u32>intOf(listAt(key, j)) + j)
    i = behind(i)
    if (++j == n) j = 0
  }
  for (let k = WORDS - 1; k > 0; k--) {
    setWord(i, (word(i) ^ (mixed(i) * 1566083941)) - i)
    i = behind(i)
  }
  setWord(0, 0x80000000)
  const list = newListRoom(WORDS)
  setListLength(list, WORDS)
  putState(list)
  return boxHeap(list)
}

/// _mersenne.refill(words, /) -> None
/// Makes the next words out of those of a list.
export function refill(args: usize): Value {
  const list = asList(arg(args, 0))
  if (listLength(list) != WORDS) return raise(ExcKind.IndexError, 'list index out of range')
  if (!charge(<i64>WORDS)) return ERROR
  for (let i: u32 = 0; i < WORDS; i++) setWord(i, <u32>intOf(listAt(list, i)))
  for (let i: u32 = 0; i < WORDS; i++) {
    const y = (word(i) & 0x80000000) | (word((i + 1) % WORDS) & 0x7fffffff)
    setWord(i, word((i + 397) % WORDS) ^ (y >> 1) ^ (y & 1 ? 0x9908b0df : 0))
  }
  thaw(list)
  putState(list)
  return None
}
