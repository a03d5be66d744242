import { identities } from '../contracts/counterparts.js'
import type { NodeOf } from '../graph/graph.js'
import type { Place } from '../place.js'
import type { Fix } from '../report.js'
import { contractOfLayer, layerAt, optionAt } from './layer.js'
import { nodesIn } from './nodes.js'
import { calleePath, fixOf, type Site, type Written, writtenIn } from './site.js'
import { withoutItem, withoutStatement } from './surgery.js'

/** The activation is a layer, or the option of one. Who else reads what the model gives is not known. */
export function dropLayer(site: Site, made: Place): Fix[] | undefined {
  const option = optionAt(site, made)
  if (option?.alone === false) return fixOf(`Leave out \`${option.written.text}\``, false, [made, withoutItem(option.written)])
  const layer = option?.node ?? layerAt(site, made)
  const written = layer && writtenIn(site, layer.span)
  return layer && written && inPlaceOf(site, layer, written)
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
  return nodesIn(graph, span.file).some(({ node }) => {
    const items = node.type === 'list' ? node.items : node.type === 'call' ? node.args : []
    return items.length > 1 && items.some((item) => item.span.start === span.start && item.span.end === span.end)
  })
}
