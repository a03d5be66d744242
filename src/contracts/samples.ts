import type { Kind } from '../kinds.js'
import { frameworkNamed, isName, isPython, lastName } from './catalog.js'
import { type Contract, calledWith, isLoss, madeWith, type Parameter } from './contract.js'
import type { LibraryType } from './framework.js'

/** A right and a wrong call of a loss, in its library's language. */
export interface Samples {
  language: 'js' | 'py'
  right: string
  wrong: string
  /** Why the wrong one is wrong. */
  because: string
}

/** Undefined for what is no loss, and for losses whose prediction may be anything. */
export function samplesOf(contract: Contract): Samples | undefined {
  const wanted = contract.takes.find((parameter) => parameter.role === 'prediction')?.wants[0]
  if (!wanted) return undefined
  const { given, because } = mistake(contract, wanted)
  if (isName(contract)) return compiled(contract, wanted)
  if (contract.property) return chosen(contract, wanted)
  return {
    language: inPython(contract) ? 'py' : 'js',
    right: written(contract, wanted === 'logits' ? 'logits' : activated(contract, wanted)),
    wrong: written(contract, given),
    because,
  }
}

function mistake(contract: Contract, wanted: Kind): { given: string; because: string } {
  if (contract.applies === 'softmax') return { given: activated(contract, 'distribution'), because: 'softmax is applied twice' }
  if (contract.applies === 'activation') return { given: activated(contract, 'probabilities'), because: 'the activation is applied twice' }
  if (contract.applies === 'sigmoid') return { given: activated(contract, 'probabilities'), because: 'sigmoid is applied twice' }
  if (wanted === 'log-probabilities') return { given: activated(contract, 'distribution'), because: 'the logarithm is missing' }
  return { given: 'logits', because: `the ${wanted === 'distribution' ? 'softmax' : 'sigmoid'} is missing` }
}

/** The logits as the library turns them into a kind, by a function if it has one; a plain name where it has nothing for it. */
function activated(contract: Contract, kind: Kind): string {
  const able = operationsFor(contract).filter((each) => !isLoss(each) && (each.gives ?? each.makes?.gives) === kind && takesScores(each))
  const near = able.find((each) => each.gives && typeOf(contract) && typeOf(each) === typeOf(contract))
  const activation = near ?? able.find((each) => each.gives) ?? able[0]
  const python = inPython(contract)
  if (!activation) return `${plainNames[kind] ?? (python ? 'log_softmax' : 'logSoftmax')}(logits)`
  if (activation.makes) return python ? `${path(activation)}()(logits)` : `new ${path(activation)}().forward(logits)`
  // Without a standard axis, code names one.
  const named = python && activation.axisOption && activation.axis === undefined
  return called(activation, ['logits', ...(named ? [`${activation.axisOption}=${contract.axis === -1 ? -1 : 1}`] : [])])
}

/** The operations of the library, or of the one whose tensors it takes. */
function operationsFor(contract: Contract): readonly Contract[] {
  const own = frameworkNamed(contract.formula?.of ?? contract.package)
  const [base] = own?.types.Tensor?.extends?.split('#') ?? []
  return [...(own?.entries ?? []), ...(base === undefined ? [] : (frameworkNamed(base)?.entries ?? []))]
}

function takesScores({ takes }: Contract): boolean {
  return takes.every(({ role, wants }) => role !== 'value' || wants.length === 0 || wants.includes('logits'))
}

const plainNames: Partial<Record<Kind, string>> = { distribution: 'softmax', probabilities: 'sigmoid' }

function written(contract: Contract, predicted: string): string {
  if (contract.formula) return contract.formula.text.replaceAll('PREDICTION', predicted).replaceAll('TARGET', 'labels')
  const args = calledWith(contract)
    .filter(isNeeded)
    .map(({ role, name }) => (role === 'prediction' ? predicted : role === 'target' ? 'labels' : name))
  return called(contract, args)
}

/** What the library refuses a call without. */
function isNeeded({ role, required }: Parameter): boolean {
  return required ?? (role !== 'option' && role !== 'weights')
}

