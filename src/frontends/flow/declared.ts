import type { Comment, NodeId } from '../../graph/graph.js'
import { add, type Flow, type Syntax } from './flow.js'

/** The node of what a comment declares; `type`: a value of the type that is declared beside it. */
export function saying(m: Flow, { declares = '', span }: Comment, type: NodeId | undefined): NodeId {
  return m.builder.add({ type: 'declared', word: declares, ...(type !== undefined && { of: type }), span, owner: null })
}

/** A value of which a comment says what it holds, under its name. */
export function declaredValue(m: Flow, syntax: Syntax, name: string, value: NodeId, says: NodeId): NodeId {
  const node = add(m, syntax, { type: 'alias', name, value, annotation: says })
  m.declarations.push({ says, of: node })
  return node
}
