import type { Condition, NodeId } from '../../graph/graph.js'
import { conditionsOf } from './conditions.js'
import type { State } from './environment.js'
import { add, type Flow, type Syntax } from './flow.js'
import { branch, framed, goOn, join } from './joins.js'

/** Does one thing or the other, as the test comes out. */
export function choose(m: Flow, syntax: Syntax, test: NodeId, yes: () => void, no: () => void): void {
  const first = branch(m, conditionsOf(m, test, true), yes)
  const second = branch(m, conditionsOf(m, test, false), no)
  join(m, syntax, [first, second])
}

/** Alternatives, each of which goes on to the next where it does not hold; of very many, each on its own. */
export function inTurn<S extends Syntax>(m: Flow, clauses: readonly S[], run: (clause: S, next: () => void) => void): void {
  const from = (index: number): void => {
    const clause = clauses[index]
    if (clause && index < mostNested) run(clause, () => from(index + 1))
    else if (clause) {
      const states = clauses.slice(index).map((each) => branch(m, [], () => run(each, () => {})))
      join(m, clause, states)
    }
  }
  from(0)
}

/** Alternatives within alternatives: more of them would be the end of the stack. */
const mostNested = 100

/** The value of one expression or of the other, as the test comes out. */
export function conditional(m: Flow, syntax: Syntax, test: NodeId, first: () => NodeId, second: () => NodeId): NodeId {
  const yes = conditionsOf(m, test, true)
  const no = conditionsOf(m, test, false)
  const one = valued(m, yes, first)
  const other = valued(m, no, second)
  join(m, syntax, [one.state, other.state])
  const options = [
    { node: one.value, when: yes },
    { node: other.value, when: no },
  ]
  return add(m, syntax, { type: 'merge', reason: 'branch', options })
}

function valued(m: Flow, when: readonly Condition[], run: () => NodeId): { value: NodeId; state: State } {
  let value: NodeId
  const state = branch(m, when, () => {
    value = run()
  })
  return { value: value!, state }
}

export type Logical = '&&' | '||' | '??'

export function isLogical(name: string): name is Logical {
  return name === '&&' || name === '||' || name === '??'
}

/** A logical operator whose left operand has been lowered. */
export function logical(m: Flow, syntax: Syntax, name: Logical, left: NodeId, right: () => NodeId, rightSyntax: Syntax): NodeId {
  const when = outcome(m, name, left, true)
  return add(m, syntax, { type: 'operator', operator: name, operands: [left, perhaps(m, name, left, right, rightSyntax)], when })
}

/** Lowers the right operand of a logical operator, which may not be evaluated. */
export function perhaps(m: Flow, name: Logical, left: NodeId, right: () => NodeId, rightSyntax: Syntax): NodeId {
  const { value, state } = valued(m, outcome(m, name, left, true), right)
  // Most operands change nothing, and then there is nothing to join.
  if (state.changes.size > 0) join(m, rightSyntax, [state, branch(m, outcome(m, name, left, false), () => {})])
  return value
}

/** What the left operand was when the right one is evaluated, or when it is not. */
function outcome(m: Flow, name: Logical, left: NodeId, evaluated: boolean): Condition[] {
  return name === '??' ? [] : conditionsOf(m, left, (name === '&&') === evaluated)
}

interface Attempt {
  body: () => void
  /** Of these one may run, when something was thrown. */
  handlers: readonly { syntax: Syntax; run: () => void }[]
  /** Runs at the end of the body, when nothing was thrown; what it throws itself is not handled here. */
  otherwise?: () => void
  /** Runs in any case. */
  last?: () => void
}

export function attempt(m: Flow, syntax: Syntax, { body, handlers, otherwise, last }: Attempt): void {
  const { env } = m.fn
  const { dead } = env
  let tried: State
  const frame = framed(m, 'try', null, () => {
    tried = branch(m, [], body)
  })
  // A handler may be entered before anything was done, after everything, and from each throw.
  const before: State = { changes: new Map(), dead, when: [] }
  const entries = [before, ...[tried!, ...frame.throws].map((state) => ({ ...state, when: [] }))]
  const ended = otherwise ? branch(m, [], () => goOn(m, syntax, tried, otherwise)) : tried!
  const handled = handlers.map((each) => branch(m, [], () => handle(m, entries, each)))
  join(m, syntax, [ended, ...handled])
  if (last) inAnyCase(m, dead, last)
}

function handle(m: Flow, entries: readonly State[], { syntax, run }: Attempt['handlers'][number]): void {
  join(m, syntax, entries)
  run()
}

/** What comes last runs when the point before was reached, though it may lead nowhere. */
function inAnyCase(m: Flow, dead: boolean, last: () => void): void {
  const { env } = m.fn
  const ended = env.dead
  env.dead = dead
  last()
  env.dead ||= ended
}
