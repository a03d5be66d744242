import { compiling } from '../contracts/words.js'
import type { NodeOf } from '../graph/graph.js'
import { isWithin, type Place } from '../place.js'
import { callAt, isAt, oneValue, type Site } from './site.js'

/** Where the loss is chosen: the call itself, or the one that made what is called or handed over; `direct`: nothing else uses it. */
export function lossCall(site: Site): { call: NodeOf<'call'>; direct: boolean } | undefined {
  const { graph } = site.engine
  const at = site.use.at
  if (!at) return undefined
  if (!site.written) {
    const made = callAt(site, at)
    if (made) return { call: made.call, direct: isInCompile(site, at) }
    const handed = handedTo(site, at)
    return handed && { call: handed, direct: false }
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

/** What was made elsewhere, and is handed to `compile` as an argument. */
function handedTo(site: Site, at: Place): NodeOf<'call'> | undefined {
  const { graph } = site.engine
  const given = compileAround(site, at)?.args.find(({ span }) => isAt(graph, span, at))
  const made = given && oneValue(site, given.node)
  return made?.is === 'object' ? callAt(site, graph.place(made.span))?.call : undefined
}

/** Whether something is written in the arguments of a `compile`, where no other code reads it. */
export function isInCompile(site: Site, at: Place): boolean {
  return compileAround(site, at) !== undefined
}

function compileAround({ engine: { graph } }: Site, at: Place): NodeOf<'call'> | undefined {
  for (const id of graph.module(at.file)?.calls ?? []) {
    const call = graph.node(id)
    const callee = call.type === 'call' ? graph.node(call.callee) : undefined
    const isCompile = callee?.type === 'member' && compiling.has(String(callee.key))
    if (call.type === 'call' && isCompile && isWithin(at, graph.place(call.span))) return call
  }
  return undefined
}
