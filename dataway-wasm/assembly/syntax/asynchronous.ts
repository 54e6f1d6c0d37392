// `async for` and `async with` in terms of what there is already; `await*` waits for an iterator that a helper gives.
//   async for T in X: BODY                      .it = iterator(X)
//   else: OTHERS                                while .found := await* step(.it):       () at the end, else (item,)
//                                                   (T,) = .found
//                                                   BODY
//                                               else: OTHERS
//
//   async with X as T: BODY                     .manager = manager(X)
//                                               .value = await* enter(.manager)
//                                               .left = True
//                                               try:
//                                                   try:
//                                                       T = .value
//                                                       BODY
//                                                   except BaseException as .error:
//                                                       .left = False
//                                                       if not await* leave((.manager, .error)): raise
//                                               finally:
//                                                   if .left: await* leave((.manager, None))
// The functions stand in library/_async.py; names with a dot cannot be a script's own.
import { Kind, Node, Op } from './ast.ts'

function named(kind: Kind, name: string, at: Node): Node {
  const node = new Node(kind, at.from, at.to)
  node.name = name
  return node
}
function made(kind: Kind, left: Node | null, items: Node[], at: Node): Node {
  const node = new Node(kind, at.from, at.to)
  node.left = left
  node.items = items
  return node
}
function nameNode(name: string, at: Node): Node {
  return named(Kind.NAME, name, at)
}
function assign(target: Node, value: Node): Node {
  return made(Kind.ASSIGN, value, [target], target)
}
function callNode(fn: string, argument: Node, at: Node): Node {
  return made(Kind.CALL, nameNode('async.' + fn, at), [argument], at)
}
function wait(fn: string, argument: Node, statement: string, at: Node): Node {
  const node = made(Kind.AWAIT, callNode(fn, argument, at), [], at)
  node.flag = true
  node.name = statement
  return node
}

/** The FOR that was written, as it is compiled. */
export function asynchronousFor(node: Node): Node {
  const at = node.right!
  const iterator = '.it' + node.from.toString()
  const found = '.found' + node.from.toString()
  const next = new Node(Kind.NAMED, at.from, at.to)
  next.left = nameNode(found, at)
  next.right = wait('step', nameNode(iterator, at), 'async for', at)
  const item = assign(made(Kind.TUPLE, null, [node.left!], node.left!), nameNode(found, at))
  const loop = made(Kind.WHILE, next, [item], node)
  for (let i = 0; i < node.items.length; i++) loop.items.push(node.items[i])
  loop.others = node.others
  return together([assign(nameNode(iterator, at), callNode('iterator', at, at)), loop], node)
}

/** The WITH that was written, as it is compiled. */
export function asynchronousWith(node: Node): Node {
  let body = node.items
  for (let i = node.heads.length - 1; i >= 0; i--) body = withItem(node.heads[i], body)
  return together(body, node)
}
function withItem(item: Node, body: Node[]): Node[] {
  const at = item.left!
  const place = at.from.toString()
  const manager = '.manager' + place
  const value = '.value' + place
  const left = '.left' + place
  const error = '.error' + place
  const inside: Node[] = item.right ? [assign(item.right!, nameNode(value, at))] : []
  for (let i = 0; i < body.length; i++) inside.push(body[i])
  const none = new Node(Kind.NONE, at.from, at.to)
  const not = made(Kind.UNARY, wait('leave', made(Kind.TUPLE, null, [nameNode(manager, at), nameNode(error, at)], at), 'async with', at), [], at)
  not.op = Op.NOT
  const again = made(Kind.IF, not, [new Node(Kind.RAISE, at.from, at.to)], at)
  const handler = named(Kind.HANDLER, error, at)
  handler.left = nameNode('except*.any', at)
  handler.items = [assign(nameNode(left, at), new Node(Kind.FALSE, at.from, at.to)), again]
  const caught = made(Kind.TRY, null, inside, at)
  caught.heads = [handler]
  const leave = wait('leave', made(Kind.TUPLE, null, [nameNode(manager, at), none], at), 'async with', at)
  const all = made(Kind.TRY, null, [caught], at)
  all.finals = [made(Kind.IF, nameNode(left, at), [made(Kind.EXPRESSION, leave, [], at)], at)]
  return [
    assign(nameNode(manager, at), callNode('manager', at, at)),
    assign(nameNode(value, at), wait('enter', nameNode(manager, at), 'async with', at)),
    assign(nameNode(left, at), new Node(Kind.TRUE, at.from, at.to)),
    all,
  ]
}

/** Several statements as one. */
function together(items: Node[], at: Node): Node {
  return made(Kind.IF, new Node(Kind.TRUE, at.from, at.to), items, at)
}
