import { remembered } from '../remembered.js'

/** Questions that are open, by name, and what has been found on the way. */
export interface Search {
  /** Questions under evaluation, with their depth. */
  active: Map<string, number>
  /** Depths of the open questions on which the current one has turned out to rest. */
  open: Set<number>
  /** Answers that rest on open questions, and what to forget when the question of a depth is answered. */
  provisional: Map<string, { answer: unknown; open: ReadonlySet<number> }>
  expiring: Map<number, (() => void)[]>
  depth: number
}

export function newSearch(): Search {
  return { active: new Map(), open: new Set(), provisional: new Map(), expiring: new Map(), depth: 0 }
}

/**
 * Looks for an answer, and keeps it for good unless it rests on questions further out that are still open; then only
 * until the innermost of them is answered. Undefined when this very question is still open.
 */
export function search<T>(state: Search, key: string, compute: () => T, keep: (answer: T) => void): T | undefined {
  const { active, provisional } = state
  const running = active.get(key)
  if (running !== undefined) {
    state.open.add(running)
    return undefined
  }
  const earlier = provisional.get(key)
  if (earlier) {
    for (const depth of earlier.open) state.open.add(depth)
    return earlier.answer as T
  }
  const outer = state.open
  const open = new Set<number>()
  const depth = state.depth++
  state.open = open
  active.set(key, depth)
  try {
    const answer = compute()
    open.delete(depth)
    if (open.size === 0) keep(answer)
    else {
      provisional.set(key, { answer, open })
      remembered(state.expiring, Math.max(...open), (): (() => void)[] => []).push(() => provisional.delete(key))
    }
    return answer
  } finally {
    active.delete(key)
    for (const expire of state.expiring.get(depth) ?? []) expire()
    state.expiring.delete(depth)
    state.depth--
    state.open = outer
    for (const each of open) outer.add(each)
  }
}
