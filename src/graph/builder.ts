import type { Node, NodeId, Variable, VariableId } from './graph.js'

/** Append-only store that a front-end lowers into. */
export class GraphBuilder {
  readonly nodes: Node[] = []
  readonly variables: Variable[] = []

  add(node: Node): NodeId {
    this.nodes.push(node)
    return (this.nodes.length - 1) as NodeId
  }

  /** Replaces a node that had to exist before its content: a loop's merge, a function. */
  set(id: NodeId, node: Node): void {
    this.nodes[id] = node
  }

  declare(variable: Variable): VariableId {
    this.variables.push(variable)
    return (this.variables.length - 1) as VariableId
  }
}
