import type { Graph, Node, NodeId } from '../graph/graph.js'
import { remembered } from '../remembered.js'

interface Table {
  byFile: Map<string, NodeId[]>
  /** Nodes that are in it: a graph grows while files are read. */
  seen: number
}

const tables = new WeakMap<Graph, Table>()

/** The nodes of a file, in the order in which they were made, with their ids. */
export function nodesIn(graph: Graph, file: string): { id: NodeId; node: Node }[] {
  const table = remembered(tables, graph, (): Table => ({ byFile: new Map(), seen: 0 }))
  for (; table.seen < graph.size(); table.seen++) {
    const id = table.seen as NodeId
    remembered(table.byFile, graph.node(id).span.file, (): NodeId[] => []).push(id)
  }
  return (table.byFile.get(file) ?? []).map((id) => ({ id, node: graph.node(id) }))
}
