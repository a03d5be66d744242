import { type Catalog, lastName } from '../contracts/catalog.js'
import { type Contract, calledWith, isLoss } from '../contracts/contract.js'
import type { NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { isChained } from './operations.js'

/** The fewest arguments that calls of losses have: of methods of values by their name, of all others. */
interface Fewest {
  methods: ReadonlyMap<string, number>
  others: number
}

const tables = new WeakMap<Catalog, Fewest>()

/** False when no loss can be called with so few arguments; then it need not be asked what is called. */
export function mayCallLoss(catalog: Catalog, callee: NodeOf<'member'> | undefined, { args }: Pick<NodeOf<'call'>, 'args'>): boolean {
  const { methods, others } = remembered(tables, catalog, () => fewest(catalog.contracts.filter(isLoss)))
  const own = typeof callee?.key === 'string' ? methods.get(callee.key) : undefined
  return args.some((arg) => arg.spread) || args.length >= Math.min(own ?? others, others)
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
