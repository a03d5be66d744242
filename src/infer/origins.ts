import type { Graph, NodeId, NodeOf } from '../graph/graph.js'
import { before, stepBefore } from './steps.js'

/** A node and those that it was made from by naming and changing, down to where the object comes from. */
export function chainOf(graph: Graph, id: NodeId): NodeId[] {
  const chain = [id]
  for (let next = stepBefore(graph.node(id)); next !== undefined; next = stepBefore(graph.node(next))) chain.push(next)
  return chain
}

/** A part of an object, by the node where that comes from, and the members that lead to it. */
export interface Part {
  whole: NodeId
  path: readonly string[]
}

/** Names, members and items that are walked through. */
const farthest = 32

/**
 * What a value is (then the path is empty) or is a part of, where it was reached by another name than the whole: a member
 * that has a name of its own, an item of a list or a dictionary that is written out, or of a loop over one, what a block is
 * entered with.
 */
export function partsBehind(graph: Graph, id: NodeId, path: readonly string[] = [], renamed = false, steps = 0): Part[] {
  const chain = chainOf(graph, id)
  const whole = chain.at(-1)!
  const origin = graph.node(whole)
  if (steps > farthest) return []
  const isNamed = (each: NodeId) => graph.node(each).type === 'alias'
  if (origin.type === 'member' && typeof origin.key === 'string') {
    const held = heldUnder(graph, origin.object, origin.key)
    const named = renamed || chain.some(isNamed)
    if (held !== undefined) return partsBehind(graph, held, path, named || isNamed(held), steps + 1)
    return partsBehind(graph, origin.object, [origin.key, ...path], named, steps + 1)
  }
  if (origin.type === 'operator' && origin.operator === 'enter') return partsBehind(graph, origin.operands[0]!, path, true, steps + 1)
  // What a loop does to the items of a list, the list itself has: only their own names are others.
  if (origin.type === 'item') return itemsOf(graph, origin.of).flatMap((item) => partsBehind(graph, item, path, isNamed(item), steps + 1))
  return renamed ? [{ whole, path }] : []
}

/** What a list or a dictionary that is written out, or something since an assignment, holds under a key. */
function heldUnder(graph: Graph, object: NodeId, key: string): NodeId | undefined {
  for (let at: NodeId | undefined = object; at !== undefined; at = stepBefore(graph.node(at))) {
    const node = graph.node(at)
    if (node.type === 'assigned' && typeof node.key !== 'string') return undefined
    if (node.type === 'assigned' && node.key === key && !isRewritten(graph, node)) return node.value
    if (node.type === 'list') return itemsOf(graph, at)[Number(key)]
    if (node.type === 'record')
      return node.entries.every((entry) => typeof entry.key === 'string')
        ? node.entries.findLast((entry) => entry.key === key)?.node
        : undefined
  }
  return undefined
}

/** Whether what a member is assigned is what it held, changed in place: `o.a.b = …` assigns `o.a`, too. */
export function isRewritten(graph: Graph, { object, key, value }: NodeOf<'assigned'>): boolean {
  const from = graph.node(before(graph, value, 'assigned', 'changed'))
  return from.type === 'member' && from.object === object && from.key === key
}

/** The items of a list that is written out whole. */
function itemsOf(graph: Graph, list: NodeId): readonly NodeId[] {
  const node = graph.node(chainOf(graph, list).at(-1)!)
  if (node.type !== 'list' || node.every !== undefined || node.items.some(({ spread }) => spread)) return []
  return node.items.map((item) => item.node)
}
