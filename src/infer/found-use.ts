import type { Contract, Role } from '../contracts/contract.js'
import { ofVersion } from '../contracts/versions.js'
import type { Element, Graph, NodeId, NodeOf } from '../graph/graph.js'
import { ignoredIndexOf } from '../options.js'
import type { Use } from '../use.js'
import type { Followed } from './argument.js'
import { baseOf, methodCalled } from './bases.js'
import { describedFunction, describedInstance } from './described.js'
import type { Engine } from './engine.js'
import { withNumbers } from './measured.js'
import type { Instance, Lazy, Value } from './value.js'

/** A use, and what a fingerprint needs to know of where it stands. */
export interface FoundUse {
  use: Use
  /** Dotted name of the function around the call; empty at the top level. */
  within: string
  /** Finds the value of an argument once more, for those who want to see its way. */
  follow: Partial<Record<Role, () => Value>>
  /** The call as it is written, and its arguments; absent where the loss is handed over, as to `compile`. */
  written?: { call: NodeId; args: Partial<Record<Role, Element>> }
  /** Package of whose operations it is made, when it is no call of a library's loss; null where it is not known of which. */
  of?: string | null
}

export function makeUse(
  engine: Engine,
  described: Contract,
  callee: string,
  at: Use['at'],
  roles: Partial<Record<Role, Followed>>,
  options: ReadonlyMap<string, Lazy>,
): Use {
  const contract = ofVersion(described, at && engine.graph.pinned(described.package, at.file))
  const known: Record<string, string | number | boolean | null> = {}
  for (const parameter of contract.takes) {
    const lazy = parameter.role === 'option' ? options.get(parameter.name) : undefined
    const value = lazy && engine.question(() => engine.force(lazy))
    if (value?.is === 'literal' && value.value !== undefined) known[parameter.name] = value.value
  }
  const ignored = ignoredIndexOf({ contract, options: known })
  const args = {
    ...withNumbers(contract, ignored ?? null, roles.prediction, roles.target),
    ...(roles.weights && { weights: roles.weights.argument }),
  }
  const classes = args.prediction?.facts.classes ?? args.target?.facts.classes
  return { contract, callee, at, arguments: args, options: known, classes }
}

/** Finds out what a call is, apart from all other work: a file that takes too much of it must not lose its loss calls. */
export function lookingForLosses<T>(engine: Engine, { span }: Pick<NodeOf<'call'>, 'span'>, look: () => T): T {
  return engine.charging(`calls of ${span.file}`, look)
}

/** The contract of what is called, or of a function that is handed over to be called. */
export function contractOf(engine: Engine, value: Value): Contract | undefined {
  if (value.is === 'library') return notMade(engine.catalog.lookup(value.package, value.path))
  if (value.is === 'object') return value.contract?.criterion === true ? value.contract : undefined
  if (value.is === 'method') return value.contract
  if (value.is === 'instance') return describedInstance(engine, value) ?? inheritedLoss(engine, value)
  return value.is === 'function' ? describedFunction(engine, value.node) : undefined
}

/** The loss that an instance is by what it extends, unless its classes say themselves what calling it runs. */
function inheritedLoss(engine: Engine, instance: Instance): Contract | undefined {
  const base = methodCalled(engine, instance) ? undefined : baseOf(engine, instance)
  return base?.is === 'object' ? contractOf(engine, base) : undefined
}

/** Making a criterion object is no call of its loss. */
function notMade(contract: Contract | undefined): Contract | undefined {
  return contract?.criterion ? undefined : contract
}

/** Dotted name of the nearest functions around a call that have one. */
export function nameAround(graph: Graph, owner: NodeId | null): string {
  for (let id = owner; id !== null; ) {
    const node = graph.node(id)
    if (node.type === 'loop') {
      id = node.owner
      continue
    }
    if (node.type !== 'function') break
    if (node.definition.qualified) return node.definition.qualified
    if (node.definition.name) return node.definition.name
    id = node.definition.enclosing
  }
  return ''
}

/** The contract that an option's value chooses; undefined where the value is not known. */
export function dependent(engine: Engine, contract: Contract, options: ReadonlyMap<string, Lazy>, open: boolean): Contract | undefined {
  if (!contract.depends) return contract
  const given = options.get(contract.depends.option)
  if (given === undefined) return open ? undefined : contract
  const value = engine.question(() => engine.force(given))
  return value.is === 'literal' ? engine.catalog.byId(contract.depends.on[String(value.value)] ?? contract.id) : undefined
}
