import type { Condition, NodeId } from '../../graph/graph.js'
import type { Binding } from './bindings.js'

/** What a branch did: the variables it gave other values, and whether its end is reached. */
export interface State {
  changes: ReadonlyMap<Binding, NodeId>
  dead: boolean
  /** What held when its end was reached, beyond what held when it was entered. */
  when: readonly Condition[]
}

/**
 * The reaching definition of each variable at the point where lowering stands. A branch is run on the same map and taken
 * back afterwards, so that it costs what it changes and not what exists.
 */
export class Environment {
  /** The point is not reached: it follows a return, throw, break or continue. */
  dead = false
  /** What has held since the function was entered. */
  path: readonly Condition[] = []
  readonly #values = new Map<Binding, NodeId>()
  readonly #journals: Map<Binding, NodeId | undefined>[] = [new Map()]

  /** Number of branches that are open, to name a point to which a jump leads. */
  get level(): number {
    return this.#journals.length
  }

  get(binding: Binding): NodeId | undefined {
    return this.#values.get(binding)
  }

  set(binding: Binding, node: NodeId): void {
    const journal = this.#journals[this.#journals.length - 1]!
    if (!journal.has(binding)) journal.set(binding, this.#values.get(binding))
    this.#values.set(binding, node)
  }

  /** Takes on that `when` holds from here on. */
  assume(when: readonly Condition[]): void {
    // A longer path adds cost and no knowledge that anyone uses.
    if (when.length > 0 && this.path.length < 40) this.path = [...this.path, ...when]
  }

  /** Runs a branch and takes its changes back. */
  fork(when: readonly Condition[], run: () => void): State {
    const { dead, path, level } = this
    this.#journals.push(new Map())
    this.assume(when)
    run()
    const state = this.since(level, path.length)
    for (const [binding, old] of this.#journals.pop()!) {
      if (old === undefined) this.#values.delete(binding)
      else this.#values.set(binding, old)
    }
    this.dead = dead
    this.path = path
    return state
  }

  /** The state here as seen from where `level` branches were open and the path had `length` conditions. */
  since(level: number, length: number): State {
    const changes = new Map<Binding, NodeId>()
    for (let index = level; index < this.#journals.length; index++) {
      for (const binding of this.#journals[index]!.keys()) changes.set(binding, this.#values.get(binding)!)
    }
    return { changes, dead: this.dead, when: this.path.slice(length) }
  }
}
