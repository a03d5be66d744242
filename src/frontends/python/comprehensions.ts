import type { NodeId } from '../../graph/graph.js'
import { add, spanOf, unknown } from '../flow/flow.js'
import { enterFunction, finishFunction } from '../flow/functions.js'
import { storeTo } from './assignments.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { isSequence, part, parts, type Syntax } from './syntax.js'

/** `for x in xs`, with the tests that follow it. */
interface Clause {
  syntax: Syntax
  target: Syntax
  of: readonly Syntax[]
  tests: Syntax[]
}

/** `[f(x) for x in xs if p(x)]` is `map(f, filter(p, xs))`; a further `for` makes lists, which are joined. */
export function lowerComprehension(m: Lowering, node: Syntax): NodeId {
  const clauses: Clause[] = []
  for (const child of node.children) {
    if (child.type === 'for_in_clause') clauses.push({ syntax: child, target: part(child, 'left')!, of: parts(child, 'right'), tests: [] })
    else if (child.type === 'if_clause') clauses.at(-1)?.tests.push(child.children[0]!)
  }
  const body = part(node, 'body')
  if (!body || clauses.length === 0) return unknown(m, node, 'it does not parse')
  const list = clauseOf(m, node, clauses, node, body)
  return node.type === 'dictionary_comprehension' ? callOwn(m, node, 'dict', [list]) : list
}

/** `fn`: the syntax by which the function of the clause is known. */
function clauseOf(m: Lowering, whole: Syntax, [clause, ...inner]: readonly Clause[], fn: Syntax, body: Syntax): NodeId {
  const { target, of, tests, syntax } = clause!
  let items = of.length === 1 ? lower(m, of[0]!) : unknown(m, syntax, 'it is several values at once')
  const outer = m.scope
  m.scope = m.scopes.byNode.get(whole) ?? outer
  for (const test of tests) items = callOwn(m, test, 'filter', [each(m, fn, target, () => lower(m, test)), items])
  const [next] = inner
  const made = each(m, fn, target, () => (next ? clauseOf(m, whole, inner, next.syntax, body) : itemOf(m, body)))
  m.scope = outer
  const list = callOwn(m, whole, 'map', [made, items])
  return next ? callOwn(m, whole, 'flatten', [list]) : list
}

/** The function that is run for each item. */
function each(m: Lowering, syntax: Syntax, target: Syntax, body: () => NodeId): NodeId {
  const id = unknown(m, syntax, 'function being made')
  const outer = m.fn
  const place = { name: null, prefix: outer.qualified, method: null, hoisted: false, inline: true }
  m.fn = enterFunction(m, syntax, id, place, outer.class)
  const name = target.type === 'identifier' ? target.text : 'item'
  const item = add(m, target, { type: 'parameter', function: id, index: 0, rest: false, name })
  const binding = target.type === 'identifier' ? m.scope.names.get(target.text) : undefined
  if (binding) {
    m.fn.env.set(binding, item)
    binding.node = item
  } else if (isSequence(target)) storeTo(m, target, item)
  m.fn.returns.push({ node: body(), when: [] })
  const known = { name: null, qualified: null, params: [item], method: null, arrow: true, generator: false, async: false, inline: true }
  finishFunction(m, known)
  m.fn = outer
  return id
}

function itemOf(m: Lowering, body: Syntax): NodeId {
  if (body.type !== 'pair') return lower(m, body)
  const items = body.children.map((each) => ({ node: lower(m, each), span: spanOf(m, each) }))
  return add(m, body, { type: 'list', items })
}

/** A call of a function of the language. */
function callOwn(m: Lowering, syntax: Syntax, name: string, args: readonly NodeId[]): NodeId {
  const callee = add(m, syntax, { type: 'name', module: 'global:', path: [name] })
  const elements = args.map((node) => ({ node, span: m.builder.nodes[node]!.span }))
  const id = add(m, syntax, { type: 'call', callee, args: elements, construct: false })
  m.calls.push(id)
  return id
}
