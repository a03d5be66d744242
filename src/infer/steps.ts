import type { Graph, Node, NodeId, NodeOf } from '../graph/graph.js'

/** What can happen to a value that stays what it is: it is named, given a member, changed in place. */
type Step = 'alias' | 'assigned' | 'changed'

/** A value one step earlier; undefined when the node is no such step. */
export function stepBefore(node: Node): NodeId | undefined {
  if (node.type === 'alias') return node.value
  return node.type === 'assigned' || node.type === 'changed' ? node.object : undefined
}

/** A value before all steps of some types that lead to it. */
export function before({ node }: { node: Graph['node'] }, id: NodeId, ...through: readonly Step[]): NodeId {
  let at = id
  for (let step = node(at); (through as readonly string[]).includes(step.type); step = node(at)) at = stepBefore(step)!
  return at
}

/** Every node on the ways from a value back to its beginnings, which are among them. */
export function* waysBack({ node: nodeOf }: { node: Graph['node'] }, end: NodeId): Generator<NodeId> {
  const todo: NodeId[] = [end]
  const seen = new Set<NodeId>()
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    yield id
    todo.push(...waysFrom(nodeOf(id)))
  }
}

function waysFrom(node: Node): readonly NodeId[] {
  if (node.type === 'affected') return [node.before]
  if (node.type === 'rounds') return [node.otherwise]
  if (node.type === 'merge') return node.options.map((option) => option.node)
  const earlier = stepBefore(node)
  return earlier === undefined ? [] : [earlier]
}

/** Whether the ways back from a value begin at a node. */
export function isOrigin(node: Node): boolean {
  return waysFrom(node).length === 0
}

/** The name of the method that a call is of: `add` of `model.add(…)`. */
export function methodCalled({ node: nodeOf }: { node: Graph['node'] }, id: NodeId): string | undefined {
  const call = nodeOf(id)
  const callee = call.type === 'call' ? nodeOf(call.callee) : undefined
  return callee?.type === 'member' && typeof callee.key === 'string' ? callee.key : undefined
}

/** The name of the method that a step calls on the object itself. */
export function methodOf(graph: { node: Graph['node'] }, step: Node | NodeOf<'changed'>): string | undefined {
  return step.type === 'changed' && step.as === 'receiver' ? methodCalled(graph, step.event) : undefined
}

/** Whether a step is a call that, by its name, puts its result in the place of its receiver or first argument: `p.log_()`, `torch.log_(p)`. */
export function isInPlace(graph: { node: Graph['node'] }, step: Node): boolean {
  if (step.type !== 'changed' || (step.as !== 'receiver' && step.as !== 0)) return false
  return /[^_]_$/.test(methodCalled(graph, step.event) ?? '')
}
