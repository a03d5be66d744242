import { type Catalog, lastName } from '../contracts/catalog.js'
import { type Contract, calledWith, isLoss } from '../contracts/contract.js'
import type { NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import type { Engine } from './engine.js'
import { isChained } from './operations.js'

/** The fewest arguments that calls of losses have: of methods of values by their name, of all others. */
interface Fewest {
  methods: ReadonlyMap<string, number>
  others: number
}

const tables = new WeakMap<Catalog, Fewest>()

/**
 * False when the call of a member has fewer arguments than any loss; then it need not be asked what is called. Where
 * arguments are bound to functions, none are too few.
 */
export function mayCallLoss({ catalog, graph }: Engine, { callee, args, span }: NodeOf<'call'>): boolean {
  const member = graph.node(callee)
  if (member.type !== 'member' || args.some((arg) => arg.spread)) return true
  const { methods, others } = remembered(tables, catalog, () => fewest(catalog.contracts.filter(isLoss)))
  const own = typeof member.key === 'string' ? methods.get(member.key) : undefined
  return args.length >= Math.min(own ?? others, others) || graph.mentions(span.file, 'bind')
}

function fewest(losses: readonly Contract[]): Fewest {
  const methods = new Map<string, number>()
  let others = Number.POSITIVE_INFINITY
  for (const loss of losses) {
    const given = loss.config ? 1 : calledWith(loss).filter(({ role }) => role === 'prediction' || role === 'target').length
    if (!loss.config && isChained(loss)) methods.set(lastName(loss), given - 1)
    others = Math.min(others, given)
  }
  return { methods, others }
}
