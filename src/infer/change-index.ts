import type { NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import type { Engine } from './engine.js'
import { isChanging } from './looking-on.js'
import { chainOf, isRewritten, type Part, partsBehind } from './origins.js'
import { isInPlace, methodOf } from './steps.js'

/** What is done to an object, or to a part of it, that was reached by another name than the object's. */
export interface Indirect extends Part {
  leaf: NodeId
  /** From the first to the last. */
  steps: readonly (NodeOf<'assigned'> | NodeOf<'changed'>)[]
}

interface Index {
  /** The last changes of each object, by the node where it comes from. */
  leaves: Map<NodeId, NodeId[]>
  /** By the node where the whole comes from. */
  indirect: Map<NodeId, Indirect[]>
  /** Imports whose objects are changed, by the name that they import. */
  imported: Map<string, Set<NodeId>>
  /** Where the lists come from whose items a loop changes in place. */
  looped: Set<NodeId>
  /** Nodes that have been looked at; files are lowered as they are needed. */
  seen: number
}

const indexes = new WeakMap<Engine, Index>()

/** All changes of objects in place that have been read. */
export function changesIn(engine: Engine): Readonly<Index> {
  const index = remembered(indexes, engine, () => ({
    leaves: new Map<NodeId, NodeId[]>(),
    indirect: new Map<NodeId, Indirect[]>(),
    imported: new Map<string, Set<NodeId>>(),
    looped: new Set<NodeId>(),
    seen: 0,
  }))
  const { graph } = engine
  for (const size = graph.size(); index.seen < size; index.seen++) {
    const id = index.seen as NodeId
    const node = graph.node(id)
    if (node.type === 'assigned' || isInPlace(graph, node) || isChanging(graph, methodOf(graph, node) ?? '')) note(engine, index, id)
  }
  return index
}

/** A change takes the place of those that it is built on. */
function note(engine: Engine, index: Index, id: NodeId): void {
  const { graph } = engine
  const chain = chainOf(graph, id)
  const base = chain.at(-1)!
  const origin = graph.node(base)
  if (origin.type === 'import') remembered(index.imported, origin.name, () => new Set<NodeId>()).add(base)
  const others = index.leaves.get(base) ?? []
  index.leaves.set(base, [...others.filter((each) => !chain.includes(each)), id])
  if (origin.type === 'item' && isInPlace(graph, graph.node(id))) index.looped.add(chainOf(graph, origin.of).at(-1)!)
  noteParts(engine, index, id, chain)
}

function noteParts({ graph }: Engine, { indirect }: Index, id: NodeId, chain: readonly NodeId[]): void {
  const node = graph.node(id)
  if (node.type === 'assigned' && isRewritten(graph, node)) return
  const steps = chain.map((each) => graph.node(each)).filter((each) => each.type === 'assigned' || each.type === 'changed')
  for (const part of partsBehind(graph, id)) {
    const known = indirect.get(part.whole) ?? []
    const others = known.filter(({ leaf }) => !chain.includes(leaf))
    indirect.set(part.whole, [...others, { ...part, leaf: id, steps: [...steps].reverse() }])
  }
}
