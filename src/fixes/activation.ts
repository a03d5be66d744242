import { bestOf } from '../claims.js'
import type { Graph, NodeId, NodeOf } from '../graph/graph.js'
import { isInPlace } from '../infer/steps.js'
import type { Value } from '../infer/value.js'
import type { Place } from '../place.js'
import { accepts } from '../use.js'
import { readersOf } from './readers.js'
import { isAt, oneValue, type Site, type Written, writtenIn } from './site.js'
import { assignmentBefore } from './surgery.js'

/** The call of an activation whose result the loss is given, and how it comes there. */
export interface Applied {
  call: Written
  /** What it is applied to. */
  input: Written
  inputNode: NodeId
  node: NodeOf<'call'>
  /** Where its result has a name of its own: that, and how often the name stands in the code beside where it is given and passed on. */
  named?: { name: string; indent: string; keyword: string; line: number; readers: number }
}

/** Where the activation at fault is written: the only one that source shows, the first or second of two, or what confines scores. */
export function placeOfActivation(site: Site, which?: 'first' | 'second' | 'bound'): Place | undefined {
  const facts = site.use.arguments.prediction?.facts
  if (which === 'bound') return facts?.bounded?.at
  if (which === 'second') return facts?.twice?.at
  const second = which === 'first' ? JSON.stringify(facts?.twice?.at) : undefined
  const places = placesOfActivations(site).filter((at) => JSON.stringify(at) !== second)
  return places.length === 1 ? places[0] : undefined
}

/** Where what gives the prediction its kind is written: calls of activations, and layers. */
export function placesOfActivations({ use }: Pick<Site, 'use'>): Place[] {
  const claims = use.arguments.prediction?.claims ?? []
  const wrong = claims.filter(({ kind }) => !accepts(use.contract, 'prediction', kind) || kind === 'log-probabilities')
  const best = bestOf(claims)
  const places = (wrong.length > 0 || !best ? wrong : [best]).flatMap(({ evidence }) =>
    evidence.flatMap((step) => (step.from === 'source' && / applied here|^the output of /.test(step.note) ? [step.at] : [])),
  )
  return [...new Map(places.map((at) => [JSON.stringify(at), at])).values()]
}

/** The activation that is applied in the argument itself, or where the argument's name is given its value. */
export function appliedNear(site: Site, made: Place): Applied | undefined {
  const { graph } = site.engine
  const argument = site.written?.args.prediction
  if (!argument) return undefined
  const given = passed(graph, argument.node)
  const node = graph.node(given)
  const id = node.type === 'alias' ? node.value : given
  const call = graph.node(id)
  const written = call.type === 'call' && call.span.file === argument.span.file ? writtenIn(site, call.span) : undefined
  if (call.type !== 'call' || !written || !isApplication(site, call, made)) return undefined
  const input = inputOf(site, call, written)
  if (!input) return undefined
  const applied = { ...input, call: written, node: call }
  if (node.type !== 'alias') return isAt(graph, argument.span, written.at) ? applied : undefined
  const assigned = assignmentBefore(written)
  if (assigned?.name !== node.name) return undefined
  return { ...applied, named: { ...assigned, readers: readersOf(site, argument.span.file, node.name, 2) } }
}

/** A value before calls that it was passed to, or of its methods, unless those change it. */
function passed(graph: Graph, id: NodeId): NodeId {
  const node = graph.node(id)
  return node.type === 'changed' && !isInPlace(graph, node) ? passed(graph, node.object) : id
}

/** Whether a call is of the activation that was made known as at fault: of a function, or of a layer that was made there. */
function isApplication(site: Site, call: NodeOf<'call'>, made: Place): boolean {
  const { graph } = site.engine
  if (isAt(graph, call.span, made)) return true
  const callee = oneValue(site, call.callee)
  if (callee?.is === 'method' && callee.contract.gives === 'applied') {
    const receiver = site.engine.force(callee.receiver)
    return receiver.is === 'object' && isAt(graph, receiver.span, made)
  }
  return callee?.is === 'object' && callee.made?.layers === undefined && isAt(graph, callee.span, made)
}

/** What a call of an activation is given: its receiver, or its first argument. */
export function inputOf(site: Site, call: NodeOf<'call'>, written: Written): { input: Written; inputNode: NodeId } | undefined {
  const callee = site.engine.graph.node(call.callee)
  const value = oneValue(site, call.callee)
  if (callee.type === 'member' && value?.is === 'method' && value.contract.gives !== 'applied') {
    const path = /^([\s\S]*?)\s*\.\s*$/.exec(written.text.slice(0, methodAt(written.text, callee.key)))
    const end = written.start + (path?.[1]?.length ?? 0)
    if (!path || end === written.start) return undefined
    const input = { ...written, end, text: written.whole.slice(written.start, end) }
    return { input, inputNode: callee.object }
  }
  const positional = call.args.filter(({ keyword, spread }) => keyword === undefined && !spread)
  // A limit may come first: `maximum(0, x)`.
  const given = positional.find(({ node }) => !isNumber(oneValue(site, node))) ?? call.args.find(({ keyword }) => inputs.has(keyword))
  const input = given && writtenIn(site, given.span)
  return input && { input, inputNode: given.node }
}

function isNumber(value: Value | undefined): boolean {
  return value?.is === 'literal' && typeof value.value === 'number'
}

/** Keywords under which activations take what they are applied to. */
const inputs: ReadonlySet<string | undefined> = new Set(['input', 'x', 'logits'])

/** Where the name of the method begins, of a call that may have others in its arguments and its receiver. */
function methodAt(text: string, key: unknown): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (')]}'.includes(text[at]!)) depth++
    if ('([{'.includes(text[at]!)) depth--
    if (depth === 0 && text[at] === '(') return text.lastIndexOf(String(key), at)
  }
  return -1
}
