import { type Catalog, lastName } from './catalog.js'
import { isLoss } from './contract.js'
import { frameworks } from './frameworks.js'

/** Words of which a file must hold one to call a loss: last names of all losses, and the loss names that `compile` accepts. */
export function lossWords(catalog: Catalog): readonly string[] {
  const words = catalog.contracts.filter(isLoss).map(lastName)
  const strings = frameworks.flatMap((framework) => Object.entries(framework.lossNames).flatMap(([name, id]) => (id ? [name] : [])))
  return [...new Set([...words, ...strings])].sort()
}
