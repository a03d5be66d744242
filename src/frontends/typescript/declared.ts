import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { saying } from '../flow/declared.js'
import type { Lowering } from './lowering.js'
import { bare, isFunctionValue } from './syntax.js'

/** What the documentation comment right before a piece of syntax says that it holds. */
export function sayingBefore(m: Lowering, syntax: ts.Node, type?: NodeId): NodeId | undefined {
  if (m.declaring.length === 0) return undefined
  const start = syntax.getStart(m.source)
  const found = m.declaring.findLast(({ span }) => {
    return span.start >= syntax.pos && span.end <= start && m.source.text.startsWith('/**', span.start)
  })
  return found && saying(m, found, type)
}

/** Hands what is said of a variable or property on to the value that it is given there: of a function, to its result. */
export function handOn(m: Lowering, said: NodeId | undefined, value: ts.Expression): void {
  if (said === undefined) return
  const inner = bare(value)
  m.said.set(isFunctionValue(inner) ? inner : value, said)
}
