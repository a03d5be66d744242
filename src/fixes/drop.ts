import { identities } from '../contracts/counterparts.js'
import type { Node as GraphNode, NodeId, NodeOf, Span } from '../graph/graph.js'
import { before, isInPlace } from '../infer/steps.js'
import type { Place } from '../place.js'
import type { Fix } from '../report.js'
import { type Applied, activationOptions, appliedNear, contractOfLayer, inputOf, layerAt, placeOfActivation } from './activation.js'
import { callAt, calleePath, fixOf, isAt, oneValue, type Site, type Written, writtenAt, writtenIn } from './site.js'
import { instead, isName, timesNamed, withoutItem, withoutStatement } from './surgery.js'
import { codeOf, isPython } from './texts.js'

/** Hands the loss what the activation was given: another value where there is one, else without the activation. */
export function drop(site: Site): Fix[] {
  const made = placeOfActivation(site)
  if (!made) return []
  const applied = appliedNear(site, made)
  if (applied) return applied.named ? withName(site, applied) : within(applied)
  const argument = site.written?.args.prediction
  if (argument && isReckoned(site, argument.node)) return []
  return inLayer(site, made) ?? inCall(site, made)
}

/** Whether a value went through arithmetic on its way, which means something else for scores: `1 - p`, `log(p / (1 - p))`. */
function isReckoned(site: Site, id: NodeId, steps = 0): boolean {
  const node = site.engine.graph.node(before(site.engine.graph, id, 'alias', 'changed', 'assigned'))
  if (node.type === 'operator') return true
  const callee = node.type === 'call' && steps < mostSteps ? oneValue(site, node.callee) : undefined
  if (node.type !== 'call' || !callee) return false
  const contract = callee.is === 'method' ? callee.contract : contractOfLayer(site, node)
  if (contract?.gives === undefined) return false
  if (reckoning.has(contract.gives)) return true
  const callable = site.engine.graph.node(node.callee)
  const given = callable.type === 'member' && callee.is === 'method' ? [callable.object] : node.args.map((arg) => arg.node)
  return passing.has(contract.gives) && given.some((each) => isReckoned(site, each, steps + 1))
}

const mostSteps = 16
const reckoning: ReadonlySet<string> = new Set(['affine', 'log', 'exp', 'at-least', 'at-most', 'between'])
const passing: ReadonlySet<string> = new Set(['same', 'itself', 'part', 'stack'])

function within({ call, input }: Applied): Fix[] {
  return fixOf(`Pass ${shown(input)} without the activation`, true, [call.at, instead(call, input.text)])
}

function withName(site: Site, applied: Applied): Fix[] {
  const { call, input, named } = applied
  const argument = writtenIn(site, site.written!.args.prediction!.span)
  if (!argument || !named) return []
  const without = (safe: boolean) => fixOf(`Leave out the activation of \`${named.name}\``, safe, [call.at, instead(call, input.text)])
  if (isName(input.text) && isUnchanged(site, applied))
    return [
      ...fixOf(`Pass \`${input.text}\` instead of \`${argument.text}\``, true, [argument.at, { ...argument, by: input.text }]),
      ...without(named.readers === 0),
    ]
  if (named.readers === 0) return isName(input.text) && input.text === named.name ? redundant(call) : without(true)
  return [
    ...(isName(input.text) ? [] : earlier(site, applied, argument)),
    ...(input.text === named.name ? redundant(call) : without(false)),
  ]
}

/** `x = softmax(x)` as a whole: `x` is read later by others as well. */
function redundant(call: Written): Fix[] {
  const start = call.whole.lastIndexOf('\n', call.start - 1) + 1
  const indent = /^[ \t]*/.exec(call.whole.slice(start))![0].length
  return fixOf('Leave out the activation', false, [call.at, withoutStatement({ whole: call.whole, start: start + indent, end: call.end })])
}

