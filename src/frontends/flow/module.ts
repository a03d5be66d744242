import type { GraphBuilder } from '../../graph/builder.js'
import type { NodeId } from '../../graph/graph.js'
import { type Binding, isConstant } from './bindings.js'
import type { Flow, FunctionContext, Syntax } from './flow.js'
import { nothingDone } from './functions.js'
import { captured, recordEnds, valuesAtEnd } from './variables.js'

/** The context in which what stands outside of functions is lowered. */
export function moduleContext(syntax: Syntax, self: Binding): FunctionContext {
  return {
    id: null,
    owner: null,
    syntax,
    parent: null,
    hoisted: false,
    inline: false,
    qualified: null,
    made: [],
    ...nothingDone(),
    self,
    class: null,
    receiver: null,
  }
}

/** A variable as it is when all has run, changes by functions included. */
export function seenFromOutside(m: Flow, binding: Binding): NodeId {
  return binding.node !== undefined && isConstant(binding) ? binding.node : captured(m, m.fn, binding, m.fn.syntax)
}

/** Writes down what is left in variables when all has run; `first` is the first variable of the file. */
export function finishModule(m: Flow, first: number): void {
  recordEnds(m, m.fn, valuesAtEnd(m, m.fn))
  sortEnds(m.builder, first)
}

/** Functions are lowered in another order than they stand in. */
function sortEnds(builder: GraphBuilder, first: number): void {
  const start = (id: NodeId | null) => (id === null ? -1 : builder.nodes[id]!.span.start)
  for (const variable of builder.variables.slice(first)) variable.ends.sort((a, b) => start(a.function) - start(b.function))
}

/** The calls of the file, as they stand in it. */
export function callsInOrder({ builder, calls }: Flow): NodeId[] {
  const span = (id: NodeId) => builder.nodes[id]!.span
  return [...calls].sort((a, b) => span(a).start - span(b).start || span(a).end - span(b).end)
}
