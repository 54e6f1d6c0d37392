// The instructions of the machine as the tier reads them (assembly/compile/opcode.ts says what each does), in the order of
// their numbers: `NAME writes < reads +words behind`. Registers are named by the field of the instruction that holds their
// number: `a+1` is the one behind, `b*c` as many as c says, `b*2c` twice as many, `c?` perhaps none. build.mjs checks the
// names against the machine's own list.
const rows = `
NOP
LOAD_CONST a
LOAD_INT a
MOVE a < b
CHECK < a
DELETE_LOCAL a < a
MAKE_CELL a < a
LOAD_CELL a < b
STORE_CELL < a b
DELETE_CELL < a
LOAD_GLOBAL a +2
STORE_GLOBAL < a +1
DELETE_GLOBAL
LOAD_NAME a
STORE_NAME < a
DELETE_NAME
LOAD_CLASS_CELL a < b
ADD a < b c
SUB a < b c
MUL a < b c
TRUE_DIV a < b c
FLOOR_DIV a < b c
MOD a < b c
POW a < b c
MAT_MUL a < b c
LSHIFT a < b c
RSHIFT a < b c
AND a < b c
OR a < b c
XOR a < b c
IADD a < b c
ISUB a < b c
IMUL a < b c
ITRUE_DIV a < b c
IFLOOR_DIV a < b c
IMOD a < b c
IPOW a < b c
IMAT_MUL a < b c
ILSHIFT a < b c
IRSHIFT a < b c
IAND a < b c
IOR a < b c
IXOR a < b c
ADD_INT a < b
SUB_INT a < b
NEG a < b
POS a < b
INVERT a < b
NOT a < b
LT a < b c
LE a < b c
EQ a < b c
NE a < b c
GT a < b c
GE a < b c
IS a < b c
IS_NOT a < b c
IN a < b c
NOT_IN a < b c
JUMP
JUMP_BACK
JUMP_IF_FALSE < a
JUMP_IF_TRUE < a
UNLESS_LT < a b +1
UNLESS_LE < a b +1
UNLESS_EQ < a b +1
UNLESS_NE < a b +1
UNLESS_GT < a b +1
UNLESS_GE < a b +1
GET_ITEM a < b c
GET_KEY a < b +2
SET_ITEM < a b c
DELETE_ITEM < a b
GET_ATTR a < b +2
SET_ATTR < a c +2
DELETE_ATTR < a
LOAD_METHOD a a+1 < b +2
CALL a < b*c+1
CALL_METHOD a < b*c+2
CALL_KEYWORDS a < b*c+1 +1
CALL_METHOD_KEYWORDS a < b*c+2 +1
CALL_SPREAD a < b b+1 b+2
RETURN < a
RETURN_NONE
BUILD_LIST a < b*c
BUILD_TUPLE a < b*c
BUILD_SET a < b*c
BUILD_DICT a < b*2c
BUILD_RECORD a < b*c +1
BUILD_STRING a < b*c
BUILD_SLICE a < b b+1 b+2
LIST_APPEND < a b
SET_ADD < a b
DICT_SET < a b c
LIST_EXTEND < a b c?
SET_UPDATE < a b
DICT_UPDATE < a b
DICT_MERGE < a b c
LIST_TO_TUPLE a < b
FORMAT a < b c?
CONVERT a < b
UNPACK a*c < b
UNPACK_STAR a*c+w+1 < b +1
GET_ITER a < b
LEAVE_ITER < a
FOR_ITER a < b +1
MAKE_FUNCTION a < c c+1 c+2
BUILD_CLASS a < b b+1 b+2 b+3
RAISE < a b?
RAISE_AGAIN
RERAISE < a
ENTER_HANDLER a+1 < a
EXIT_HANDLER < a a+1
MATCH_EXCEPTION a < b c
ENTER_WITH a a+1 < b
EXIT_WITH a < b c
YIELD a < b
GET_DELEGATE a < b
SEND a < b c +1
YIELD_DELEGATE a < b c
IMPORT a
IMPORT_FROM a < b
IMPORT_STAR < a
SUPER a < b c
ASSERTION < a?
MATCH_SEQUENCE a < b
MATCH_MAPPING a < b
LENGTH a < b
MATCH_KEYS a < b c
MATCH_CLASS a < b c c+1 c+2
MATCH_REST a < b c
CLEAR a
COMPILED_BACK
`

export interface Opcode {
  readonly name: string
  readonly writes: readonly string[]
  readonly reads: readonly string[]
  /** Words behind the instruction. */
  readonly extra: number
}

export const opcodes: readonly Opcode[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [, name, effects, extra] = /^(\w+) ?(.*?)(?: \+(\d))?$/.exec(row) as unknown as string[]
    const [writes = '', reads = ''] = effects!.split('<')
    return { name: name!, writes: wordsOf(writes), reads: wordsOf(reads), extra: Number(extra ?? 0) }
  })

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

/** Number of an instruction. */
export function numberOf(name: string): number {
  return opcodes.findIndex((row) => row.name === name)
}

const NONE16 = 0xffff

/** The registers that an instruction names by `places`. */
export function registersOf(
  places: readonly string[],
  i: { a: number; b: number; c: number; word: number },
): number[] {
  const list: number[] = []
  for (const place of places) {
    const first = place[0] === 'a' ? i.a : place[0] === 'b' ? i.b : i.c
    const how = place.slice(1)
    if (how === '?') {
      if (first !== NONE16) list.push(first)
    } else if (how.startsWith('*')) {
      const count =
        how === '*2c'
          ? 2 * i.c
          : i.c + (how.includes('w') ? i.word : 0) + Number(/\+(\d)$/.exec(how)?.[1] ?? 0)
      for (let n = 0; n < count; n++) list.push(first + n)
    } else list.push(first + Number(how || 0))
  }
  return list
}