/** Gives what the activation is applied to a name, and passes that. */
function earlier(site: Site, applied: Applied, argument: Written): Fix[] {
  const { call, input, named } = applied
  if (!named || input.text.includes('\n') || !isUnchanged(site, applied)) return []
  const code = codeOf(site.read, call.at.file)
  const name = ['logits', 'scores', 'rawScores', 'raw_scores'].find((each) => timesNamed(code, each) === 0)
  if (!name) return []
  const ending = call.whole.slice(call.end).match(/^[ \t]*;/) ? ';' : ''
  const eol = call.whole.includes('\r\n') ? '\r\n' : '\n'
  const keyword = isPython(call.at.file) ? '' : 'const '
  const statement = `${named.indent}${keyword}${name} = ${input.text}${ending}${eol}`
  return fixOf(
    `Keep the raw scores as \`${name}\`, and pass them`,
    true,
    [call.at, { whole: call.whole, start: named.line, end: named.line, by: statement }],
    [call.at, { ...input, by: name }],
    [argument.at, { ...argument, by: name }],
  )
}

/** Whether what the activation is given is still there at the loss, as it was: nothing between the two changes it or gives it back. */
function isUnchanged(site: Site, { node, call, input }: Applied): boolean {
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

/** The activation is a layer, or the option of one. Who else reads what the model gives is not known. */
function inLayer(site: Site, made: Place): Fix[] | undefined {
  const option = optionAt(site, made)
  if (option?.alone === false) return fixOf(`Leave out \`${option.written.text}\``, false, [made, withoutItem(option.written)])
  const layer = option?.node ?? layerAt(site, made)
  const written = layer && writtenIn(site, layer.span)
  return layer && written && inPlaceOf(site, layer, written)
}

/** The option of a layer whose value is an activation, from its name on; `alone`: the layer does nothing else. */
function optionAt(site: Site, made: Place): { node: NodeOf<'call'>; written: Written; alone: boolean } | undefined {
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

/** Takes a layer out of its list, or the statement out that adds it; a layer that has a name becomes one that does nothing. */
function inPlaceOf(site: Site, layer: NodeOf<'call'>, written: Written): Fix[] {
  const path = calleePath(written)
  const title = `Leave out the layer \`${site.engine.graph.text(layer.span)}\``
  const identity = identities[contractOfLayer(site, layer)?.package ?? '']
  const lead = written.whole.slice(0, written.start)
  const adding = site.engine.graph.module(written.at.file)?.calls.map((id) => site.engine.graph.node(id)) ?? []
  const added = adding.find((each) => each.type === 'call' && each.args.length === 1 && /\.add\(\s*$/.test(lead) && isAround(each, layer))
  const statement = added && writtenIn(site, added.span)
  if (statement) return fixOf(title, false, [statement.at, withoutStatement(statement)])
  if (/[[(,]\s*$/.test(lead) && !/=\s*\w*[[(]?\s*$/.test(lead) && isItem(site, layer))
    return fixOf(title, false, [written.at, withoutItem(written)])
  if (!identity || !path || !/\bnn\s*\.\s*$/.test(path.before)) return []
  return fixOf(`${title}: put \`${identity}()\` there`, false, [
    written.at,
    { ...written, by: `${path.before}${identity.split('.').at(-1)}()` },
  ])
}

function isAround(outer: NodeOf<'call'>, inner: NodeOf<'call'>): boolean {
  return outer.args[0]?.span.start === inner.span.start && outer.args[0].span.end === inner.span.end && outer.span.file === inner.span.file
}

/** Whether it is one of several items of a list, or of the arguments of a call. */
function isItem({ engine: { graph } }: Site, { span }: NodeOf<'call'>): boolean {
  for (let id = 0; id < graph.size(); id++) {
    const node = graph.node(id as never)
    const items = node.type === 'list' ? node.items : node.type === 'call' ? node.args : []
    if (
      items.length > 1 &&
      node.span.file === span.file &&
      items.some((item) => item.span.start === span.start && item.span.end === span.end)
    )
      return true
  }
  return false
}

/** An activation in a function elsewhere, such as a model's own. Who else reads its result is not known. */
function inCall(site: Site, made: Place): Fix[] {
  const found = callAt(site, made)
  const call = found && writtenAt(site, made)
  const given = call && inputOf(site, found.call, call)
  if (!call || !given) return []
  const assigned = /([A-Za-z_$][\w$]*)\s*=\s*$/.exec(call.whole.slice(0, call.start))
  if (assigned?.[1] === given.input.text) return redundant(call)
  return fixOf(`Leave out the activation: \`${site.engine.graph.text(found.call.span)}\` becomes ${shown(given.input)}`, false, [
    made,
    instead(call, given.input.text),
  ])
}

function shown({ text }: Pick<Written, 'text'>): string {
  const line = text.replace(/\s+/g, ' ')
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``
}
