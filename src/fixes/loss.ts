import { type Contract, madeWith } from '../contracts/contract.js'
import { lossCounterparts } from '../contracts/counterparts.js'
import type { Element } from '../graph/graph.js'
import type { Kind } from '../kinds.js'
import type { Fix } from '../report.js'
import { lossCall } from './loss-call.js'
import { fixOf, renamed, type Site, writtenAt, writtenIn } from './site.js'

/** Takes the variant of the loss that wants what it is given. */
export function loss(site: Site, role: 'prediction' | 'target', kind: Kind): Fix[] {
  const { contract } = site.use
  const pair = lossCounterparts.find((each) => each.role === role && Object.values(each.of).includes(contract.id))
  const id = pair?.of[kind]
  if (!id || id === contract.id) return []
  const [from, to] = [lastOf(contract.id), lastOf(id)]
  const title = `Use \`${to}\`, which takes ${kind === 'distribution' ? 'a distribution' : kind.replace('class-indices', 'class indices')}`
  const named = site.use.at && !site.written ? writtenAt(site, site.use.at) : undefined
  const quote = named && /^(['"`])(\w+)\1$/.exec(named.text)
  if (named && quote) return quote[2] === from ? fixOf(title, false, [named.at, { ...named, by: `${quote[1]}${to}${quote[1]}` }]) : []
  const call = lossCall(site)
  const written = call && writtenIn(site, call.call.span)
  if (!written || !fits(call.call.args, contract, site.engine.catalog.byId(id))) return []
  // Under mixed precision, PyTorch refuses the loss of probabilities.
  const safe = call.direct && kind !== 'probabilities'
  return fixOf(title, safe, [written.at, renamed(written, from, to)])
}

/** Whether the arguments mean the same to both losses. */
function fits(args: readonly Element[], contract: Contract, other: Contract | undefined): boolean {
  const [own, theirs] = [contract, other].map((each) => (each ? (args.length > 0 && contract.criterion ? madeWith(each) : each.takes) : []))
  return args.every(({ keyword, spread }, index) => {
    if (spread || keyword === '') return false
    if (keyword !== undefined) return theirs!.some(({ name }) => name === keyword)
    const [a, b] = [own![index], theirs![index]]
    return a !== undefined && a.role === b?.role && (a.name === b.name || (a.role !== 'option' && a.role !== 'weights'))
  })
}

function lastOf(id: string): string {
  return id
    .slice(id.indexOf('#') + 1)
    .split('.')
    .at(-1)!
}
