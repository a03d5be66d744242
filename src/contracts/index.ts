import { nearest } from '../nearest.js'
import { type Catalog, createCatalog, spelling } from './catalog.js'
import { type Contract, isLoss } from './contract.js'
import type { Framework } from './framework.js'
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
 * `compile` accepts, or by its name in its library, or the last part of it, when only one loss, or else only one contract, has it.
 */
export function findContract(text: string): Contract | undefined {
  return catalog().find(text)
}

/** Every contract that a name may mean: of `crossEntropy`, the losses of all libraries that are called so, however they spell it. */
export function contractsNamed(text: string): readonly Contract[] {
  return catalog().findAll(text)
}

/** The contract that a call with these options has: that of the scores, with `from_logits=True`. */
export function contractWith(contract: Contract, options: Readonly<Record<string, unknown>>): Contract {
  const { depends } = contract
  const id = depends?.on[String(options[depends.option])]
  return (id === undefined ? undefined : contractById(id)) ?? contract
}

/** Why a name does not tell a loss: which losses it may mean, or which is the nearest. */
export function notOneLoss(text: string): string {
  const several = contractsNamed(text).filter(isLoss).map(spelling)
  if (several.length > 1) return `${JSON.stringify(text)} may be ${several.join(' or ')}`
  if (findContract(text)) return `${JSON.stringify(text)} is no loss`
  const near = nearestContract(text)
  return `no loss is named ${JSON.stringify(text)}${near ? `; the nearest is ${JSON.stringify(near)}` : ''}`
}

/** How the contract with the most similar name is written, when one is near. */
export function nearestContract(text: string): string | undefined {
  return nearest(text, catalog().spellings())
}

/** The framework that an import specifier leads to, exactly or by a path below it. */
export function frameworkOf(specifier: string): Framework | undefined {
  const name = packagePath(specifier)
  return frameworks.find((framework) => framework.imports.some((each) => name === each || name.startsWith(`${each}/`)))
}

const registry =
  /^(?:npm:|jsr:|https?:\/\/(?:esm\.sh|esm\.run|unpkg\.com|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|deno\.land\/x)\/)(?:jsr\/)?\/?/

/** A package's path as it is imported by name: without the registry that it is loaded from, and without its version. */
function packagePath(specifier: string): string {
  const path = specifier.replace(registry, '')
  return path === specifier ? specifier : path.replace(/^((?:@[^/@]+\/)?[^/@]+)@[^/]+/, '$1')
}

/** The framework that a script tag provides under a global name. */
export function globalFramework(name: string): Framework | undefined {
  return frameworks.find((framework) => framework.globals.includes(name))
}
