import type { NodeId } from '../graph/graph.js'
import type { Followed } from './argument.js'
import type { Engine } from './engine.js'
import { stepBefore } from './steps.js'
import { isThunk, type Lazy } from './value.js'

/** What a model gives in training: batches go in, and come out. */
export function ofBatch(followed: Followed): Followed {
  return withRank(followed, 2)
}

function withRank({ argument, ...more }: Followed, least: number): Followed {
  const rank = Math.max(argument.facts.rank ?? 0, least)
  return { ...more, argument: { ...argument, facts: { ...argument.facts, rank } } }
}

/** Names of what hands out batches. */
const handsOut = /load|batch|_dl\b|_iter\b/i

/** A target that a loop takes from a loader, or a function from a batch that it is given, has an entry for each row. */
export function labelsOfBatch(engine: Engine, label: Lazy, target: Followed): Followed {
  return isThunk(label) && isOfBatch(engine, label.node) ? withRank(target, 1) : target
}

function isOfBatch({ graph }: Engine, label: NodeId): boolean {
  let at = label
  for (let steps = 0; steps < longestWay; steps++) {
    const node = graph.node(at)
    if (node.type === 'item') return handsOut.test(graph.text(graph.node(node.of).span))
    if (node.type === 'parameter') return handsOut.test(node.name ?? '')
    const callee = node.type === 'call' ? graph.node(node.callee) : undefined
    // A method that moves or casts it.
    const before = callee?.type === 'member' ? callee.object : node.type === 'member' ? node.object : stepBefore(node)
    if (before === undefined) return false
    at = before
  }
  return false
}

const longestWay = 32
