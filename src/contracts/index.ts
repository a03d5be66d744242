import { nearest } from '../nearest.js'
import { type Catalog, createCatalog } from './catalog.js'
import type { Contract, Framework } from './contract.js'
import { frameworks } from './frameworks.js'

export { type Catalog, createCatalog } from './catalog.js'
export { frameworks } from './frameworks.js'

let standard: Catalog | undefined

/** The catalogue of the libraries alone, built on first use. */
function catalog(): Catalog {
  standard ??= createCatalog([])
  return standard
}

export function allContracts(): readonly Contract[] {
  return catalog().contracts
}

/** The contract of an id such as `@tensorflow/tfjs#losses.softmaxCrossEntropy`. */
export function contractById(id: string): Contract | undefined {
  return catalog().byId(id)
}

/**
 * The contract that a person names: by id, as written in code (`tf.losses.logLoss`, `F.cross_entropy`), by a loss name that
 * `compile` accepts, or by the last part of its name when only one loss, or else only one contract, has it.
 */
export function findContract(text: string): Contract | undefined {
  return catalog().find(text)
}

/** How the contract with the most similar name is written, when one is near. */
export function nearestContract(text: string): string | undefined {
  return nearest(text, catalog().spellings())
}

/** The framework that an import specifier leads to, exactly or by a path below it. */
export function frameworkOf(specifier: string): Framework | undefined {
  return frameworks.find((framework) => framework.imports.some((each) => specifier === each || specifier.startsWith(`${each}/`)))
}

/** The framework that a script tag provides under a global name. */
export function globalFramework(name: string): Framework | undefined {
  return frameworks.find((framework) => framework.globals.includes(name))
}
