import type { Contract } from '../contracts/contract.js'
import { frameworks } from '../contracts/index.js'
import type { NodeId, NodeOf, Span } from '../graph/graph.js'
import { isThunk } from '../infer/value.js'
import type { Place } from '../place.js'
import { placesOfActivations } from './activation.js'
import { callAt, isAt, oneValue, type Site, type Written, writtenIn } from './site.js'

/** The layer that gives the prediction, where source shows one only: that with the activation, or the one without any. */
export function lastLayer(site: Site): { id: NodeId; call: NodeOf<'call'> } | undefined {
  const [made, ...others] = placesOfActivations(site)
  if (!made || others.length > 0) return undefined
  const { graph } = site.engine
  const holder = optionAt(site, made)?.node
  const at = holder ? graph.place(holder.span) : made
  const found = callAt(site, at)
  return found && contractOfLayer(site, found.call)?.makes ? found : undefined
}

/** An argument of a layer as it is written, by the contract's name for it. */
export function argumentOf(site: Site, id: NodeId, name: string): Written | undefined {
  const made = oneValue(site, id)
  const lazy = made?.is === 'object' ? made.options.get(name) : undefined
  return lazy && isThunk(lazy) ? writtenIn(site, site.engine.graph.node(lazy.node).span) : undefined
}

/** Options of layers that hold an activation. */
const activationOptions: ReadonlySet<string> = new Set(
  frameworks.flatMap(({ entries }) => entries.flatMap(({ makes }) => makes?.activation?.option ?? [])),
)

/** The layer at fault, as it is made. */
export function layerAt(site: Site, made: Place): NodeOf<'call'> | undefined {
  const found = callAt(site, made)
  return found && contractOfLayer(site, found.call)?.makes ? found.call : undefined
}

/** The contract of a call of a library's function or class. */
export function contractOfLayer(site: Site, call: NodeOf<'call'>): Contract | undefined {
  const callee = oneValue(site, call.callee)
  return callee?.is === 'library' ? site.engine.catalog.lookup(callee.package, callee.path) : undefined
}

/** The option of a layer whose value is an activation, from its name on; `alone`: the layer does nothing else. */
export function optionAt(site: Site, made: Place): { node: NodeOf<'call'>; written: Written; alone: boolean } | undefined {
  const { graph } = site.engine
  for (const id of graph.module(made.file)?.calls ?? []) {
    const node = graph.node(id)
    const entry = node.type === 'call' ? optionsOf(site, node).find(({ span }) => isAt(graph, span, made)) : undefined
    if (node.type !== 'call' || !entry) continue
    const value = writtenIn(site, entry.span)
    const name = value && new RegExp(`["']?${entry.key}["']?\\s*[:=]\\s*$`).exec(value.whole.slice(0, value.start))
    if (value && !plain.test(value.text)) return undefined
    const alone = contractOfLayer(site, node)?.makes?.gives === 'same'
    if (!value || (!name && !alone)) return undefined
    const start = value.start - (name?.[0].length ?? 0)
    return { node, written: { ...value, start, text: value.whole.slice(start, value.end) }, alone }
  }
  return undefined
}

/** An activation that is named, and not chosen by a condition that may choose another. */
const plain = /^(?:['"]\w+['"]|[\w$.]+|[\w$.]+\(\))$/

/** Arguments of a call, and entries of an object that it is given, which may be an activation. */
function optionsOf({ engine: { graph } }: Site, node: NodeOf<'call'>): { key: string; span: Span }[] {
  const [first] = node.args
  const record = first && graph.node(first.node)
  const entries = record?.type === 'record' ? record.entries : []
  const keyed = [...node.args.map(({ keyword, span }) => ({ key: keyword ?? '', span })), ...entries]
  return keyed.flatMap(({ key, span }) => (typeof key === 'string' && (key === '' || activationOptions.has(key)) ? [{ key, span }] : []))
}
