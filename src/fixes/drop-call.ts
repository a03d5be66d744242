import type { NodeId, NodeOf } from '../graph/graph.js'
import type { Place } from '../place.js'
import type { Fix } from '../report.js'
import { inputOf } from './activation.js'
import { redundant, shown, wordFor } from './left-out.js'
import { callAt, calleePath, fixOf, oneValue, type Site, type Written, writtenAt } from './site.js'
import { instead } from './surgery.js'

/** An activation in a function elsewhere, such as a model's own. Who else reads its result is not known. */
export function dropCall(site: Site, made: Place): Fix[] {
  const found = callAt(site, made)
  const call = found && writtenAt(site, made)
  const given = call && inputOf(site, found.call, call)
  if (!call || !given || !isItself(site, found.call, call) || isWholeFunction(site, found, given.inputNode)) return []
  if (isOneOfTwo(call, given.input.text)) return []
  const what = wordFor(site, found.call)
  const assigned = /([A-Za-z_$][\w$]*)\s*=\s*$/.exec(call.whole.slice(0, call.start))
  if (assigned?.[1] === given.input.text) return redundant(call, what)
  const title = `Leave out the ${what}: \`${site.engine.graph.text(found.call.span)}\` becomes ${shown(given.input)}`
  return fixOf(title, false, [made, instead(call, given.input.text)])
}

/** Whether the activation is called by its own name or is an object: what a variable holds may be another one elsewhere. */
function isItself(site: Site, { callee }: NodeOf<'call'>, call: Written): boolean {
  const value = oneValue(site, callee)
  if (value?.is === 'object' || value?.is === 'method') return true
  const type = site.engine.graph.node(callee).type
  return value?.is === 'library' && (type === 'import' || type === 'name' || calleePath(call)?.last === value.path.at(-1))
}

/** Whether a function does nothing but apply the activation to what it is given: then it is one, and who calls it chose it. */
function isWholeFunction({ engine: { graph } }: Site, { id, call }: { id: NodeId; call: NodeOf<'call'> }, input: NodeId): boolean {
  const owner = call.owner === null ? undefined : graph.node(call.owner)
  if (owner?.type !== 'function' || owner.definition.result !== id || owner.definition.method !== null) return false
  const node = graph.node(input)
  return node.type === 'parameter' && node.function === call.owner
}

/** Whether a condition chooses between what is applied and what it is applied to, on purpose: then the condition is at fault. */
function isOneOfTwo({ whole, start, end }: Written, input: string): boolean {
  const [before, after] = [whole.slice(whole.lastIndexOf('\n', start - 1) + 1, start), whole.slice(end)]
  const other =
    /\?\s*([^?:]+?)\s*:\s*$|(\S+)\s+if\b.*\belse\s+$/.exec(before) ?? /^\s*:\s*([\w$.]+)|^\s*if\b[^\n]*\belse\s+([\w.]+)/.exec(after)
  return (other?.[1] ?? other?.[2]) === input
}
