import type { NodeId } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import type { CallTable } from './callers.js'
import type { Context } from './context.js'
import { type Caller, whatIsCalled } from './engine.js'
import { newSearch, type Search } from './search.js'
import type { Assumption, Unknown, Value } from './value.js'
import { newWork, type Work } from './work.js'

/** By context and node. */
type ByNode = Map<number, Map<NodeId, Value>>

interface Memo {
  nodes: ByNode
  /** What took too much of the work that there was. */
  unsolved: Map<number, Map<NodeId, GivenUp>>
  named: Map<string, Value>
  contexts: Map<string, Context>
}

/** With how much work the answer was not found. */
interface GivenUp {
  size: number
  reason: Unknown
}

export interface State extends Search {
  /** Memories, one for each set of assumptions in force, and the current one. */
  spaces: Map<string, Memo>
  memo: Memo
  work: Work
  assumptions: Map<string, readonly Assumption[]>
  /** How many activations have been entered. */
  entered: number
  callers: Map<string, readonly Caller[]>
  /** Functions whose callers are being looked for, with the depth of the question; and how many of these searches there are within each other. */
  sought: Map<string, number>
  removes: number
  calls: Map<string, CallTable>
  extraCallers: Map<NodeId, Caller[]>
}

export function newState(files: number): State {
  const first = newMemo()
  return {
    spaces: new Map([['0\n', first]]),
    memo: first,
    ...newSearch(),
    work: newWork(files),
    assumptions: new Map(),
    entered: 0,
    callers: new Map(),
    sought: new Map(),
    removes: 0,
    calls: new Map(),
    extraCallers: new Map(),
  }
}

function newMemo(): Memo {
  return { nodes: new Map(), unsolved: new Map(), named: new Map(), contexts: new Map() }
}

export function keepIn<T>(nodes: Map<number, Map<NodeId, T>>, ctx: Context, id: NodeId, value: T): void {
  remembered(nodes, ctx.id, () => new Map<NodeId, T>()).set(id, value)
}

/** What the same search came to with no less work. */
export function givenUp({ memo, work }: State, id: NodeId, ctx: Context): Value | undefined {
  const found = memo.unsolved.get(ctx.id)?.get(id)
  return found && found.size >= work.size ? found.reason : undefined
}

/** Runs at one remove more, apart from what the question assumes and in a memory of its own: it holds wherever it is asked at as many. */
export function removed<T>(state: State, run: () => T): T {
  const { memo, active, provisional, assumptions, removes } = state
  const called = assumptions.get(whatIsCalled.key)
  state.assumptions = new Map(called && [[whatIsCalled.key, called]])
  state.removes++
  enterSpace(state)
  try {
    return run()
  } finally {
    Object.assign(state, { memo, active, provisional, assumptions, removes })
  }
}

export function grouped(assumptions: readonly Assumption[]): [string, readonly Assumption[]][] {
  const table = new Map<string, Assumption[]>()
  for (const each of assumptions) remembered(table, each.key, (): Assumption[] => []).push(each)
  return [...table]
}

/** Runs with decisions taken, in a memory of its own for them. */
export function assuming<T>(state: State, entries: readonly [string, readonly Assumption[]][], run: () => T): T {
  const added = entries.filter(([key]) => !state.assumptions.has(key))
  if (added.length === 0) return run()
  const { memo, active, provisional } = state
  for (const [key, value] of added) state.assumptions.set(key, value)
  enterSpace(state)
  try {
    return run()
  } finally {
    for (const [key] of added) state.assumptions.delete(key)
    Object.assign(state, { memo, active, provisional })
  }
}

/** Goes over to the memory of what is assumed now. */
function enterSpace(state: State): void {
  const space = [...state.assumptions].map(([key, values]) => `${key}=${values.map((each) => each.value)}`).sort()
  state.memo = remembered(state.spaces, `${state.removes}\n${space.join('\n')}`, newMemo)
  state.active = new Map()
  state.provisional = new Map()
}
