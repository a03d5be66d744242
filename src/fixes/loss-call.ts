import type { NodeOf } from '../graph/graph.js'
import { callAt, oneValue, type Site } from './site.js'

/** Where the loss is chosen: the call itself, or the one that made what is called or handed over; `direct`: nothing else uses it. */
export function lossCall(site: Site): { call: NodeOf<'call'>; direct: boolean } | undefined {
  const { graph } = site.engine
  const at = site.use.at
  if (!at) return undefined
  if (!site.written) {
    const made = callAt(site, at)
    return made && { call: made.call, direct: false }
  }
  const call = graph.node(site.written.call)
  if (call.type !== 'call') return undefined
  if (site.use.contract.criterion === undefined) return { call, direct: true }
  const made = oneValue(site, call.callee)
  const object = made?.is === 'method' && 'is' in made.receiver ? made.receiver : made
  if (object?.is !== 'object') return undefined
  const written = callAt(site, graph.place(object.span))
  const inPlace = written && written.call.span.start >= call.span.start && written.call.span.end <= call.span.end
  return written && { call: written.call, direct: inPlace === true }
}
