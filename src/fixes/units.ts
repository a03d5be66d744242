import type { Fix } from '../report.js'
import { parameterOf } from '../use.js'
import { argumentOf, contractOfLayer, lastLayer } from './layer.js'
import { fixOf, type Site } from './site.js'

/** Gives the last layer one unit for each class; of one that has a single unit, two classes are taken for granted where the labels do not tell. */
export function units(site: Site): Fix[] {
  const layer = lastLayer(site)
  const option = layer && contractOfLayer(site, layer.call)?.makes?.units
  const written = option ? argumentOf(site, layer.id, option) : undefined
  if (written?.text !== '1') return []
  const { target } = site.use.arguments
  const told = target?.facts.classes ?? target?.numbers?.classes ?? 0
  const title = told > 1 ? `Give the layer ${told} units, one for each class` : `Give the layer 2 units: ${labelsOf(site)}`
  return fixOf(title, false, [written.at, { ...written, by: String(Math.max(told, 2)) }])
}

/** What the loss then asks of the labels of two classes. */
function labelsOf({ use }: Site): string {
  const wants = parameterOf(use.contract, 'target')?.wants ?? []
  return wants.includes('class-indices') ? 'labels are then the class indices 0 and 1' : 'labels are then rows of 2, one-hot'
}
