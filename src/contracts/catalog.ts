import type { Contract, LibraryType } from './contract.js'
import { frameworks } from './frameworks.js'
import { createNames, frameworkNamed, type Names, suggestions } from './names.js'

export { frameworkNamed, isName, isPython, lastName, spelling } from './names.js'

/** Contracts of the libraries and of the user, with the ways to look them up. */
export interface Catalog {
  contracts: readonly Contract[]
  byId(id: string): Contract | undefined
  /** By package and dotted name: `lookup('@tensorflow/tfjs', ['losses', 'logLoss'])`. */
  lookup(pkg: string, path: readonly string[]): Contract | undefined
  /** A method or property of a library type, of what it extends, or an operation where values chain. */
  method(pkg: string, type: string, name: string): Contract | undefined
  /** The method that applying an object of the type runs. */
  runs(pkg: string, type: string): string | undefined
  /** A user's contract for what a project file exports. `file` is a POSIX path relative to the configuration. */
  byUser(file: string, name: string): Contract | undefined
  /** By what a person types; see `findContract` and `contractsNamed`. */
  find(text: string): Contract | undefined
  findAll(text: string): readonly Contract[]
  /** How people write the losses, and the other contracts, for suggestions. */
  spellings(): readonly string[]
}

/** User contracts win over a library's of the same id. */
export function createCatalog(userContracts: readonly Contract[]): Catalog {
  const ids = new Map<string, Contract>()
  for (const framework of frameworks) for (const entry of framework.entries) ids.set(entry.id, entry)
  for (const contract of userContracts) ids.set(contract.id, contract)
  const lookup = (pkg: string, path: readonly string[]) => ids.get(`${pkg}#${path.join('.')}`)
  const contracts = [...ids.values()]
  let names: Names | undefined
  const naming = () => (names ??= createNames(contracts))
  return {
    contracts,
    byId: (id) => ids.get(id),
    lookup,
    method: (pkg, type, name) => methodOf(lookup, pkg, type, name),
    runs: (pkg, type) => typesOf(pkg, type).find(({ facts }) => facts.runs !== undefined)?.facts.runs,
    byUser: (file, name) => userContracts.find((contract) => contract.name === name && isFile(contract.package, file)),
    find: (text) => naming().one(text),
    findAll: (text) => naming().all(text),
    spellings: () => suggestions(contracts),
  }
}

/** A library's type and what it extends, which may be another library's. */
function typesOf(pkg: string, type: string): { pkg: string; name: string; facts: LibraryType }[] {
  const types = frameworkNamed(pkg)?.types
  const facts = types && Object.hasOwn(types, type) ? types[type] : undefined
  if (!facts) return [{ pkg, name: type, facts: {} }]
  if (facts.extends === undefined) return [{ pkg, name: type, facts }]
  const [other, name] = facts.extends.includes('#') ? (facts.extends.split('#') as [string, string]) : [pkg, facts.extends]
  return [{ pkg, name: type, facts }, ...typesOf(other, name)]
}

type Lookup = Catalog['lookup']

function methodOf(lookup: Lookup, pkg: string, type: string, name: string): Contract | undefined {
  const types = typesOf(pkg, type)
  for (const step of types) {
    const own = lookup(step.pkg, [step.name, name])
    if (own) return own
  }
  const chained = types.find(({ facts }) => facts.chained !== undefined)
  if (!chained) return undefined
  return lookup(chained.pkg, typeof chained.facts.chained === 'string' ? [chained.facts.chained, name] : [name])
}

const extension = /\.(?:[cm]?[jt]sx?|py)$/

/** True when a user's specifier, `./src/losses` or `src/losses.ts`, means the file. */
function isFile(specifier: string, file: string): boolean {
  const wanted = specifier.replace(/^\.\//, '')
  return file === wanted || stem(file) === stem(wanted) || stem(file) === `${wanted}/index`
}

function stem(path: string): string {
  return path.replace(extension, '')
}
