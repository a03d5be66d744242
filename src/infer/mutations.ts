import { frameworkNamed, lastName } from '../contracts/catalog.js'
import type { Node, NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { isLookingOn } from './looking-on.js'
import { isEmpty, type LibraryObject, optionsOf, unknown, type Value } from './value.js'

/**
 * A layer or model after one of its members was assigned: the same unless the member has a part in what it gives. Layers
 * in a model's list may be changed one by one; of any other change it is not known what it comes to.
 */
export function withAssigned(
  engine: Engine,
  object: LibraryObject,
  key: string | undefined,
  step: NodeOf<'assigned'>,
  ctx: Context,
): Value {
  const head = headIn(engine, object, step)
  if (head !== undefined) return head === null ? object : { ...object, head: { node: head, ctx } }
  const activation = activationIn(engine, object, key, step, ctx)
  if (activation) return activation
  const member = innermost(engine, step)
  const holdsLast = step.key === object.made?.last?.split('.')[0] && !looksOn(engine, step)
  if (!object.made || !(holdsLast || (member !== undefined && shapingMembers(object.package).has(member)))) return object
  if (object.layers && key === object.made.layers) {
    const list = engine.evaluate(step.value, ctx)
    if (list.is === 'list' && !list.open && list.items.length === object.layers.length) return { ...object, layers: list.items }
  }
  const { made: _, layers: __, names: ___, output: ____, ...rest } = object
  return { ...rest, unknown: unknown(`\`.${member ?? step.key}\` of a \`${object.origin}\` is changed by assignment`, { at: step.span }) }
}

/** A layer that is given another activation, or none: a function, which layers keep once they are made, and no name. */
function activationIn(
  engine: Engine,
  object: LibraryObject,
  key: string | undefined,
  { value: node }: NodeOf<'assigned'>,
  ctx: Context,
): Value | undefined {
  if (key === undefined || object.made?.activation?.option !== key) return undefined
  const given = optionsOf(engine.evaluate(node, ctx))
  if (!given.every((value) => value.is === 'library' || value.is === 'function' || isEmpty(value))) return undefined
  return { ...object, options: new Map(object.options).set(key, { node, ctx }) }
}

/** The layer that is put in the place of a model's last one; `null` where it is another's. Undefined where it cannot be told. */
function headIn(engine: Engine, { made }: LibraryObject, step: NodeOf<'assigned'>): NodeId | null | undefined {
  const { graph } = engine
  const path = made?.last?.split('.')
  if (!path || step.key !== path[0]) return undefined
  const keys = [step.key]
  let { value } = step
  for (let node = graph.node(value); node.type === 'assigned' && keys.length < path.length; node = graph.node(value)) {
    const key = typeof node.key === 'string' ? node.key : literalKey(graph.node(node.key))
    if (key === undefined) return undefined
    keys.push(key)
    value = node.value
  }
  if (graph.node(value).type === 'changed') return looksOn(engine, step) ? null : undefined
  const [, index] = keys
  return index === undefined || index === path[1] || index === '-1' ? value : null
}

/** Whether all that happened to a member is that a method of it looked on. */
function looksOn({ graph }: Engine, step: NodeOf<'assigned'>): boolean {
  let node: Node = step
  while (node.type === 'assigned') node = graph.node(node.value)
  return node.type === 'changed' && isLookingOn(graph, node)
}

function literalKey(node: Node): string | undefined {
  return node.type === 'literal' ? String(node.value) : undefined
}

/** The last member of `object.a[0].b = …`; undefined when a method only looked on. */
function innermost(engine: Engine, step: NodeOf<'assigned'>): string | undefined {
  for (let at = step; ; ) {
    const value = engine.graph.node(at.value)
    if (value.type === 'changed' && isLookingOn(engine.graph, value)) return undefined
    if (value.type !== 'assigned') return typeof at.key === 'string' ? at.key : undefined
    at = value
  }
}

const shaping = new Map<string, ReadonlySet<string>>()

/** Members of a library's layers and models on which it hangs what they give. */
function shapingMembers(pkg: string): ReadonlySet<string> {
  return remembered(shaping, pkg, () => {
    const framework = frameworkNamed(pkg)
    const names = (framework?.entries ?? []).flatMap((entry) => {
      const { activation, wraps, layers, outputs } = entry.makes ?? {}
      return [activation?.option, wraps, layers, outputs, entry.gives === 'applied' ? lastName(entry) : undefined]
    })
    const runs = Object.values(framework?.types ?? {}).map((type) => type.runs)
    return new Set([...names, ...runs].filter((name) => name !== undefined))
  })
}
