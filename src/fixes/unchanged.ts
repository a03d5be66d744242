import type { Node as GraphNode, NodeOf } from '../graph/graph.js'
import { isInPlace } from '../infer/steps.js'
import type { Applied } from './activation.js'
import { isWrittenInPlace } from './in-place.js'
import { nodesIn } from './nodes.js'
import { oneValue, type Site, writtenIn } from './site.js'
import { isName } from './surgery.js'

/** Whether what the activation is given is still there at the loss, as it was: nothing between the two changes it or gives it back. */
export function isUnchanged(site: Site, { node, call, input }: Applied): boolean {
  const { graph } = site.engine
  const loss = graph.node(site.written!.call)
  const { file, start, end } = node.span
  if (node.owner !== loss.owner || end > loss.span.start || isWrittenInPlace(site, node)) return false
  const written = writtenIn(site, { ...node.span, end: loss.span.start })
  if (!written || written.at.cell !== call.at.cell || freeing.test(written.text) || leavesBlock(written.text)) return false
  for (const { node: each } of nodesIn(graph, file)) {
    if (each.span.start < start || each.span.start > loss.span.start || each === node) continue
    if (each.type === 'alias' && isName(input.text) && each.name === input.text) return false
    if (each.type === 'assigned' || each.type === 'affected' || isInPlace(graph, each) || isHandedOn(site, each, node)) return false
  }
  return true
}

/** What releases a value, or writes into one that it is given: `z.numpy()[0] = 1` too. */
const freeing = /\b(?:dispose|del|tidy|inplace|out\s*=|yield|await)\b|\)\[[^\]]*\]\s*[-+*/]?=(?!=)/

/** Whether code goes on outside the block that it begins in, where what has a name there may have none, or mean something else. */
function leavesBlock(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '{') depth++
    if (sign === '}' && depth-- === 0) return true
  }
  return false
}

/** Whether something is passed to what may change it: a function of the project, or one that works in place. */
function isHandedOn(site: Site, each: GraphNode, activation: NodeOf<'call'>): boolean {
  if (each.type !== 'changed' || each.as === 'receiver') return false
  const event = site.engine.graph.node(each.event)
  if (event.type !== 'call' || event === activation || each.event === site.written?.call) return false
  const callee = oneValue(site, event.callee)
  if (isWrittenInPlace(site, event)) return true
  return callee?.is !== 'library' && callee?.is !== 'method' && callee?.is !== 'object'
}
