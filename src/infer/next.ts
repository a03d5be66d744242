import type { Graph, NodeId } from '../graph/graph.js'
import type { Site } from './callbacks.js'
import { anyItem } from './lists.js'
import { before } from './steps.js'
import type { List, Value } from './value.js'

/** What `next` gives: the first item, where nothing else can have taken it: of what is gone through for this call alone, or by this call alone. */
export function nextOf(list: List, site: Site): Value | undefined {
  const first = list.items[0]
  if (first === undefined) return undefined
  return takesFirst(site) ? site.engine.force(first) : anyItem(site.engine, list)
}

function takesFirst({ engine: { graph }, event }: Site): boolean {
  const call = event === undefined ? undefined : graph.node(event)
  if (call?.type !== 'call' || call.args[0] === undefined) return true
  const origin = (id: NodeId) => before(graph, id, 'alias', 'changed')
  const from = origin(call.args[0].node)
  if (from === call.args[0].node && graph.node(from).type === 'call') return true
  const isInLoop = call.owner !== null && call.owner !== graph.node(from).owner && graph.node(call.owner).type === 'loop'
  const others = graph.module(call.span.file)?.calls ?? []
  return !isInLoop && others.every((each) => each === event || !takesFrom(graph, each, from, origin))
}

/** Whether a call takes an item of the same sequence. */
function takesFrom(graph: Graph, id: NodeId, from: NodeId, origin: (id: NodeId) => NodeId): boolean {
  const call = graph.node(id)
  const callee = call.type === 'call' ? graph.node(call.callee) : undefined
  if (
    call.type !== 'call' ||
    call.args[0] === undefined ||
    callee?.type !== 'name' ||
    graph.words.globals.get(callee.path.join('.')) !== 'takes next'
  )
    return false
  return origin(call.args[0].node) === from
}
