// The syntax tree. One class for every kind of node: what its parts mean stands in the table below, and nowhere else.
// Nodes live in the region that is current while parsing and are dropped as a whole after compiling. `from` and `to` are
// byte offsets into the source (Source.place makes line and column of them).
//
//   kind          parts
//   MODULE        items = statements
//
//   NAME          name
//   NONE TRUE FALSE ELLIPSIS
//   INT           bytes/size = digits without underscores and prefix, op = base (2, 8, 10, 16)
//   FLOAT         bytes/size = text without underscores
//   STR BYTES     bytes/size = decoded text (UTF-8; lone surrogates as three bytes) or bytes
//   JOINED        f-string: items = STR and FORMATTED
//   FORMATTED     left = expression, op = conversion (0, 's', 'r', 'a'), right = JOINED format spec or null
//   TUPLE LIST SET items
//   DICT          items = keys, others = values; a key of kind DOUBLE_STAR: the value is unpacked
//   LIST_COMP SET_COMP GENERATOR   left = element, items = COMP_FORs
//   DICT_COMP     left = key, right = value, items = COMP_FORs
//   COMP_FOR      left = target, right = iterable, items = conditions, flag = `async for`
//   UNARY         op = Op.NOT NEG POS INVERT, left
//   BINARY        op, left, right
//   AND OR        items (two or more)
//   COMPARE       left, ops, items = what is compared with, one for each op
//   CONDITIONAL   left = condition, right = then, third = else
//   LAMBDA        third = ARGUMENTS, left = body
//   CALL          left = callee, items = positionals (STARRED among them), others = KEYWORDs
//   KEYWORD       name ('' for **), left = value
//   ATTRIBUTE     left, name
//   SUBSCRIPT     left, right = index (TUPLE for several, SLICE)
//   SLICE         left, right, third = start, stop, step, each may be null
//   STARRED       left
//   NAMED         left = NAME, right = value (walrus)
//   YIELD         left or null
//   YIELD_FROM    left
//   AWAIT         left, flag = left gives the iterator itself, name = the statement it was made for (see asynchronous.ts) or ''
//
//   EXPRESSION    left
//   ASSIGN        items = targets, left = value
//   AUG_ASSIGN    op, left = target, right = value
//   ANN_ASSIGN    left = target, right = annotation, third = value or null, flag = a bare name
//   RETURN        left or null
//   DELETE        items
//   PASS BREAK CONTINUE
//   RAISE         left or null, right = cause or null
//   ASSERT        left, right = message or null
//   GLOBAL NONLOCAL   items = NAMEs
//   IMPORT        items = ALIASes
//   IMPORT_FROM   name = module ('' for `from . import`), op = leading dots, items = ALIASes (name `*`: all)
//   ALIAS         name = dotted name, alias = the name after `as` or ''
//   IF WHILE      left = condition, items = body, others = else
//   FOR           left = target, right = iterable, items = body, others = else
//   TRY           items = body, heads = HANDLERs, others = else, finals (`except*`: see except-star.ts)
//   HANDLER       left = type or null, name ('' for none), items = body
//   WITH          heads = WITH_ITEMs, items = body
//   WITH_ITEM     left = expression, right = target or null
//   FUNCTION      name, third = ARGUMENTS, right = annotation of the result or null, items = body, heads = decorators,
//                 flag = `async def`
//   CLASS         name, left = CALL with the bases (its callee is null) or null, items = body, heads = decorators
//   MATCH         left = subject, items = CASEs
//   CASE          left = pattern, right = guard or null, items = body
//
//   ARGUMENTS     items = ARGs, in the order of the source
//   ARG           name, left = default or null, right = annotation or null, op = ArgKind
//
//   P_VALUE       left = expression compared by ==
//   P_SINGLETON   left = NONE, TRUE or FALSE, compared by identity
//   P_CAPTURE     name ('' for _)
//   P_STAR        name ('' for _)
//   P_SEQUENCE    items (at most one P_STAR)
//   P_MAPPING     items = keys, others = patterns, flag = there is a **rest, name = rest
//   P_CLASS       left = class, items = positional patterns, names = keywords, others = their patterns
//   P_OR          items
//   P_AS          left = pattern, name

export const enum Kind {
  MODULE,
  NAME,
  NONE,
  TRUE,
  FALSE,
  ELLIPSIS,
  INT,
  FLOAT,
  STR,
  BYTES,
  JOINED,
  FORMATTED,
  TUPLE,
  LIST,
  SET,
  DICT,
  DOUBLE_STAR,
  LIST_COMP,
  SET_COMP,
  GENERATOR,
  DICT_COMP,
  COMP_FOR,
  UNARY,
  BINARY,
  AND,
  OR,
  COMPARE,
  CONDITIONAL,
  LAMBDA,
  CALL,
  KEYWORD,
  ATTRIBUTE,
  SUBSCRIPT,
  SLICE,
  STARRED,
  NAMED,
  YIELD,
  YIELD_FROM,
  EXPRESSION,
  ASSIGN,
  AUG_ASSIGN,
  ANN_ASSIGN,
  RETURN,
  DELETE,
  PASS,
  BREAK,
  CONTINUE,
  RAISE,
  ASSERT,
  GLOBAL,
  NONLOCAL,
  IMPORT,
  IMPORT_FROM,
  ALIAS,
  IF,
  WHILE,
  FOR,
  TRY,
  HANDLER,
  WITH,
  WITH_ITEM,
  FUNCTION,
  CLASS,
  MATCH,
  CASE,
  ARGUMENTS,
  ARG,
  P_VALUE,
  P_SINGLETON,
  P_CAPTURE,
  P_STAR,
  P_SEQUENCE,
  P_MAPPING,
  P_CLASS,
  P_OR,
  P_AS,
  AWAIT,
}

/** Operators of UNARY, BINARY, AUG_ASSIGN and COMPARE. */
export const enum Op {
  ADD,
  SUB,
  MUL,
  MATMUL,
  TRUE_DIV,
  FLOOR_DIV,
  MOD,
  POW,
  LSHIFT,
  RSHIFT,
  BIT_AND,
  BIT_XOR,
  BIT_OR,
  NOT,
  NEG,
  POS,
  INVERT,
  LT,
  LE,
  EQ,
  NE,
  GT,
  GE,
  IN,
  NOT_IN,
  IS,
  IS_NOT,
}

export const enum ArgKind {
  POSITIONAL_ONLY,
  NORMAL,
  /** `*args` */
  REST,
  KEYWORD_ONLY,
  /** `**kwargs` */
  KEYWORDS,
}

const noNodes: Node[] = []
const noNames: string[] = []
const noOps: i32[] = []

export class Node {
  kind: Kind
  from: i32
  to: i32
  left: Node | null = null
  right: Node | null = null
  third: Node | null = null
  items: Node[] = noNodes
  others: Node[] = noNodes
  heads: Node[] = noNodes
  finals: Node[] = noNodes
  names: string[] = noNames
  ops: i32[] = noOps
  name: string = ''
  alias: string = ''
  op: i32 = 0
  flag: bool = false
  /** The expression stands in parentheses of its own. */
  parenthesized: bool = false
  bytes: usize = 0
  size: i32 = 0

  constructor(kind: Kind, from: i32, to: i32) {
    this.kind = kind
    this.from = from
    this.to = to
  }
}
