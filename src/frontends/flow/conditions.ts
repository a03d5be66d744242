import type { Condition, Node, NodeId } from '../../graph/graph.js'
import { type Flow, nodeOf, operator, type Syntax, unnamed } from './flow.js'

/** What holds when the test came out as `holds`. */
export function conditionsOf(m: Flow, test: NodeId, holds: boolean): Condition[] {
  const found: Condition[] = []
  const open: { id: NodeId; holds: boolean }[] = [{ id: test, holds }]
  // A long chain of tests adds cost and no knowledge that anyone uses.
  for (let next = open.pop(), steps = 0; next && steps < 40; next = open.pop(), steps++) {
    const node = unnamed(m, next.id)
    const operands = node.type === 'operator' ? node.operands : []
    const name = node.type === 'operator' ? node.operator : ''
    if (name === '!') open.push({ id: operands[0]!, holds: !next.holds })
    else if ((name === '&&' && next.holds) || (name === '||' && !next.holds)) {
      for (const id of [...operands].reverse()) open.push({ id, holds: next.holds })
    } else {
      found.push(single(m, next.id, next.holds))
    }
  }
  return found
}

/** What the value of an expression is decided by, to be compared with literals as a switch does. */
export function decisionOn(m: Flow, subject: NodeId): string | undefined {
  const key = describe(m, subject, 0)
  return key && `${key}==`
}

/** The test of a case of a switch. */
export function caseTest(m: Flow, syntax: Syntax, subject: NodeId, label: NodeId): NodeId {
  return operator(m, syntax, '===', [subject, label])
}

function single(m: Flow, id: NodeId, holds: boolean): Condition {
  const node = unnamed(m, id)
  const opposite = node.type === 'operator' ? opposites[node.operator] : undefined
  if (node.type === 'operator' && opposite) return single(m, m.builder.add({ ...node, operator: opposite }), !holds)
  if (node.type !== 'operator' || !/^[!=]==?$/.test(node.operator)) return condition(describe(m, id, 0), String(holds), id)
  const { span, owner, operands } = node
  const negative = node.operator.startsWith('!')
  const equal = negative !== holds
  const against = comparedWith(m, operands)
  if (against) {
    const { subject, text } = against
    const key = describe(m, subject, 0)
    // Not the key of the subject itself, which stands for its truth.
    return condition(key, equal ? text : `!${text}`, subject, '==')
  }
  // A constant decides the test itself, so an inequality is asked the other way round.
  const test = negative ? m.builder.add({ type: 'operator', operator: '===', operands, span, owner }) : id
  return condition(joined(m, '===', operands, 0), String(equal), test)
}

/** Of comparisons that exclude each other one stands for both. */
const opposites: Readonly<Record<string, string | undefined>> = { '<=': '>', '>=': '<' }

/** A decision on values that belong to one round of a loop has no name by which others could mean the same. */
function condition(key: string | undefined, value: string, test: NodeId, suffix = ''): Condition {
  return key === undefined ? { key: `round ${test}`, value, test, round: true } : { key: key + suffix, value, test }
}

/** A comparison with a literal: what is compared, and with which text. */
function comparedWith(m: Flow, operands: readonly NodeId[]): { subject: NodeId; text: string } | undefined {
  for (const [index, id] of operands.entries()) {
    const node = nodeOf(m, id)
    if (node.type !== 'literal') continue
    const text = String(node.value)
    // Text that reads like the outcome of a test would be taken for one.
    return text === 'true' || text === 'false' || text.startsWith('!') ? undefined : { subject: operands[1 - index]!, text }
  }
  return undefined
}

/**
 * The text of a test in which each variable is the definition that reaches it: the same for the same decision on the same
 * values. Undefined when the values belong to one round of a loop.
 */
function describe(m: Flow, id: NodeId, depth: number): string | undefined {
  const node = nodeOf(m, id)
  if (depth > 12) return leaf(m, id)
  if (node.type === 'literal') return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value)
  if (node.type === 'alias') return describe(m, node.value, depth)
  if (node.type === 'name') return node.path.join('.')
  if (node.type === 'import') return `${node.specifier}#${node.name}`
  if (node.type === 'captured') return `$${node.variable}`
  if (node.type === 'merge' && isReceiver(m, node)) return describe(m, node.options[0]!.node, depth)
  if (node.type === 'this') return node.class === null ? leaf(m, id) : `this@${node.class}`
  if (node.type === 'operator') return looksInside(m, node) ? leaf(m, id) : joined(m, node.operator, node.operands, depth)
  if (node.type === 'member') return describeMember(m, node, depth)
  // Whatever is done to an object, it stays the same object; and what is no object stays as it is.
  if (node.type === 'changed' || node.type === 'assigned') return describe(m, node.object, depth)
  return leaf(m, id)
}

/** Whether an operator tells of an object what may have changed. */
function looksInside(m: Flow, { operator, operands }: Node & { type: 'operator' }): boolean {
  return operator === 'in' && operands.some((each) => ['changed', 'assigned'].includes(nodeOf(m, each).type))
}

/** The receiver of the function around, as an inline function finds it. */
function isReceiver(m: Flow, { reason, options, owner }: Node & { type: 'merge' }): boolean {
  return reason === 'loop' && options.length === 1 && owner !== null && nodeOf(m, owner).type !== 'loop'
}

function leaf(m: Flow, id: NodeId): string | undefined {
  const { loopStart } = m.fn
  return loopStart !== null && id >= loopStart ? undefined : `#${id}`
}

function joined(m: Flow, name: string, operands: readonly NodeId[], depth: number): string | undefined {
  const parts = operands.map((each) => describe(m, each, depth + 1))
  return parts.includes(undefined) ? undefined : `${name}(${parts.join(',')})`
}

function describeMember(m: Flow, { object, key }: Node & { type: 'member' }, depth: number): string | undefined {
  // Giving the object another member does not touch this one.
  let holder = object
  for (let node = nodeOf(m, holder); typeof key === 'string'; node = nodeOf(m, holder)) {
    if (node.type !== 'assigned' || typeof node.key !== 'string' || node.key === key) break
    holder = node.object
  }
  const owner = nodeOf(m, holder)
  if (owner.type === 'assigned' && owner.key === key) return describe(m, owner.value, depth + 1)
  const from = owner.type === 'changed' || owner.type === 'assigned' ? leaf(m, holder) : describe(m, holder, depth + 1)
  const name = typeof key === 'string' ? key : describe(m, key, depth + 1)
  return from === undefined || name === undefined ? undefined : `${from}.${name}`
}
