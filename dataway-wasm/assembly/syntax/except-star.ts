// `except*` in terms of what there is already. Of
//   try: BODY                                   try: BODY
//   except* T as name: HANDLING                 except BaseException as .caught:
//                                                   .part = matches(.caught, T)      the part of the group that fits, or None
//                                                   if .part is not None:
//                                                       try: raise .part
//                                                       except BaseException as name:
//                                                           entered(name)
//                                                           try: HANDLING
//                                                           except BaseException as .new: raised(.caught, .new)
//                                                   finish(.caught)                  raises what is left
// The functions stand in library/_groups.py; names with a dot cannot be a script's own.
import { Kind, Node, Op } from './ast.ts'

/** What the try around the statements of an `except*` clause is called: nothing may jump out of them. */
export const IN_EXCEPT_STAR = 'except*'

function named(kind: Kind, name: string, at: Node): Node {
  const node = new Node(kind, at.from, at.to)
  node.name = name
  return node
}
function nameNode(name: string, at: Node): Node {
  return named(Kind.NAME, name, at)
}
function callNode(fn: string, args: Node[], at: Node): Node {
  const node = new Node(Kind.CALL, at.from, at.to)
  node.left = nameNode('except*.' + fn, at)
  node.items = args
  return node
}
function statementOf(value: Node): Node {
  const node = new Node(Kind.EXPRESSION, value.from, value.to)
  node.left = value
  return node
}
/** try: body; except BaseException as name: handling */
function tryNode(body: Node[], name: string, handling: Node[], at: Node): Node {
  const handler = named(Kind.HANDLER, name, at)
  handler.left = nameNode('except*.any', at)
  handler.items = handling
  const node = new Node(Kind.TRY, at.from, at.to)
  node.items = body
  node.heads = [handler]
  return node
}

function clause(handler: Node, caught: string): Node[] {
  const part = '.part' + handler.from.toString()
  const newer = '.new' + handler.from.toString()
  const assign = new Node(Kind.ASSIGN, handler.from, handler.to)
  assign.items = [nameNode(part, handler)]
  assign.left = callNode('matches', [nameNode(caught, handler), handler.left!], handler.left!)
  const fits = new Node(Kind.COMPARE, handler.from, handler.to)
  fits.left = nameNode(part, handler)
  fits.ops = [Op.IS_NOT]
  fits.items = [new Node(Kind.NONE, handler.from, handler.to)]
  const again = new Node(Kind.RAISE, handler.from, handler.to)
  again.left = nameNode(part, handler)
  const handled = tryNode(handler.items, newer, [statementOf(callNode('raised', [nameNode(caught, handler), nameNode(newer, handler)], handler))], handler)
  handled.name = IN_EXCEPT_STAR
  const entered = statementOf(callNode('entered', [nameNode(part, handler)], handler))
  const branch = new Node(Kind.IF, handler.from, handler.to)
  branch.left = fits
  branch.items = [tryNode([again], handler.name, [entered, handled], handler)]
  return [assign, branch]
}

/** The statement as it is compiled; `node` is the TRY with its handlers, as it was written. */
export function exceptStar(node: Node): Node {
  const caught = '.caught' + node.from.toString()
  const handling: Node[] = []
  for (let i = 0; i < node.heads.length; i++) {
    const made = clause(node.heads[i], caught)
    handling.push(made[0])
    handling.push(made[1])
  }
  const last = node.heads[node.heads.length - 1]
  handling.push(statementOf(callNode('finish', [nameNode(caught, last)], last)))
  const made = tryNode(node.items, caught, handling, node.heads[0])
  made.others = node.others
  made.finals = node.finals
  made.from = node.from
  made.to = node.to
  return made
}
