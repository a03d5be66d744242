import { type Catalog, frameworkNamed, isPython, lastName } from './catalog.js'
import { type Computation, type Contract, isLoss } from './contract.js'
import { frameworks } from './frameworks.js'

/** Words of which a file must hold one to call a loss: last names of all losses, and the loss names that `compile` accepts. */
export function lossWords(catalog: Catalog): readonly string[] {
  const words = catalog.contracts.filter((each) => isLoss(each) && !each.formula).flatMap(wordsOf)
  const strings = frameworks.flatMap((framework) =>
    Object.entries(framework.lossNames).flatMap(([name, id]) => (id && name.length >= telling ? [name] : [])),
  )
  return [...new Set([...words, ...strings])].sort()
}

/** Parts of the names under which people call a loss that they were handed, whatever kind of loss it is. */
export const handedOver: readonly string[] = ['loss', 'criteri', 'objective']

/** A name of few letters stands in files of every kind: there, the file has to name the library, or compile a model. */
const telling = 5

function wordsOf(loss: Contract): readonly string[] {
  const name = lastName(loss)
  // Instances of a class of the project are called without the name of its method.
  if (!frameworkNamed(loss.package)) return loss.name.split('.').filter((part) => /^[\w$]+$/.test(part))
  // What only an option leads to is called by another name.
  if (!/^[\w$]+$/.test(name)) return []
  const framework = frameworkNamed(loss.package)
  const isWord = !framework || name.length >= telling || Object.hasOwn(framework.lossNames, name)
  return isWord ? [name] : [...framework.imports, ...framework.globals]
}

/** Names of the methods that change their receiver in a way. */
export function methodsThat(mutates: Contract['mutates']): ReadonlySet<string> {
  return new Set(frameworks.flatMap(({ entries }) => entries.filter((entry) => entry.mutates === mutates).map(lastName)))
}

const changes: ReadonlySet<Contract['mutates']> = new Set([
  'append',
  'insert',
  'named',
  'extend',
  'hook',
  'remove-last',
  'remove-at',
  'parts',
] as const)

/** Names of the methods that give a model its losses. */
export const compiling = methodsThat('compile')

const running = frameworks.flatMap(({ runsLosses = [] }) => runsLosses)

/** Names of the methods after which a model has been used with the losses that it had. */
export const training: ReadonlySet<string> = new Set([...compiling, ...methodsThat('train'), ...running])

/** Names of the methods whose result shares its numbers with their receiver. */
export const views: ReadonlySet<string> = new Set(frameworks.flatMap(({ views = [] }) => views))

/** Members of libraries' objects that are the table of all their members. */
export const memberTables: ReadonlySet<string> = new Set(frameworks.flatMap(({ tables = [] }) => tables))

/** Names of the methods with which a model or a layer is changed. */
export const changingModels: ReadonlySet<string> = new Set(
  frameworks.flatMap(({ entries }) => entries.filter(({ mutates }) => mutates && changes.has(mutates)).map(lastName)),
)

/** Names of the methods of models with losses that make no use of these: they change the layers, or look on. */
export const idle: ReadonlySet<string> = new Set(
  frameworks
    .filter(({ runsLosses }) => runsLosses)
    .flatMap(({ entries, types }) =>
      entries
        .filter(({ name, gives }) => Object.hasOwn(types, name.split('.')[0]!) && (gives === undefined || gives === 'layer'))
        .map(lastName),
    )
    .filter((name) => !training.has(name)),
)

/** Names of methods in Python of which it is known that they leave a model's layers what they are. */
export const lookingOn: ReadonlySet<string> = new Set(
  frameworks
    .filter(isPython)
    .flatMap(({ entries }) =>
      entries.filter(({ name, mutates }) => name.includes('.') && !(mutates && changes.has(mutates))).map(lastName),
    ),
)

/** The words for the parts of a loss that is written out in operations. */
export function formulaWords(catalog: Catalog) {
  const of = (...computations: readonly Computation[]) => [
    ...new Set(catalog.contracts.filter(({ computes }) => computes && computations.includes(computes)).map(lastName)),
  ]
  return {
    products: of('product', 'dot'),
    picks: of('pick'),
    totals: of('total', 'average', 'dot'),
    logarithms: of('log', 'log-softmax', 'log-sigmoid', 'log-sum-exp'),
  }
}
