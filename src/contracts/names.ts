import { type Contract, isLoss } from './contract.js'
import type { Framework } from './framework.js'
import { frameworks } from './frameworks.js'

/** The ways in which people name contracts. */
export interface Names {
  /** The one contract that a text means; undefined when it means none, or may mean several. */
  one(text: string): Contract | undefined
  /**
   * All that a text may mean: the one, or else every loss of that name however it is spelt, or every contract. An operation of
   * just that name comes before a loss with a like one: `softmax` is not `softmaxLoss`.
   */
  all(text: string): readonly Contract[]
}

export function createNames(contracts: readonly Contract[]): Names {
  const full = fullNames(contracts)
  const losses = contracts.filter(isLoss)
  const named = (text: string, among: readonly Contract[]) => among.filter((each) => lastName(each) === text || each.name === text)
  const one = (text: string): Contract | undefined => {
    const name = bare(text)
    if (full.has(name)) return full.get(name)
    const found = named(name, losses)
    const candidates = found.length > 0 ? found : named(name, contracts)
    return candidates.length === 1 ? candidates[0] : undefined
  }
  return {
    one,
    all: (text) => {
      const exact = one(text)
      if (exact) return [exact]
      const same = named(bare(text), contracts)
      if (same.length > 0 && !same.some(isLoss)) return same
      const word = wordOf(bare(text))
      const alike = losses.filter((each) => wordOf(lastName(each)) === word)
      return alike.length > 0 ? alike : same
    },
  }
}

/** Without white space around it, and without the parentheses of a call. */
function bare(text: string): string {
  return text.trim().replace(/\(\)$/, '')
}

/** What is left of a loss's name without its spelling: `crossEntropyLoss` and `cross_entropy` are one word. */
function wordOf(name: string): string {
  const plain = name.replaceAll('_', '').toLowerCase()
  return plain.length > 'logloss'.length ? plain.replace(/(?:loss|cost)$/, '') : plain
}

/** Names that mean one contract: ids, then written forms, then names of `compile`. Earlier ones win. */
function fullNames(contracts: readonly Contract[]): Map<string, Contract> {
  const names = new Map(contracts.map((contract) => [contract.id, contract]))
  const ids = new Map(names)
  const add = (name: string, contract: Contract | undefined) => {
    if (contract && !names.has(name)) names.set(name, contract)
  }
  for (const contract of contracts) for (const written of writtenForms(contract)) add(written, contract)
  for (const framework of frameworks) for (const [name, id] of Object.entries(framework.lossNames)) add(name, id ? ids.get(id) : undefined)
  return names
}

/** `tf.losses.logLoss`, `@tensorflow/tfjs.losses.logLoss`; with aliases `F.cross_entropy`. */
function writtenForms(contract: Contract): string[] {
  const framework = frameworkNamed(contract.package)
  const forms = [spelling(contract), `${contract.package}.${contract.name}`]
  for (const [alias, path] of Object.entries(framework?.aliases ?? {}))
    if (contract.name.startsWith(`${path}.`)) forms.push(`${alias}${contract.name.slice(path.length)}`)
  return forms
}

/** Names to suggest. Losses come first, so that of equally near names theirs is suggested. */
export function suggestions(contracts: readonly Contract[]): string[] {
  const losses = contracts.filter(isLoss)
  return [...losses.flatMap(writtenForms), ...losses.map(lastName), ...contracts.filter((each) => !isLoss(each)).map(spelling)]
}

/**
 * How people write it: `tf.losses.logLoss`, `torch.nn.CrossEntropyLoss`, `compile({ loss: 'binaryCrossentropy' })`,
 * `compile(loss='binary_crossentropy')`.
 */
export function spelling(contract: Contract): string {
  const framework = frameworkNamed(contract.package)
  if (!framework) return contract.name
  const word = lastName(contract)
  if (isName(contract)) return isPython(framework) ? `compile(loss='${word}')` : `compile({ loss: '${word}' })`
  return `${framework.shorthand}.${contract.name}`
}

/** A loss that has no other name than the one that `compile` accepts. */
export function isName(contract: Contract): boolean {
  const word = lastName(contract)
  return contract.name === `compile.${word}` && frameworkNamed(contract.package)?.lossNames[word] === contract.id
}

/** A library that is imported in Python. */
export function isPython(framework: Framework): boolean {
  return framework.package === 'torch' || framework.imports.some((each) => each.startsWith('pypi:'))
}

/** The framework of a package. */
export function frameworkNamed(pkg: string): Framework | undefined {
  return frameworks.find((framework) => framework.package === pkg)
}

/** The last part of a contract's name: `dense`. */
export function lastName(contract: Contract): string {
  return contract.name.slice(contract.name.lastIndexOf('.') + 1)
}