function called(contract: Contract, args: readonly string[]): string {
  const { criterion } = contract
  // A contract that an option leads to is named with it: `kl_div(log_target=True)`.
  const [, name, chosen] = /^(.+)\((.+)\)$/.exec(contract.name) ?? []
  if (criterion) {
    const made = [...optionsMade(contract), ...(chosen ? [chosen] : [])].join(', ')
    const cls = path(name ? { ...contract, name } : contract)
    return typeof criterion === 'string' ? `new ${cls}(${made}).${criterion}(${args.join(', ')})` : `${cls}(${made})(${args.join(', ')})`
  }
  if (name && chosen) return called({ ...contract, name }, [...args, ...(inPython(contract) ? [chosen] : placed(contract, chosen, args))])
  const type = typeOf(contract)
  if (type?.chained) return `${args[0]}.${lastName(contract)}(${args.slice(1).join(', ')})`
  return `${type ? `${ownerOf(contract).toLowerCase()}.${lastName(contract)}` : path(contract)}(${args.join(', ')})`
}

/** What a class needs when it is made: by keyword where others stand before it. */
function optionsMade(contract: Contract): string[] {
  const takes = madeWith(contract)
  const gap = takes.findIndex((each) => !isNeeded(each))
  return takes.flatMap((each, index) => (isNeeded(each) ? [gap < 0 || index < gap ? each.name : `${each.name}=${each.name}`] : []))
}

/** An option in a language without keywords: those that stand before it are given, too. */
function placed({ takes }: Contract, chosen: string, args: readonly string[]): string[] {
  const [option, value] = chosen.split('=') as [string, string]
  const names = takes.map(({ name }) => name)
  return [...names.slice(args.length, names.indexOf(option)), value]
}

/** The name in code, after a name under which the library is imported. */
function path(contract: Contract): string {
  const { shorthand = contract.package, roots } = frameworkNamed(contract.package) ?? {}
  return `${/^\w+$/.test(shorthand) ? shorthand : (roots?.[0] ?? '')}.${contract.name}`
}

/** The library's type of which it is a method. */
function typeOf(contract: Contract): LibraryType | undefined {
  return frameworkNamed(contract.package)?.types[ownerOf(contract)]
}

function ownerOf({ name }: Contract): string {
  return name.slice(0, Math.max(name.lastIndexOf('.'), 0))
}

function inPython(contract: Contract): boolean {
  const framework = frameworkNamed(contract.package)
  return framework !== undefined && isPython(framework)
}

/** A loss that a model is made with. */
function chosen(contract: Contract, wanted: Kind): Samples {
  const { entries = [] } = frameworkNamed(contract.package) ?? {}
  const [trainer, last] = [entries.find((each) => each.trains), entries.find((each) => each.makes?.gives === wanted)]
  const made = (layers: string) => `new ${path(trainer ?? contract)}({ layers: [${layers}], ${trainer?.trains}: ${path(contract)} })`
  return {
    language: 'js',
    right: made(`...layers, ${last ? path(last) : wanted}()`),
    wrong: made('...layers'),
    because: `the ${wanted === 'distribution' ? 'softmax' : 'sigmoid'} is missing`,
  }
}

function compiled(contract: Contract, wanted: Kind): Samples {
  const activation = wanted === 'distribution' ? 'softmax' : 'sigmoid'
  const because = `the ${activation} is missing`
  const name = lastName(contract)
  if (inPython(contract)) {
    const model = (last: string) => `model.add(keras.layers.Dense(${last}))\nmodel.compile(optimizer='adam', loss='${name}')`
    return { language: 'py', right: model(`units, activation='${activation}'`), wrong: model('units'), because }
  }
  const model = (last: string) => `model.add(tf.layers.dense({ ${last} }))\nmodel.compile({ optimizer: 'adam', loss: '${name}' })`
  return { language: 'js', right: model(`units, activation: '${activation}'`), wrong: model('units'), because }
}
