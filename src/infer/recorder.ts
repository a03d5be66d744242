import type { NodeId } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { nothing, type Value } from './value.js'

/** One evaluation: what came back, and the evaluations that it asked for. */
export interface Step {
  /** Null for what has a name instead of a node, such as a variable that functions share. */
  node: NodeId | null
  ctx: Context
  value: Value
  asked: readonly Step[]
}

export interface Recorder {
  /** The steps that were taken while something ran. */
  during(run: () => Value): Step
}

/** Has an engine tell of all that it evaluates from now on. Nothing of it is there, and nothing costs, without this call. */
export function record(engine: Engine): Recorder {
  const { evaluate, once, callers, frame, graph } = engine
  const before = new Map<string, Step[]>()
  let asked: Step[] = []
  const during = (node: NodeId | null, ctx: Context, run: () => Value): Step => {
    const outer = asked
    asked = []
    try {
      const value = run()
      return { node, ctx, value, asked }
    } finally {
      asked = outer
    }
  }
  /** An answer that was remembered comes with the steps that led to it the first time. */
  const add = (key: string, step: Step): Value => {
    const earlier = remembered(before, key, (): Step[] => [])
    const first = step.asked.length === 0 ? earlier.find(({ value }) => value === step.value) : undefined
    if (!first) earlier.push(step)
    asked.push(first ?? step)
    return step.value
  }
  engine.evaluate = (node, ctx) => {
    const own = frame(ctx, graph.node(node).owner)
    return add(
      `${own.id}:${node}`,
      during(node, own, () => evaluate(node, ctx)),
    )
  }
  engine.once = (name, compute, meanwhile) =>
    add(
      name,
      during(null, root, () => once(name, compute, meanwhile)),
    )
  // Which calls there are is no part of a value's way.
  engine.callers = (fn) => {
    let found: ReturnType<typeof callers>
    during(null, root, () => {
      found = callers(fn)
      return nothing
    })
    return found
  }
  return { during: (run) => during(null, root, run) }
}
