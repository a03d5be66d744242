import { frameworkNamed } from '../contracts/catalog.js'
import { type Contract, isLoss } from '../contracts/contract.js'
import { frameworks } from '../contracts/index.js'
import { compiling } from '../contracts/words.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { libraryPart } from './bases.js'
import { argumentsOf } from './calls.js'
import { type Argument, root } from './context.js'
import { type Engine, whatIsCalled } from './engine.js'
import { evaluateThis } from './evaluate.js'
import { contractOf, lookingForLosses } from './found-use.js'
import { optionsFrom } from './operations.js'
import { type Assumption, type Lazy, optionsOf, unknown, type Value } from './value.js'

/** Where a model is given its losses, by `compile` or by an assignment: the model as it was then, and the losses. */
export interface Compile {
  id: NodeId
  step: NodeOf<'call'> | NodeOf<'assigned'>
  contract: Contract
  model: Lazy
  loss: Lazy
  /** Index of the one output whose loss is given. */
  output?: number
}

/** The `compile` that a call is. */
export function compileOf(engine: Engine, id: NodeId): Compile | undefined {
  const call = engine.graph.node(id)
  if (call.type !== 'call') return undefined
  const callee = engine.graph.node(call.callee)
  if (callee.type !== 'member' || typeof callee.key !== 'string' || !compiling.has(callee.key)) return undefined
  return lookingForLosses(engine, call, () => compileBy(engine, id, call, callee))
}

function compileBy(engine: Engine, id: NodeId, call: NodeOf<'call'>, callee: NodeOf<'member'>): Compile | undefined {
  const method = methodOf(engine, call)
  const contract = method?.contract ?? compileContract(call)
  const loss = engine.question(() => lossOption(engine, contract, argumentsOf(call, root)))
  if (loss === undefined) return undefined
  const target = engine.graph.node(callee.object)
  const model: Lazy =
    target.type === 'super'
      ? engine.question(() => libraryPart(engine, evaluateThis(engine, target, root)))
      : { node: callee.object, ctx: root }
  if (method) return method.contract.mutates === 'compile' ? { id, step: call, contract: method.contract, model, loss } : undefined
  return isForeign(engine, call.callee) || !namesLoss(engine, contract, loss) ? undefined : { id, step: call, contract, model, loss }
}

/** The library's method that is called; files without a loss are asked only when the others do not tell. */
function methodOf(engine: Engine, call: NodeOf<'call'>): Extract<Value, { is: 'method' }> | undefined {
  const callee = () => optionsOf(engine.evaluate(call.callee, root)).find((value) => value.is === 'method')
  return engine.question(() => engine.assuming([whatIsCalled], callee)) ?? engine.question(callee)
}

/** What the options of a `compile` may hold as loss; undefined when they are known to hold none. */
function lossOption(engine: Engine, contract: Contract, args: readonly Argument[]): Lazy | undefined {
  const configs = optionsFrom(engine, contract, args)
  const losses = configs.flatMap(({ bound: { options, open }, when, via }) => {
    const loss = options.get('loss')
    if (loss === undefined && !open) return []
    return [{ value: loss ?? unknown('some options of `compile` are not known'), when, via }]
  })
  return losses.length > 1 ? { join: losses } : losses[0]?.value
}

/** Where the model is not known, only a loss that is known tells that this is a model's `compile`. */
function namesLoss(engine: Engine, { package: pkg }: Contract, loss: Lazy): boolean {
  const names = frameworkNamed(pkg)?.lossNames ?? {}
  return entriesOf(
    engine,
    engine.question(() => engine.force(loss)),
  ).some(({ value }) => {
    if (value.is === 'literal') return typeof value.value === 'string' && Object.hasOwn(names, value.value)
    const contract = contractOf(engine, value)
    return contract !== undefined && isLoss(contract)
  })
}

/** The `compile` of the library that takes its options as they are given here: in one object, or each by its name or place. */
function compileContract({ args }: NodeOf<'call'>): Contract {
  const all = frameworks.flatMap((framework) => framework.entries.filter((entry) => entry.mutates === 'compile' && !entry.property))
  const inOne = args.length < 2 && args.every(({ keyword }) => keyword === undefined)
  return all.find(({ config = false }) => config === inOne) ?? all[0]!
}

/** A `compile` that is known to be no model's: another library's, one that the project defines. */
function isForeign(engine: Engine, callee: NodeId): boolean {
  const own = new Set<Value['is']>(['function', 'class', 'library'])
  return optionsOf(engine.question(() => engine.evaluate(callee, root))).every((value) => own.has(value.is))
}

export interface LossEntry {
  value: Exclude<Value, { is: 'union' }>
  /** The ways in which it comes to be the loss. */
  whens: readonly (readonly Assumption[])[]
  /** Index or name of the output that the loss is for; undefined: the only one. */
  output: number | string | undefined
  lazy: Lazy | undefined
}

/** The losses that an option can hold: one, one an output, alternatives of a decision. */
export function entriesOf(
  engine: Engine,
  loss: Value,
  output?: number | string,
  when: readonly Assumption[] = [],
  lazy?: Lazy,
): LossEntry[] {
  if (loss.is === 'union') return loss.options.flatMap((option) => entriesOf(engine, option.value, output, [...when, ...option.when], lazy))
  if (output === undefined && loss.is === 'list')
    return loss.items.flatMap((item, index) => entriesOf(engine, engine.force(item), index, when, item))
  if (output === undefined && loss.is === 'record')
    return [...loss.fields].flatMap(([name, item]) => entriesOf(engine, engine.force(item), name, when, item))
  return [{ value: loss, whens: [when], output, lazy }]
}
