import type { Node as GraphNode, NodeId, NodeOf } from '../graph/graph.js'
import { isInPlace } from '../infer/steps.js'
import type { Applied } from './activation.js'
import { oneValue, type Site, writtenIn } from './site.js'
import { isName } from './surgery.js'

/** Whether what the activation is given is still there at the loss, as it was: nothing between the two changes it or gives it back. */
export function isUnchanged(site: Site, { node, call, input }: Applied): boolean {
  const { graph } = site.engine
  const loss = graph.node(site.written!.call)
  const { file, start, end } = node.span
  if (node.owner !== loss.owner || end > loss.span.start) return false
  const written = writtenIn(site, { ...node.span, end: loss.span.start })
  if (!written || written.at.cell !== call.at.cell || freeing.test(written.text)) return false
  for (let id = 0; id < graph.size(); id++) {
    const each = graph.node(id as NodeId)
    if (each.span.file !== file || each.span.start < start || each.span.start > loss.span.start || each === node) continue
    if (each.type === 'alias' && isName(input.text) && each.name === input.text) return false
    if (each.type === 'assigned' || each.type === 'affected' || isInPlace(graph, each) || isHandedOn(site, each, node)) return false
  }
  return true
}

/** What releases a value, or writes into one that it is given. */
const freeing = /\b(?:dispose|del|tidy|inplace|out\s*=|yield|await)\b/

/** Whether something is passed to a function of the project, which may change it. */
function isHandedOn(site: Site, each: GraphNode, activation: NodeOf<'call'>): boolean {
  if (each.type !== 'changed' || each.as === 'receiver') return false
  const event = site.engine.graph.node(each.event)
  if (event.type !== 'call' || event === activation || each.event === site.written?.call) return false
  const callee = oneValue(site, event.callee)
  return callee?.is !== 'library' && callee?.is !== 'method' && callee?.is !== 'object'
}
