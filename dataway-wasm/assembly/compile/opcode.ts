// The instructions of the VM, one row each. An instruction is one word of 64 bits: op u16 · a u16 · b u16 · c u16; `bc` is the
// 32 bits of b and c together. R[n] is register n of the frame, K[n] a constant. Words that follow an instruction are named
// in its row: a jump target, or a cache that the VM fills. Targets are word numbers in the code.

export const enum Op {
  NOP,
  /** R[a] = K[bc] */
  LOAD_CONST,
  /** R[a] = the int bc */
  LOAD_INT,
  /** R[a] = R[b] */
  MOVE,
  /** UnboundLocalError when local a has no value. */
  CHECK,
  /** del of local a */
  DELETE_LOCAL,
  /** R[a] = a cell around R[a] */
  MAKE_CELL,
  /** R[a] = content of cell R[b]; K[c] its name */
  LOAD_CELL,
  /** cell R[a] = R[b] */
  STORE_CELL,
  /** del of cell R[a]; K[b] its name */
  DELETE_CELL,
  /** R[a] = global or builtin K[bc] · 2 cache words */
  LOAD_GLOBAL,
  /** global K[bc] = R[a] · 1 cache word */
  STORE_GLOBAL,
  DELETE_GLOBAL,
  /** R[a] = name K[bc] of a class body's namespace, else global or builtin */
  LOAD_NAME,
  STORE_NAME,
  DELETE_NAME,
  /** R[a] = name K[c] of the namespace, else content of cell R[b] */
  LOAD_CLASS_CELL,

  /** R[a] = R[b] + R[c]; the order is that of ops/operator.ts */
  ADD,
  SUB,
  MUL,
  TRUE_DIV,
  FLOOR_DIV,
  MOD,
  POW,
  MAT_MUL,
  LSHIFT,
  RSHIFT,
  AND,
  OR,
  XOR,
  /** R[a] = R[b]; R[a] += R[c] */
  IADD,
  ISUB,
  IMUL,
  ITRUE_DIV,
  IFLOOR_DIV,
  IMOD,
  IPOW,
  IMAT_MUL,
  ILSHIFT,
  IRSHIFT,
  IAND,
  IOR,
  IXOR,
  /** R[a] = R[b] + the int c (signed) */
  ADD_INT,
  SUB_INT,
  NEG,
  POS,
  INVERT,
  NOT,
  /** R[a] = R[b] < R[c]; the order is that of ops/compare.ts */
  LT,
  LE,
  EQ,
  NE,
  GT,
  GE,
  IS,
  IS_NOT,
  IN,
  NOT_IN,

  /** go to bc */
  JUMP,
  /** the same backwards: pays fuel */
  JUMP_BACK,
  JUMP_IF_FALSE,
  JUMP_IF_TRUE,
  /** unless R[a] < R[b] go on at the target · target word */
  UNLESS_LT,
  UNLESS_LE,
  UNLESS_EQ,
  UNLESS_NE,
  UNLESS_GT,
  UNLESS_GE,

  /** R[a] = R[b][R[c]] */
  GET_ITEM,
  /** R[a] = R[b][K[c]] for a text constant · 2 cache words */
  GET_KEY,
  /** R[a][R[b]] = R[c] */
  SET_ITEM,
  /** del R[a][R[b]] */
  DELETE_ITEM,
  /** R[a] = R[b].K[c] · 2 cache words */
  GET_ATTR,
  /** R[a].K[b] = R[c] · 2 cache words */
  SET_ATTR,
  /** del R[a].K[b] */
  DELETE_ATTR,
  /** R[a], R[a+1] = the function behind R[b].K[c] and its self, or the attribute and UNBOUND · 2 cache words */
  LOAD_METHOD,
  /** R[a] = R[b](R[b+1] … R[b+c]) */
  CALL,
  /** the same for what LOAD_METHOD left in R[b], R[b+1]; arguments R[b+2] … R[b+1+c] */
  CALL_METHOD,
  /** as CALL; the last arguments stand for the names in K[word] · word */
  CALL_KEYWORDS,
  CALL_METHOD_KEYWORDS,
  /** R[a] = R[b](*R[b+1], **R[b+2]) */
  CALL_SPREAD,
  RETURN,
  RETURN_NONE,

  /** R[a] = [R[b] … c of them] */
  BUILD_LIST,
  BUILD_TUPLE,
  BUILD_SET,
  /** c pairs */
  BUILD_DICT,
  /** R[a] = dict of the c different text keys in the tuple K[word] and the values R[b] … · word */
  BUILD_RECORD,
  /** the joined strings R[b] …; numbers may stand among them */
  BUILD_STRING,
  /** R[a] = slice(R[b], R[b+1], R[b+2]) */
  BUILD_SLICE,
  /** R[a].append(R[b]) */
  LIST_APPEND,
  SET_ADD,
  /** R[a][R[b]] = R[c] of a dict being built */
  DICT_SET,
  /** R[a].extend(R[b]); R[c] is the function these are arguments of, for the error */
  LIST_EXTEND,
  SET_UPDATE,
  DICT_UPDATE,
  /** ** of a call: R[c] is the function, for the error */
  DICT_MERGE,
  LIST_TO_TUPLE,
  /** R[a] = format(R[b], R[c]); no spec when c is NONE16; a part of BUILD_STRING when c is PART16 */
  FORMAT,
  /** R[a] = str, repr or ascii (c: 115, 114, 97) of R[b] */
  CONVERT,
  /** R[a] … R[a+c-1] = the c items of R[b] */
  UNPACK,
  /** the same with c items, a list, and as many items as the word behind says · word */
  UNPACK_STAR,
  /** R[a] = iter(R[b]); c: nobody else has R[b], a generator may be closed when the loop is left */
  GET_ITER,
  /** The loop over R[a] is left before its end. */
  LEAVE_ITER,
  /** R[a] = next(R[b]), or go to the target · target word */
  FOR_ITER,
  /** R[a] = function of code K[b]; defaults R[c], keyword defaults R[c+1], cells R[c+2] */
  MAKE_FUNCTION,
  /** R[a] = class: body R[b], name R[b+1], bases R[b+2], keywords R[b+3] */
  BUILD_CLASS,
  /** raise R[a] [from R[b]] */
  RAISE,
  /** raise without an exception */
  RAISE_AGAIN,
  /** goes on with exception R[a] */
  RERAISE,
  /** R[a+1] = what was handled before; R[a] is handled now */
  ENTER_HANDLER,
  /** R[a+1] is handled again */
  EXIT_HANDLER,
  /** R[a] = whether exception R[b] is of R[c] */
  MATCH_EXCEPTION,
  /** R[a] = __exit__ of R[b], R[a+1] = R[b].__enter__() */
  ENTER_WITH,
  /** R[a] = R[b](type, R[c], traceback) */
  EXIT_WITH,
  /** gives R[b]; R[a] = what is sent */
  YIELD,
  /** R[a] = iterator for `yield from R[b]` */
  GET_DELEGATE,
  /** R[a] = next of iterator R[b] when R[c] is sent, or R[a] = its result and go to the target · target word */
  SEND,
  /** as YIELD, while iterator R[c] is at work: throw() and close() go to it */
  YIELD_DELEGATE,
  /** R[a] = module K[b]; the top one unless c */
  IMPORT,
  /** R[a] = name K[c] of module R[b] */
  IMPORT_FROM,
  /** every name of module R[a] */
  IMPORT_STAR,
  /** R[a] = super() of the class in cell R[b] for R[c] */
  SUPER,
  /** raises AssertionError(R[a]), without argument when a is NONE16 */
  ASSERTION,
  /** R[a] = whether R[b] is a sequence / mapping for a pattern */
  MATCH_SEQUENCE,
  MATCH_MAPPING,
  /** R[a] = len(R[b]) */
  LENGTH,
  /** R[a] = tuple of the values of the keys R[c] in R[b], or None */
  MATCH_KEYS,
  /** R[a] = tuple of attributes of R[b] matched by class R[c], R[c+1] positional patterns, names R[c+2]; or None */
  MATCH_CLASS,
  /** R[a] = dict of R[b] without the keys in tuple R[c] */
  MATCH_REST,
  /** R[a] has no value any more */
  CLEAR,
  /** JUMP_BACK of a loop that the host compiles or has compiled; a: its entry in the table of functions, or 0 (vm/compiled.ts) */
  COMPILED_BACK,
  COUNT,
}

export const NONE16: u32 = 0xffff
export const PART16: u32 = 0xfffe

/** Words behind an instruction. */
export function extraWords(op: Op): i32 {
  switch (op) {
    case Op.LOAD_GLOBAL:
    case Op.LOAD_METHOD:
    case Op.GET_ATTR:
    case Op.SET_ATTR:
    case Op.GET_KEY:
      return 2
    case Op.STORE_GLOBAL:
    case Op.BUILD_RECORD:
    case Op.CALL_KEYWORDS:
    case Op.CALL_METHOD_KEYWORDS:
    case Op.UNPACK_STAR:
    case Op.FOR_ITER:
    case Op.SEND:
    case Op.UNLESS_LT:
    case Op.UNLESS_LE:
    case Op.UNLESS_EQ:
    case Op.UNLESS_NE:
    case Op.UNLESS_GT:
    case Op.UNLESS_GE:
      return 1
    default:
      return 0
  }
}
