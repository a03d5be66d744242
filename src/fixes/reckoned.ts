import type { Contract } from '../contracts/contract.js'
import { cutting } from '../contracts/counterparts.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { before } from '../infer/steps.js'
import { contractOfLayer } from './layer.js'
import { oneValue, type Site } from './site.js'

/** Whether a value went through arithmetic on its way, which means something else for scores: `1 - p`, `log(p / (1 - p))`. */
export function isReckoned(site: Site, id: NodeId, steps = 0): boolean {
  const node = site.engine.graph.node(before(site.engine.graph, id, 'alias', 'changed', 'assigned'))
  if (node.type === 'operator') return true
  const callee = node.type === 'call' && steps < mostSteps ? oneValue(site, node.callee) : undefined
  if (node.type !== 'call' || !callee) return false
  const contract = contractOfCall(site, node)
  if (contract?.gives === undefined) return false
  if (reckoning.has(contract.gives) || cutting.has(contract.id)) return true
  const callable = site.engine.graph.node(node.callee)
  const given = callable.type === 'member' && callee.is === 'method' ? [callable.object] : node.args.map((arg) => arg.node)
  return passing.has(contract.gives) && given.some((each) => isReckoned(site, each, steps + 1))
}

const mostSteps = 16
/** Transfers that cut values off. */
export const limiting: ReadonlySet<string> = new Set(['at-least', 'at-most', 'between'])
const reckoning: ReadonlySet<string> = new Set(['affine', 'log', 'exp', ...limiting])
const passing: ReadonlySet<string> = new Set(['same', 'itself', 'part', 'stack'])

/** Whether what is written makes a value that nothing else holds: the result of a sign, a layer or a call that passes nothing on. */
export function isMadeAnew(site: Site, id: NodeId): boolean {
  const node = site.engine.graph.node(before(site.engine.graph, id, 'changed'))
  if (node.type !== 'call') return node.type === 'operator'
  const contract = contractOfCall(site, node)
  return contract ? !passing.has(contract.gives ?? '') : oneValue(site, node.callee)?.is === 'object'
}

/** The contract of what a call calls. */
export function contractOfCall(site: Site, node: NodeOf<'call'>): Contract | undefined {
  const callee = oneValue(site, node.callee)
  return callee?.is === 'method' ? callee.contract : contractOfLayer(site, node)
}
