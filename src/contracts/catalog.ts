import { type Contract, type Framework, isLoss, type LibraryType } from './contract.js'
import { frameworks } from './frameworks.js'

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
  /** By what a person types; see `findContract`. */
  find(text: string): Contract | undefined
  /** How people write the losses, and the other contracts, for suggestions. */
  spellings(): readonly string[]
}

/** User contracts win over a library's of the same id. */
export function createCatalog(userContracts: readonly Contract[]): Catalog {
  const ids = new Map<string, Contract>()
  for (const framework of frameworks) for (const entry of framework.entries) ids.set(entry.id, entry)
  for (const contract of userContracts) ids.set(contract.id, contract)
  const lookup = (pkg: string, path: readonly string[]) => ids.get(`${pkg}#${path.join('.')}`)
  let names: Map<string, Contract> | undefined
  return {
    contracts: [...ids.values()],
    byId: (id) => ids.get(id),
    lookup,
    method: (pkg, type, name) => methodOf(lookup, pkg, type, name),
    runs: (pkg, type) => typesOf(pkg, type).find((each) => each.runs !== undefined)?.runs,
    byUser: (file, name) => userContracts.find((contract) => contract.name === name && isFile(contract.package, file)),
    find: (text) => {
      names ??= namesOf(ids)
      return names.get(text.trim()) ?? names.get(text.trim().replace(/\(\)$/, ''))
    },
    spellings: () => spellingsOf([...ids.values()]),
  }
}

/** Losses come first, so that of equally near names theirs is suggested. */
function spellingsOf(contracts: readonly Contract[]): string[] {
  const losses = contracts.filter(isLoss)
  return [...losses.flatMap((loss) => [spelling(loss), lastName(loss)]), ...contracts.filter((each) => !isLoss(each)).map(spelling)]
}

/** A library's type and what it extends. */
function typesOf(pkg: string, type: string): LibraryType[] {
  const types = frameworkNamed(pkg)?.types
  const found = types && Object.hasOwn(types, type) ? types[type] : undefined
  return found ? [found, ...(found.extends === undefined ? [] : typesOf(pkg, found.extends))] : []
}

type Lookup = Catalog['lookup']

function methodOf(lookup: Lookup, pkg: string, type: string, name: string): Contract | undefined {
  const types = frameworkNamed(pkg)?.types
  let chained = false
  for (let step: string | undefined = type; step; step = types?.[step]?.extends) {
    const own = lookup(pkg, [step, name])
    if (own) return own
    chained ||= types?.[step]?.chained ?? false
  }
  return chained ? lookup(pkg, [name]) : undefined
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

/** Every spelling by which a contract is found. Earlier ones win: ids, then written forms, then names of `compile`, then bare names. */
function namesOf(ids: ReadonlyMap<string, Contract>): Map<string, Contract> {
  const names = new Map(ids)
  const add = (name: string, contract: Contract | undefined) => {
    if (contract && !names.has(name)) names.set(name, contract)
  }
  for (const contract of ids.values()) for (const written of writtenForms(contract)) add(written, contract)
  for (const framework of frameworks) for (const [name, id] of Object.entries(framework.lossNames)) add(name, id ? ids.get(id) : undefined)
  const losses = [...ids.values()].filter(isLoss)
  for (const [name, contract] of unambiguous(losses)) add(name, contract)
  for (const [name, contract] of unambiguous([...ids.values()])) add(name, contract)
  return names
}

function unambiguous(contracts: readonly Contract[]): Map<string, Contract> {
  const seen = new Map<string, Contract | null>()
  for (const contract of contracts) seen.set(lastName(contract), seen.has(lastName(contract)) ? null : contract)
  return new Map([...seen].filter((entry): entry is [string, Contract] => entry[1] !== null))
}

/** `tf.losses.logLoss`, `losses.logLoss`, `@tensorflow/tfjs.losses.logLoss`; with aliases `F.cross_entropy`. */
function writtenForms(contract: Contract): string[] {
  const framework = frameworkNamed(contract.package)
  const forms = [spelling(contract), contract.name, `${contract.package}.${contract.name}`]
  for (const [alias, path] of Object.entries(framework?.aliases ?? {}))
    if (contract.name.startsWith(`${path}.`)) forms.push(`${alias}${contract.name.slice(path.length)}`)
  return forms
}

/** How people write it: `tf.losses.logLoss`, `torch.nn.CrossEntropyLoss`, `compile({ loss: 'binaryCrossentropy' })`. */
export function spelling(contract: Contract): string {
  const framework = frameworkNamed(contract.package)
  if (!framework) return contract.name
  const word = lastName(contract)
  if (framework.lossNames[word] === contract.id) return `compile({ loss: '${word}' })`
  return `${framework.shorthand}.${contract.name}`
}

/** The framework of a package. */
export function frameworkNamed(pkg: string): Framework | undefined {
  return frameworks.find((framework) => framework.package === pkg)
}

/** The last part of a contract's name: `dense`. */
export function lastName(contract: Contract): string {
  return contract.name.slice(contract.name.lastIndexOf('.') + 1)
}
