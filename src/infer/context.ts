import type { NodeId } from '../graph/graph.js'
import type { Lazy, Value } from './value.js'

/**
 * One activation of a function, seen from where it was called. `outer` is the activation of the function around it, so
 * that a closure finds the variables that it was made with. The root stands for a module, or for a function whose caller
 * is left open.
 */
export interface Context {
  id: number
  function: NodeId | null
  args: readonly Argument[]
  self?: Lazy
  outer: Context | null
  /** The activation that called; its chain is the call stack. */
  caller: Context | null
  depth: number
  /** Its arguments are not those of one call: parameters are looked up at all callers. */
  open?: true
  /** It is one round of a loop (then `function` is the loop, and the item its argument), or one run of a callback among several. */
  round?: Round
  /** It is a way through a loop's body (then `function` is the loop) on which this variable still is what it was before the loop. */
  trial?: NodeId
  /** What the function finds in a variable that it shares with others, known by its name. */
  finds?: { name: string; value: Value }
  /** The call by which it was entered, when that is a call as it is written. */
  event?: NodeId
}

export interface Round {
  previous: Context | null
  /** How many rounds there are, those of loops around it multiplied in. */
  of: number
}

export interface Argument {
  value: Lazy
  spread?: boolean
  keyword?: string
}

export const root: Context = { id: 0, function: null, args: [], outer: null, caller: null, depth: 0 }

/** The activation of `owner` in which a context runs; undefined when that function's caller is open. */
export function frameOf(ctx: Context, owner: NodeId | null): Context | undefined {
  for (let frame: Context | null = ctx; frame; frame = frame.outer) if (frame.function === owner && owner !== null) return frame
  return undefined
}
