import type { NodeOf } from '../graph/graph.js'
import { oneValue, type Site, writtenIn } from './site.js'

/** Whether a call puts its result in what it is given, by its name, as it is told, or as the layer that it is of was: `relu_(x)`, `ReLU(True)(x)`. */
export function isWrittenInPlace(site: Site, call: NodeOf<'call'>): boolean {
  const { graph } = site.engine
  const callee = oneValue(site, call.callee)
  const made = callee?.is === 'object' ? callee.span : undefined
  if (/[^_]_$/.test(writtenIn(site, graph.node(call.callee).span)?.text ?? '')) return true
  return [call.span, made].some((span) => span && told.test(writtenIn(site, span)?.text ?? ''))
}

const told = /\binplace\b(?!\s*=\s*False)|\bout\s*=|[(,]\s*True\s*\)$/
