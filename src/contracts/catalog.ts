import type { Contract } from './contract.js'
import type { LibraryType } from './framework.js'
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
  /** The operation that an operator on tensors of a library stands for: `+`, or `-x` for a sign. */
  operator(pkg: string, operator: string): Contract | undefined
  /** Names of the methods that applying an object of some type runs. */
  runNames: ReadonlySet<string>
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
  for (const { of, id } of userContracts.map((contract) => ({ of: contract, id: `pypi:${contract.id}` }))) if (!ids.has(id)) ids.set(id, of)
  let names: Names | undefined
  const naming = () => (names ??= createNames(contracts))
  return {
    contracts,
    byId: (id) => ids.get(id),
    lookup,
    method: (pkg, type, name) => methodOf(lookup, pkg, type, name),
    operator: (pkg, operator) => operatorOf(lookup, pkg, operator),
    runNames: new Set(frameworks.flatMap(({ types }) => Object.values(types).flatMap((type) => type.runs ?? []))),
    runs: (pkg, type) => lineage(pkg, type).find((step) => step.type?.runs !== undefined)?.type?.runs,
    byUser: (file, name) => userContracts.find((contract) => contract.name === name && isFile(contract.package, file)),
    find: (text) => naming().one(text),
    findAll: (text) => naming().all(text),
    spellings: () => suggestions(contracts),
  }
}

/** A library's type, or one that it extends, where it is declared. */
interface Step {
  package: string
  name: string
  type: LibraryType | undefined
}

/** A library's type and what it extends; a type of another library is written `package#type`. */
function lineage(pkg: string, name: string): Step[] {
  const [within, own] = name.includes('#') ? (name.split('#') as [string, string]) : [pkg, name]
  const types = frameworkNamed(within)?.types
  const type = types && Object.hasOwn(types, own) ? types[own] : undefined
  return [{ package: within, name: own, type }, ...(type?.extends === undefined ? [] : lineage(within, type.extends))]
}

type Lookup = Catalog['lookup']

function operatorOf(lookup: Lookup, pkg: string, operator: string): Contract | undefined {
  for (const step of lineage(pkg, 'Tensor')) {
    const { operators } = frameworkNamed(step.package) ?? {}
    if (operators) return Object.hasOwn(operators, operator) ? lookup(step.package, operators[operator]!.split('.')) : undefined
  }
  return undefined
}

function methodOf(lookup: Lookup, pkg: string, type: string, name: string): Contract | undefined {
  const steps = lineage(pkg, type)
  const own = steps.map((step) => lookup(step.package, [step.name, name])).find((found) => found !== undefined)
  const chained = steps.find((step) => step.type?.chained !== undefined)
  if (own || !chained) return own
  const within = chained.type?.chained
  return lookup(chained.package, typeof within === 'string' ? [within, name] : [name])
}

const extension = /\.(?:[cm]?[jt]sx?|py)$/

/** True when a user's specifier, `./src/losses` or `src/losses.ts`, means the file. */
export function isFile(specifier: string, file: string): boolean {
  const wanted = specifier.replace(/^\.\//, '')
  return file === wanted || stem(file) === stem(wanted) || stem(file) === `${wanted}/index`
}

function stem(path: string): string {
  return path.replace(extension, '')
}
