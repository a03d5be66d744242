import type { NodeId, NodeOf, Variable } from '../graph/graph.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { waysBack } from './steps.js'

/**
 * Whether a function that was made in a round of a loop reads a variable of that loop when the round is over: where one
 * variable serves all rounds, it then holds what the last of them left.
 */
export function readsLate(engine: Engine, { variable: id, reader, round }: NodeOf<'captured'>, ctx: Context): boolean {
  const variable = engine.graph.variable(id)
  if (!variable.lasting) return false
  const frame = engine.frame(ctx, reader)
  const loop = frame.function === reader ? roundOf(engine, frame, variable) : undefined
  return loop !== undefined && !isWithin(frame.caller, loop) && (round !== undefined || isSetIn(engine, variable, loop.function!))
}

/** The round in which a function was made, if the variable is one of a function around the loop. */
function roundOf(engine: Engine, frame: Context, { scope }: Variable): Context | undefined {
  for (let at = frame.outer; at && at.function !== scope; at = at.outer)
    if (at.function !== null && engine.graph.node(at.function).type === 'loop') return at
  return undefined
}

/** Whether a call is part of a round: itself, or one of those that led to it. */
function isWithin(call: Context | null, round: Context): boolean {
  for (let caller = call; caller; caller = caller.caller)
    for (let at: Context | null = caller; at; at = at.outer) if (at === round) return true
  return false
}

function isSetIn(engine: Engine, { ends }: Variable, loop: NodeId): boolean {
  return ends.some((end) => [...waysBack(engine.graph, end.node)].some((id) => isPartOf(engine, id, loop)))
}

function isPartOf(engine: Engine, id: NodeId, loop: NodeId): boolean {
  const node = engine.graph.node(id)
  if (node.type === 'rounds' && node.of === loop) return true
  for (let { owner } = node; owner !== null; owner = engine.graph.node(owner).owner) if (owner === loop) return true
  return false
}
